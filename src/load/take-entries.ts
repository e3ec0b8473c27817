/** What a catalog takes from those that it uses: their entries, and the types that these have. */
import { match } from "ts-pattern";
import { type Contract, type Entry, isTombstone, type UsedCatalog } from "../model/catalog.js";
import type { FieldType, NamedType } from "../model/field.js";
import type { Locale } from "../model/locale.js";
import type { Located } from "../model/source.js";
import { ownEntries } from "../model/used-catalog.js";

/** What is taken. */
export type Taken = Pick<Contract, "entries" | "types">;

/** The entries of what is used, but for codes that are left out, and those that somebody else has already. */
export function takeEntries(uses: readonly UsedCatalog[], own: ReadonlySet<string>): Taken {
  const taken = new Set(own);
  const entries: Entry[] = [];
  const types = new Map<string, NamedType>();
  for (const used of uses) {
    if (used.source === undefined) continue;
    const { catalog } = used.source;
    const left = new Set(used.except.map(({ value }) => value));
    for (const [name, type] of catalog.types)
      types.set(nameOf(name, used), {
        ...type,
        name: nameOf(name, used),
        owner: used.name,
        type: renamed(type.type, used),
      });
    for (const entry of ownEntries(catalog)) {
      if (isTombstone(entry) || left.has(entry.code) || taken.has(entry.code)) continue;
      taken.add(entry.code);
      const fields = entry.fields.map((field) => ({ ...field, type: renamed(field.type, used) }));
      entries.push({ ...entry, fields, owner: used });
    }
  }
  return { entries, types };
}

/** What a catalog says of codes that stand for others. */
type StandIns = Pick<Contract, "infer" | "fallback" | "roles">;

/** What stands for others: what the catalog says, and for a key that it leaves out the first used catalog that has it. */
export function withStandIns(
  own: StandIns,
  uses: readonly UsedCatalog[],
  { entries }: Taken,
): StandIns {
  const taken = new Set(entries.map(({ code, owner }) => `${owner?.name} ${code}`));
  const theirs = uses.flatMap(({ name, source }): StandIns[] => {
    const isTaken = ({ value }: Located<string>) => taken.has(`${name} ${value}`);
    const { infer, fallback, roles } = source?.catalog ?? nothing;
    return [
      {
        infer: infer.filter(({ code }) => isTaken(code)),
        fallback: fallback !== undefined && isTaken(fallback) ? fallback : undefined,
        roles: roles.filter(({ code }) => isTaken(code)),
      },
    ];
  });
  const first = <T>(lists: readonly (readonly T[])[]) =>
    lists.find((each) => each.length > 0) ?? [];
  return {
    infer: first([own.infer, ...theirs.map(({ infer }) => infer)]),
    fallback: [own, ...theirs].find(({ fallback }) => fallback !== undefined)?.fallback,
    roles: first([own.roles, ...theirs.map(({ roles }) => roles)]),
  };
}

const nothing: StandIns = { infer: [], fallback: undefined, roles: [] };

/** The translations of a catalog, with those of the codes that it takes, as far as their owner has the language. */
export function withTaken(locale: Locale, entries: readonly Entry[]): Locale {
  const taken = entries.flatMap(({ code, owner }) => {
    const theirs = owner?.source?.catalog.locales.find(({ tag }) => tag.value === locale.tag.value);
    const said = theirs?.entries.get(code);
    return said === undefined ? [] : [[code, said] as const];
  });
  return taken.length === 0
    ? locale
    : { ...locale, entries: new Map([...taken, ...locale.entries]) };
}

// No catalog can call a type so.
function nameOf(type: string, { name }: UsedCatalog): string {
  return `${name}.${type}`;
}

/** The type, with what it names called as the catalog that uses it calls it. */
function renamed(type: FieldType, used: UsedCatalog): FieldType {
  const inside = (each: FieldType) => renamed(each, used);
  return match(type)
    .returnType<FieldType>()
    .with({ kind: "reference" }, (reference) => ({
      ...reference,
      name: nameOf(reference.name, used),
    }))
    .with({ kind: "array" }, (array) => ({ ...array, items: inside(array.items) }))
    .with({ kind: "object" }, ({ rest, ...object }) => ({
      ...object,
      properties: object.properties.map((each) => ({ ...each, type: inside(each.type) })),
      ...(rest !== undefined && { rest: inside(rest) }),
    }))
    .with({ kind: "oneOf" }, (union) => ({ ...union, variants: union.variants.map(inside) }))
    .with({ kind: "any" }, { kind: "scalar" }, { kind: "enum" }, (plain) => plain)
    .exhaustive();
}
