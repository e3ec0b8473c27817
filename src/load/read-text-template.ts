/** Templates of texts that hold values: `$text` and `$syntax`. */
import type { PatternPart } from "../model/pattern.js";
import {
  syntaxes,
  type TemplateMember,
  type TemplateNode,
  type TextSyntax,
  type VariableNode,
} from "../model/wire-format.js";
import type { YamlMap, YamlNode, YamlScalar } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";
import { readPattern } from "./read-pattern.js";
import { readPath } from "./read-variable.js";
import { textPlaces } from "./text-places.js";

type ObjectNode = Extract<TemplateNode, { kind: "object" }>;

/** What the texts of a format have in common. */
export interface TextContext {
  readonly report: Report;
  /** Whether variables inside texts stand in markup. */
  readonly isMarkup: boolean;
}

/**
 * Reads a pattern, whose placeholders have templates.
 *
 * @param beside the members beside it: templates of placeholders that are not variables of their names.
 */
export function readText(
  text: YamlNode,
  node: YamlMap,
  beside: ObjectNode,
  { report, isMarkup }: TextContext,
): TemplateNode {
  if (typeof text.value !== "string") {
    report("wire-pattern", text, 'A pattern is a text, such as "{code}: {message}".');
    return { kind: "filler", at: node, value: {} };
  }
  const { parts, names, problems } = readPattern(text.value);
  const placeOf = textPlaces(text as YamlScalar);
  for (const { at, message, help } of problems)
    report("wire-pattern", placeOf(at.start, at.end), message, help ? { help } : {});
  for (const { key, at } of beside.members)
    if (key.startsWith("$") || key === "when")
      report("wire-pattern", at, `${key} does not stand beside a pattern.`, {
        help: "That whole bodies may be texts is said by the key `syntax` of the file: `syntax: [json, text]`.",
      });
    else if (!names.some(({ name }) => name === key))
      report("wire-pattern", at, `The pattern has no {${key}}.`);
  const required = requiredNames(parts);
  const firsts = names.filter(
    ({ name }, index) => names.findIndex((n) => n.name === name) === index,
  );
  const members = firsts.map(({ name, at: span }): TemplateMember => {
    const given = beside.members.find(({ key }) => key === name);
    const at = placeOf(span.start, span.end);
    const variable: VariableNode = {
      kind: "variable",
      at,
      paths: [readPath(name)],
      conversion: undefined,
    };
    const optional = !required.has(name);
    return { key: name, at, optional, value: given?.value ?? variable };
  });
  const quote = isMarkup ? "markup" : undefined;
  return {
    kind: "text",
    at: node,
    syntax: { name: "text", parts, quote },
    template: { kind: "object", at: node, members, spread: undefined },
  };
}

/** The placeholders that every text of a pattern has. */
function requiredNames(parts: readonly PatternPart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) => (typeof part !== "string" && "name" in part ? [part.name] : [])),
  );
}

/** Reads a text that holds an object of the template. */
export function readSyntax(
  syntax: YamlNode,
  node: YamlMap,
  template: ObjectNode,
  { report }: TextContext,
): TemplateNode {
  const known = [...syntaxes.filter((name) => name !== "text"), "params"];
  const isEmpty = template.members.length === 0 && template.spread === undefined;
  if (syntax.kind !== "scalar" || !known.includes(String(syntax.value))) {
    const last = known.pop();
    const message = `A text inside another is ${known.join(", ")} or ${last}.`;
    report("wire-syntax", syntax, message, { help: "A pattern is `$text`." });
    return template;
  }
  if (isEmpty)
    report("wire-syntax", node, "A text that holds an object has members beside $syntax.");
  return {
    kind: "text",
    at: node,
    syntax: { name: syntax.value } as TextSyntax,
    template,
  };
}
