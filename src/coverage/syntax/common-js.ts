/** What `require` and `exports` say in a syntax tree. */
import { keyName } from "./declare-names.js";
import type { Syntax, SyntaxOf } from "./parse-source.js";
import type { Export } from "./walked-tree.js";

/** The module of `require("module")`. */
export function requiredModule(node: Syntax): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const [first] = node.arguments;
  return node.callee.name === "require" && first ? writtenText(first) : undefined;
}

/** A text that is written out: `"a"`, or the same between backticks. */
export function writtenText(node: Syntax): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** Whether it is `require(name)`, where the name is not written out. */
export function isComputedRequire({
  callee,
  arguments: given,
}: SyntaxOf<"CallExpression">): boolean {
  const isRequire = callee.type === "Identifier" && callee.name === "require";
  return isRequire && given[0] !== undefined && writtenText(given[0]) === undefined;
}

/** The name that an assignment exports: `a` of `exports.a` and `module.exports.a`, and nothing of `module.exports`. */
export function commonExport(left: Syntax): string | undefined {
  if (left.type !== "MemberExpression" || left.computed) return undefined;
  const { object, property } = left;
  if (property.type !== "Identifier") return undefined;
  if (object.type === "Identifier") {
    if (object.name === "exports") return property.name;
    return object.name === "module" && property.name === "exports" ? "" : undefined;
  }
  return commonExport(object) === "" ? property.name : undefined;
}

/** What `module.exports = { a, b: c, ...require("./d") }` exports. */
export function commonExports(value: Syntax): readonly Export[] {
  const module = requiredModule(value);
  if (module !== undefined) return [{ name: undefined, module }];
  if (value.type !== "ObjectExpression") return [{ name: "default", value }];
  return value.properties.flatMap((property) => {
    if (property.type === "SpreadElement") return commonExports(property.argument);
    const name = keyName(property);
    return name === undefined ? [] : [{ name, value: property.value }];
  });
}
