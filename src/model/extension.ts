/** Keys of a catalog's own, `x-…`: data that errdex hands on and does not understand. OpenAPI calls them specification extensions. */
import type { JsonValue } from "./json-value.js";
import type { Located, Span } from "./source.js";

/** A key of one's own, with its value. */
export interface Extension {
  readonly name: string;
  /** Of the key. */
  readonly at: Span;
  readonly value: JsonValue;
}

/** What catalog.yaml says of a key of its own. */
export interface DeclaredExtension {
  readonly at: Span;
  /** What pages call it. */
  readonly title: Located<string>;
}

/** Such keys by name, as `extensions` in catalog.yaml has them. */
export type DeclaredExtensions = ReadonlyMap<string, DeclaredExtension>;

/** What such a key looks like, as a pattern. `x-oai-` and `x-oas-` belong to OpenAPI. */
export const extensionPattern = "^x-(?!oai-|oas-)[A-Za-z0-9][A-Za-z0-9._-]*$";

const form = new RegExp(extensionPattern);

/** Whether the key is one of a catalog's own. */
export function isExtensionKey(key: string): boolean {
  return form.test(key);
}

/** The keys and values as members, sorted. */
export function extensionMembers(
  extensions: readonly Extension[] = [],
): Readonly<Record<string, JsonValue>> {
  const sorted = [...extensions].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return Object.fromEntries(sorted.map(({ name, value }) => [name, value]));
}
