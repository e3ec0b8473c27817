/** Visits statements and expressions. */
import { commonExport, commonExports, isComputedRequire, requiredModule } from "./common-js.js";
import { keyName } from "./declare-names.js";
import { wholeRequest } from "./module-requests.js";
import type { Syntax, SyntaxOf } from "./parse-source.js";
import { innerScope } from "./scope.js";
import { isReference, type Visitors, type Walk } from "./tree-visitor.js";
import { unwrap } from "./unwrap.js";

/** Visitors of statements. */
export const statementVisitors: Visitors = {
  ExpressionStatement: ({ expression }, walk) => {
    // Nobody takes what it gives.
    walk.followed.add(unwrap(expression));
    walk.visit(expression);
  },
  BlockStatement: ({ body }, walk) => walk.inBlock(() => walk.visitAll(body)),
  StaticBlock: ({ body }, walk) =>
    walk.within(innerScope(walk.scope, true), () => walk.visitAll(body)),
  ForStatement: (node, walk) => walk.inBlock(() => walk.visitChildren(node)),
  ForInStatement: (node, walk) => walk.inBlock(() => walk.visitChildren(node)),
  ForOfStatement: (node, walk) => walk.inBlock(() => walk.visitChildren(node)),
  TryStatement: ({ block, handler, finalizer }, walk) => {
    const outer = walk.guarded;
    walk.guarded = walk.guarded || handler !== null;
    walk.visit(block);
    walk.guarded = outer;
    walk.visitAll([handler, finalizer]);
  },
  CatchClause: ({ param, body }, walk) =>
    walk.inBlock(() => {
      if (param !== null) walk.visitDeclared(param);
      walk.visit(body);
    }),
  SwitchStatement: (node, walk) => {
    walk.found.switches.push(walk.seen(node));
    walk.visit(node.discriminant);
    walk.inBlock(() => walk.visitAll(node.cases));
  },
  LabeledStatement: ({ body }, walk) => walk.visit(body),
  BreakStatement: () => {},
  ContinueStatement: () => {},
};

/** Visitors of expressions. */
export const expressionVisitors: Visitors = {
  CallExpression: (node, walk) => {
    walk.found.calls.push(walk.seen(node));
    if (isComputedRequire(node)) walk.found.computedImports.push(node);
    const [first] = node.arguments;
    const required = requiredModule(node);
    if (required !== undefined && first !== undefined) {
      walk.found.requests.push(wholeRequest({ value: required, start: first.start }));
      if (!walk.followed.has(node)) walk.found.values.push(walk.seen(node));
    }
    const source = thenOfImport(node.callee);
    if (source !== undefined && first !== undefined) walk.parameterOf.set(first, source);
    walk.visitReference(node.callee);
    walk.visitAll(node.arguments);
  },
  BinaryExpression: visitChain,
  LogicalExpression: visitChain,
  MemberExpression: (node, walk) => {
    if (isReference(node)) walk.found.values.push(walk.seen(node));
    walk.visitReference(node);
  },
  Identifier: (node, walk) => {
    walk.found.values.push(walk.seen(node));
  },
  Property: (node, walk) => {
    const name = keyName(node);
    if (node.computed) walk.visit(node.key);
    else if (walk.wantsTexts && name !== undefined)
      walk.found.texts.push({ text: name, start: node.key.start });
    walk.visitTyped(node.value, name);
  },
  AssignmentExpression: ({ left, right }, walk) => {
    const target = commonExport(left);
    if (target !== undefined) walk.followed.add(unwrap(right));
    if (target === undefined) {
      if (left.type !== "Identifier") walk.visit(left);
    } else if (target === "")
      for (const each of commonExports(right)) walk.found.exports.push(each);
    else walk.found.exports.push({ name: target, value: right });
    if (target === undefined || !isReference(right)) walk.visitTyped(right, target);
  },
  TSAsExpression: ({ expression, typeAnnotation }, walk) => {
    walk.visitTyped(expression, undefined, typeAnnotation);
  },
  TSSatisfiesExpression: ({ expression, typeAnnotation }, walk) => {
    walk.visitTyped(expression, undefined, typeAnnotation);
  },
  TSTypeAssertion: ({ expression }, walk) => walk.visit(expression),
  TSNonNullExpression: ({ expression }, walk) => walk.visit(expression),
  TSInstantiationExpression: ({ expression }, walk) => walk.visit(expression),
  MetaProperty: () => {},
  Literal: ({ value, start }, walk) => {
    if (walk.wantsTexts && typeof value === "string") walk.found.texts.push({ text: value, start });
  },
  TemplateLiteral: ({ quasis: [only], expressions, start }, walk) => {
    const text = expressions.length === 0 ? only?.value.cooked : undefined;
    if (walk.wantsTexts && text) walk.found.texts.push({ text, start });
    walk.visitAll(expressions);
  },
};

// A chain of `a + b + c …` or `a || b || c …` leans to the left, however long it is; a loop needs no stack for it.
function visitChain(node: SyntaxOf<"BinaryExpression" | "LogicalExpression">, walk: Walk): void {
  const rights: Syntax[] = [];
  let left: Syntax = node;
  for (; left.type === "BinaryExpression" || left.type === "LogicalExpression"; left = left.left) {
    if (left.type === "BinaryExpression" && /^([!=]==?|in)$/.test(left.operator))
      walk.found.comparisons.push(walk.seen(left));
    rights.push(left.right);
  }
  walk.visit(left);
  walk.visitAll(rights.reverse());
}

/** The import of `import("module").then`. */
function thenOfImport(callee: Syntax): Syntax | undefined {
  if (callee.type !== "MemberExpression" || callee.object.type !== "ImportExpression")
    return undefined;
  const { property, object } = callee;
  return property.type === "Identifier" && property.name === "then" ? object : undefined;
}
