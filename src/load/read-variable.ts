/** Variables of templates. */
import { builtInVariables, type TemplateNode, type VariableNode } from "../model/wire-format.js";
import type { YamlNode } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";

const builtIns: ReadonlySet<string> = new Set(builtInVariables);

/** Reads a variable: `$a|b.c:conversion=default`. What is none is a constant, and reported. */
export function readVariable(value: string, at: YamlNode, report: Report): TemplateNode {
  // Only the first = begins a default: what stands behind it may have some of its own.
  const [, names = "", conversion, fallback] =
    /^\$([^:=]*)(?::([^=]*))?(?:=(.*))?$/s.exec(value) ?? [];
  const paths = names.split("|").map(readPath);
  if (paths.flat().includes("") || !/^[\w.|]+$/.test(names)) {
    report(
      "wire-variable",
      at,
      `${value} is not a variable such as $name, $.name, $a|b.c, $name:conversion or $name=default.`,
      { help: "A text that begins with a dollar is written with two: $$." },
    );
    return { kind: "constant", at, value };
  }
  return {
    kind: "variable",
    at,
    paths,
    conversion,
    ...(fallback !== undefined && { fallback: { value: readDefault(fallback) } }),
  };
}

/** A number, true, false, null, a list or an object; every other default is a text. */
function readDefault(text: string): NonNullable<VariableNode["fallback"]>["value"] {
  try {
    return JSON.parse(text) as never;
  } catch {
    return text;
  }
}

/** `type.x` is the built-in variable, whose name gets a dollar; `.type.x` is the field of that name. */
export function readPath(text: string): readonly string[] {
  if (text.startsWith(".")) return text.slice(1).split(".");
  const [first = "", ...rest] = text.split(".");
  return [builtIns.has(`$${first}`) ? `$${first}` : first, ...rest];
}
