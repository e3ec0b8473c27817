/** The ways to the secret values of an entry. */
import type { Entry } from "./catalog.js";
import { type FieldType, type NamedTypes, resolveType } from "./field.js";
import { secretCounter } from "./secret-places.js";

/** The ways to the secret values of an entry; `*` is every item of a list and every member of a map. */
export function secretPaths({ fields }: Entry, types: NamedTypes): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const secretsIn = secretCounter(types);
  const walk = (type: FieldType, path: readonly string[]): void => {
    if (secretsIn(type) === 0) return;
    const resolved = resolveType(type, types);
    if (resolved?.kind === "array") walk(resolved.items, [...path, "*"]);
    if (resolved?.kind === "oneOf") for (const variant of resolved.variants) walk(variant, path);
    if (resolved?.kind !== "object") return;
    if (resolved.rest !== undefined) walk(resolved.rest, [...path, "*"]);
    for (const property of resolved.properties)
      visit(property.name, property.secret, property.type, path);
  };
  const visit = (name: string, secret: boolean, type: FieldType, path: readonly string[]): void => {
    if (secret) found.set([...path, name].join("\n"), [...path, name]);
    else walk(type, [...path, name]);
  };
  for (const field of fields) if (!field.internal) visit(field.name, field.secret, field.type, []);
  return [...found.values()];
}
