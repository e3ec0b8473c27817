/** Where bodies say which code they have, and whether that tells several apart. */
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { bodyOf } from "./row-values.js";

/** The members that lead to the code in the bodies of all rows; undefined where some say no code, or say it elsewhere. */
export function sharedCodePath(
  rows: readonly ResolvedRow[],
  format: WireFormat,
): readonly string[] | undefined {
  const paths = rows.map((resolved) => {
    const body = bodyOf(resolved, format);
    return resolved.spelling === null || body === undefined ? undefined : codePath(body);
  });
  const [first] = paths;
  const isShared = paths.every((path) => path !== undefined && `${path}` === `${first}`);
  return isShared ? first : undefined;
}

/** The members that lead to the code or type in a template; those in lists have no way that is always the same. */
function codePath(node: TemplateNode): readonly string[] | undefined {
  if (node.kind === "variable") {
    const [[first] = []] = node.paths;
    return first === "$code" || first === "$type" ? [] : undefined;
  }
  if (node.kind !== "object") return undefined;
  for (const { key, value } of node.members) {
    const inner = codePath(value);
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}
