/** Finds what the constructors that the function of an operation is given mean. */
import type { Given } from "../read/value-origin.js";
import type { CatalogNames } from "./catalog-names.js";
import type { CatalogMember } from "./name-targets.js";

/** What is given, by each catalog that it may be of: an operation's name does not say whose it is. */
export function givenMembers(
  { operations, path }: Given,
  catalogs: Iterable<CatalogNames>,
): readonly CatalogMember[] {
  const all = [...catalogs].flatMap((names) =>
    operations.flatMap((operation) => {
      const codes = names.operations.get(operation);
      if (codes === undefined) return [];
      const isDeclared = codes.has(path[0] ?? "");
      return [{ names, path, meaning: names.meaningOfGiven(operation, path), isDeclared }];
    }),
  );
  if (path.length === 0) return all;
  const declared = all.filter(({ isDeclared }) => isDeclared);
  const likely = declared.length > 0 ? declared : all;
  // A function may be bound to two operations of a catalog, and calls one constructor.
  return [...new Map(likely.map((member) => [member.names, member])).values()];
}
