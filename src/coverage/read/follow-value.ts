/** Follows the names of a file to the expressions that they stand for. */
import { writtenText } from "../syntax/common-js.js";
import { keyName } from "../syntax/declare-names.js";
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

/** The text that an expression is, where it is written out: also as a member of an object, an enum or a class. */
export function textOf(located: ScopedNode, steps = longestWay): string | undefined {
  const { node, scope } = followed(located);
  if (node.type !== "MemberExpression" || steps === 0) return writtenText(node);
  const key = keyName({ key: node.property, computed: node.computed });
  const member = key === undefined ? undefined : memberOf({ node: node.object, scope }, key);
  return member && textOf(member, steps - 1);
}

/** What a member of an object, an enum or a class of the file is, where it is written out. */
export function memberOf(whole: ScopedNode, key: string): ScopedNode | undefined {
  const { node, scope } = followed(whole);
  if (node.type === "ObjectExpression") {
    const found = node.properties.find((each) => each.type === "Property" && keyName(each) === key);
    return found?.type === "Property" ? { node: found.value, scope } : undefined;
  }
  const binding = node.type === "Identifier" ? lookUpValue(node.name, scope) : undefined;
  if (binding?.kind !== "other" || binding.scope === undefined) return undefined;
  const value = declaredMember(binding.declared, key);
  return value && { node: value, scope: binding.scope };
}

function declaredMember(declared: Syntax | undefined, key: string): Syntax | undefined {
  if (declared?.type === "TSEnumDeclaration") {
    const found = declared.body.members.find(({ id }) => keyName({ key: id }) === key);
    return found?.initializer ?? undefined;
  }
  if (declared?.type !== "ClassDeclaration") return undefined;
  for (const each of declared.body.body)
    if (each.type === "PropertyDefinition" && each.static && keyName(each) === key)
      return each.value ?? undefined;
  return undefined;
}
