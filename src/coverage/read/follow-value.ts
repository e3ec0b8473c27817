/** Follows the names of a file to the expressions that they stand for. */
import type { Syntax } from "../syntax/parse-source.js";
import { lookUpValue, type Scope } from "../syntax/scope.js";
import { unwrap } from "../syntax/unwrap.js";

/** An expression and the scope to read it in. */
export interface ScopedNode {
  readonly node: Syntax;
  readonly scope: Scope;
}

/** Names that lead to each other in a circle lead nowhere; nobody chains this many. */
export const longestWay = 50;

/** The expression that a name stands for, or the expression itself. */
export function followed({ node, scope }: ScopedNode, steps = longestWay): ScopedNode {
  const inner = unwrap(node);
  if (inner.type !== "Identifier" || steps === 0) return { node: inner, scope };
  const binding = lookUpValue(inner.name, scope);
  if (binding?.kind !== "value" || binding.from === undefined || binding.path?.length !== 0)
    return { node: inner, scope };
  return followed({ node: binding.from, scope: binding.scope }, steps - 1);
}

/** The text that an expression is, where it is written out. */
export function textOf(located: ScopedNode): string | undefined {
  const { node } = followed(located);
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
