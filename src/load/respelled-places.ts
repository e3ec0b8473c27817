/** Which plain scalars of a file YAML turns into others where a text may have been meant. */
import * as z from "zod4";
import { reportRespelled } from "../diagnostics/respelled.js";
import type { RespelledPlace } from "../model/respelled.js";
import { nodeAt, pairOf, respelledIn, type YamlNode } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";
import { keysAt, schemasAt } from "./schema-keys.js";

type Path = readonly PropertyKey[];

/**
 * The scalars that are written otherwise than their values, in the order of the file, where the schema takes more than
 * texts. What examples carry is left out: the types of its fields decide.
 */
export function respelledPlaces(root: YamlNode, schema: z.ZodType): readonly RespelledPlace[] {
  const places: RespelledPlace[] = [];
  for (const { path, at } of respelledIn(root)) {
    if (isInExample(path)) continue;
    const taken = schemasAt(schema, path);
    const takesText = taken.some((each) => each instanceof z.ZodString);
    // A number where only texts are taken is refused anyway.
    if (takesText && taken.every((each) => each instanceof z.ZodString)) continue;
    const mayBeText = takesText || taken.length === 0 || taken.some(takesAnything);
    places.push({ path, at, mayBeText: mayBeText && !isNumber(root, schema, path) });
  }
  return places;
}

/** Reports them, but not at the places that the issues speak of. */
export function reportRespelledPlaces(
  root: YamlNode,
  schema: z.ZodType,
  issues: readonly { readonly path: Path }[],
  report: Report,
): void {
  const known = new Set(issues.map(({ path }) => path.join("\n")));
  for (const { path, at, mayBeText } of respelledPlaces(root, schema))
    if (!known.has(path.join("\n"))) reportRespelled(at, mayBeText, report);
}

function takesAnything(schema: z.ZodType): boolean {
  return schema instanceof z.ZodUnknown || schema instanceof z.ZodAny;
}

// A file of errors: errors, the code, examples, the number of the example, fields.
function isInExample(path: Path): boolean {
  return path[0] === "errors" && path[2] === "examples" && path[4] === "fields";
}

/** Whether the scalar is a constant beside `type: number` or `type: integer`. */
function isNumber(root: YamlNode, schema: z.ZodType, path: Path): boolean {
  const last = path.findLastIndex((step) => step === "enum" || step === "const");
  if (last === -1 || last < path.length - 2) return false;
  const owner = path.slice(0, last);
  const type = pairOf(nodeAt(root, owner), "type")?.value.value;
  return (type === "number" || type === "integer") && keysAt(schema, owner).includes("oneOf");
}
