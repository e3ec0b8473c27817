/** Where bodies say which code they have, and whether that tells several apart. */
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { bodyOf } from "./row-values.js";

/** Where a body says its code. */
export interface CodePlace {
  /** The members that lead there. */
  readonly path: readonly string[];
  /** Whether it is a problem type: the address of the code's page. */
  readonly isType: boolean;
}

/** The place of the code in the bodies of all rows; undefined where some say no code, or say it elsewhere. */
export function sharedCodePlace(
  rows: readonly ResolvedRow[],
  format: WireFormat,
): CodePlace | undefined {
  const places = rows.map((resolved) => {
    const body = bodyOf(resolved, format);
    return resolved.spelling === null || body === undefined ? undefined : codePlace(body);
  });
  const [first] = places;
  const key = JSON.stringify(first);
  return places.every((place) => place && JSON.stringify(place) === key) ? first : undefined;
}

/** Where a template has the code or type; a list has no way to it that is always the same. */
function codePlace(node: TemplateNode): CodePlace | undefined {
  if (node.kind === "variable") {
    const [[first] = []] = node.paths;
    const isType = first === "$type";
    return isType || first === "$code" ? { path: [], isType } : undefined;
  }
  if (node.kind !== "object") return undefined;
  for (const { key, value } of node.members) {
    const inner = codePlace(value);
    if (inner !== undefined) return { ...inner, path: [key, ...inner.path] };
  }
  return undefined;
}
