/** Says what to write in the place of values that are not what their key asks for. */
import type { YamlMap, YamlNode, YamlScalar } from "../model/yaml-node.js";
import { colonHelp } from "./yaml-hint.js";

/** How a field is written that may be missing. */
export const optionalHelp =
  "A field that may be missing has a question mark behind its name: `name?: string`.";

/** What is expected of a value. */
interface Expected {
  /** Each in words, such as "a number". */
  readonly expected: readonly string[];
  readonly path: readonly PropertyKey[];
  /** Whether a type stands here, or is what the value is said of. */
  readonly takesType: boolean;
}

/** Help for a complaint, or nothing where nobody can tell what was meant. */
export function valueHelp(node: YamlNode, wanted: Expected): { readonly help?: string } {
  const help =
    node.kind === "scalar"
      ? scalarHelp(node, wanted)
      : node.kind === "list"
        ? listHelp(node, wanted)
        : mappingHelp(node, wanted);
  return help === undefined ? {} : { help };
}

function scalarHelp(node: YamlScalar, { expected, path, takesType }: Expected): string | undefined {
  const { value } = node;
  const source = node.file.text.slice(node.start, node.end);
  if (typeof value === "string") {
    if (expected.includes("true or false")) return booleanHelp(value);
    return expected.includes("a number") ? numberHelp(value, path) : undefined;
  }
  if (value === null) {
    const [rest = ""] = node.file.text.slice(node.end).split("\n", 1);
    return expected.includes("text") && /^:?[ \t]+#/.test(rest)
      ? "What follows a `#` is a comment: a text that begins with `#` has to be in quotes."
      : undefined;
  }
  if (takesType && path.at(-1) === "required" && typeof value === "boolean")
    return value
      ? "Leave it out: a field is required unless its name has a question mark, `name?`."
      : optionalHelp;
  // `version: 1.0` is a number to YAML and a text to whoever wrote it.
  return expected.includes("text") ? `Put it in quotes: "${source}".` : undefined;
}

function booleanHelp(text: string): string | undefined {
  if (/^(?:true|false)$/i.test(text)) return `Write it without quotes: ${text.toLowerCase()}.`;
  // `yes` is a text to YAML 1.2.
  return /^(?:yes|no|on|off)$/i.test(text) ? `Write ${/^(?:yes|on)$/i.test(text)}.` : undefined;
}

function numberHelp(text: string, path: readonly PropertyKey[]): string | undefined {
  if (/^\d+$/.test(text)) return `Write it without quotes: ${text}.`;
  if (path.findLast((step) => typeof step === "string") !== "status") return undefined;
  if (/^\d(?:xx|\*\*)$/i.test(text) || /^\d{3} ?(?:-|–|\.{2,3}|to) ?\d{3}$/.test(text))
    return "A range is not a status: list each status that is sent, such as `[400, 404]`.";
  const statuses = text.split(/[,/ ]+(?:or +)?/);
  return statuses.length > 1 && statuses.every((status) => /^\d{3}$/.test(status))
    ? `Write a list: \`[${statuses.join(", ")}]\`.`
    : undefined;
}

function listHelp(
  node: Extract<YamlNode, { kind: "list" }>,
  { takesType }: Expected,
): string | undefined {
  const { items } = node;
  if (!takesType || items.length === 0 || items.some(({ kind }) => kind !== "scalar"))
    return undefined;
  const values = items.map(({ file, start, end }) => file.text.slice(start, end)).join(", ");
  return `Write \`{ enum: [${/^.{1,60}$/.test(values) ? values : "…"}] }\`.`;
}

// To YAML, `- Note: this` is a mapping.
function mappingHelp(node: YamlMap, { expected }: Expected): string | undefined {
  const source = node.file.text.slice(node.start, node.end);
  const isText = node.pairs.size === 1 && /^[^{"'?\n]*: [^"'\n]*$/.test(source);
  return isText && expected.includes("text") && !expected.includes("a mapping")
    ? colonHelp(source)
    : undefined;
}
