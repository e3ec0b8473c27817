/** Catalogs whose codes another one takes. */
import { type Contract, compareText, type Entry, type UsedCatalog } from "./catalog.js";
import { foreignCode } from "./foreign-code.js";
import { remembered } from "./remembered.js";

/** Whether the entry is the catalog's own. */
export function isOwn({ owner }: Pick<Entry, "owner">): boolean {
  return owner === undefined;
}

/** The entries that the catalog has itself: what is asked of texts is not asked of those of others. */
export function ownEntries({ entries }: Pick<Contract, "entries">): readonly Entry[] {
  return ownAmong(entries);
}

const ownAmong = remembered((entries: readonly Entry[]) =>
  entries.every(isOwn) ? entries : entries.filter(isOwn),
);

/** The codes that a catalog takes from others: code → the catalog whose it is. */
export const ownersOf = remembered(
  ({ entries }: Pick<Contract, "entries">): Readonly<Record<string, string>> | undefined => {
    const taken = entries.flatMap(({ code, owner }) =>
      owner === undefined ? [] : [[code, owner.name] as const],
    );
    return taken.length === 0
      ? undefined
      : Object.fromEntries(taken.sort(([a], [b]) => compareText(a, b)));
  },
);

/** The entry that a mention means: of the catalog itself, or `platform/auth_required` of one that it uses. */
export function entryMeant(
  mention: string,
  { entries }: Pick<Contract, "entries">,
): Entry | undefined {
  const { catalog, code } = foreignCode(mention) ?? { catalog: undefined, code: mention };
  const found = byCode(entries).get(code);
  return catalog === undefined || catalog === found?.owner?.name ? found : undefined;
}

const byCode = remembered(
  (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.code, entry])),
);

/** Where the pages and types of a code are, with `{code}` in each address. */
export type CodeAddresses = Pick<UsedCatalog, "docs" | "type" | "typeAlso">;

/** The addresses of a catalog's own codes. */
export function addressesOf({
  docs,
  type,
  typeAlso,
}: Pick<Contract, "docs" | "type" | "typeAlso">): CodeAddresses {
  return { docs: docs?.value, type: type?.value, typeAlso: typeAlso.map(({ value }) => value) };
}

/** Whether the entry is taken from a catalog that has pages or types. */
export function hasOwnAddress({ owner }: Pick<Entry, "owner">): boolean {
  return (owner?.docs ?? owner?.type) !== undefined;
}

/** The addresses of an entry: those of its owner, if it has any, else the catalog's. */
export function codeAddresses(
  { owner }: Pick<Entry, "owner">,
  catalog: Pick<Contract, "docs" | "type" | "typeAlso">,
): CodeAddresses {
  return owner !== undefined && hasOwnAddress({ owner }) ? owner : addressesOf(catalog);
}

/** The name of a type of another catalog: `platform.Usage`, as no catalog can call one of its own. */
export function typeOfOther(
  name: string,
): { readonly catalog: string; readonly type: string } | undefined {
  const [catalog = "", type] = name.split(".");
  return type === undefined ? undefined : { catalog, type };
}
