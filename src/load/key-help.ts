/** Says what to write in the place of keys that are not known. */
import { nearest, quoted } from "../diagnostics/suggest.js";
import { isExtensionKey } from "../model/extension.js";
import { pairOf, type YamlNode } from "../model/yaml-node.js";
import { optionalHelp } from "./value-help.js";

/** Where a key stands that is not known in a type. */
interface TypePlace {
  readonly known: readonly string[];
  readonly path: readonly PropertyKey[];
  /** The type. */
  readonly at: YamlNode;
  /** Whether the key is a keyword of JSON Schema, and a member only where a type stands behind it. */
  readonly isKeyword: boolean;
}

/** What to write in the place of a key that other schema languages have; undefined where nobody can tell. */
export function typeKeyHelp(
  key: string,
  { known, path, at, isKeyword }: TypePlace,
): string | undefined {
  if (key === "optional" || key === "nullable") return optionalHelp;
  if (key === "$ref")
    return "Name the type in `types` of catalog.yaml, and write its name: `name: Money`.";
  const value = pairOf(at, key)?.value;
  if (at.kind !== "map" || value === undefined || !isMemberList(at.pairs.keys(), known, at.value))
    return undefined;
  if (value.kind === "list" || nearest(key, known) !== undefined) return undefined;
  if (isKeyword && !jsonTypes.has(value.value)) return undefined;
  const member = `${key}: ${typeof value.value === "string" ? value.value : "…"}`;
  if (member.length > 60 || member.includes("\n")) return undefined;
  const name = path.at(-1);
  const before = typeof name === "string" ? `${name}: ` : "";
  return `The members of an object stand under \`properties\`: \`${before}{ properties: { ${member} } }\`.`;
}

/** Whether the keys of a type are members of an object, which nothing is said about besides. */
function isMemberList(
  keys: Iterable<string>,
  known: readonly string[],
  { type, properties }: Readonly<Record<string, unknown>>,
): boolean {
  if (type === "object") return properties === undefined;
  return [...keys].every((key) => !known.includes(key) || marks.has(key));
}

const jsonTypes: ReadonlySet<unknown> = new Set(["string", "integer", "number", "boolean"]);

const marks: ReadonlySet<string> = new Set(["description", "internal", "secret", "required"]);

/** Where `defaults` belongs. */
export const defaultsHelp =
  "It stands in catalog.yaml, or at the head of a file of entries, beside `errors`.";

/** What to write in the place of a key of one's own that does not begin with `x-`. */
export function ownKeyHelp(key: string): string {
  const words = key.match(/[A-Za-z0-9]+/g) ?? [];
  const rest = words.join("-").toLowerCase().replace(/^x-?/, "");
  const name = `x-${rest === "" ? "owner" : rest}`;
  return isExtensionKey(name)
    ? `A key of your own begins with x-: ${quoted(name)}.`
    : "A key of your own is x- and letters, digits, `.`, `_` and `-`; x-oai- and x-oas- belong to OpenAPI.";
}
