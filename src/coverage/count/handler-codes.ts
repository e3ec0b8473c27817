/** Finds the codes that error handlers answer with though nobody raises them. */
import type { CatalogNames } from "../link/catalog-names.js";
import type { NameFollower } from "../link/follow-names.js";
import type { SourceFacts } from "../read/source-facts.js";

/** By code: `role route_not_found`, `fallback`. */
export type HandlerCodes = ReadonlyMap<string, readonly string[]>;

/** The codes of each catalog that has an error handler. One whose catalog cannot be seen may be of any. */
export function handlerCodes(
  files: readonly SourceFacts[],
  catalogs: readonly CatalogNames[],
  follow: NameFollower,
): ReadonlyMap<CatalogNames, HandlerCodes> {
  const served = files.flatMap((file) =>
    file.errorHandlers.flatMap(({ catalog }) => {
      const member = catalog && follow.catalogOf(catalog, file);
      return member === undefined ? catalogs : [member.names];
    }),
  );
  return new Map([...new Set(served)].map((names) => [names, codesOf(names)]));
}

function codesOf({ catalog: { roles, fallback } }: CatalogNames): HandlerCodes {
  const codes = new Map<string, string[]>();
  const add = (code: string, by: string) => codes.set(code, [...(codes.get(code) ?? []), by]);
  for (const { role, code } of roles) add(code.value, `role ${role}`);
  if (fallback !== undefined) add(fallback.value, "fallback");
  return codes;
}
