/** The ways to the secret values of an entry. */
import type { Entry } from "./catalog.js";
import { type NamedTypes, resolveType } from "./field.js";
import { secretCounter } from "./secret-places.js";
import { partsOf, type TypePart } from "./visit-type.js";

/** The ways to the secret values of an entry; `*` is every item of a list and every member of a map. */
export function secretPaths(
  { fields }: Pick<Entry, "fields">,
  types: NamedTypes,
): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const secretsIn = secretCounter(types);
  const visit = ({ type, step, secret }: TypePart, before: readonly string[]): void => {
    const path = step === undefined ? before : [...before, step];
    if (secret) found.set(path.join("\n"), path);
    else if (secretsIn(type) > 0)
      for (const part of partsOf(resolveType(type, types) ?? type)) visit(part, path);
  };
  for (const { name, type, secret, internal } of fields)
    if (!internal) visit({ type, step: name, secret }, []);
  return [...found.values()];
}

/** Names of the fields that are no property of an error's own: the internal ones, and those that hold a secret. */
export function hiddenFields(entry: Entry, types: NamedTypes): readonly string[] {
  const secret = new Set(secretPaths(entry, types).map(([first]) => first));
  return entry.fields
    .filter(({ name, internal }) => internal || secret.has(name))
    .map(({ name }) => name);
}
