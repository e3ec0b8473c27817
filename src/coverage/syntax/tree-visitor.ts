/** What the visitors of a syntax tree share while it is walked. */

import type { Syntax, SyntaxOf } from "./parse-source.js";
import type { Scope } from "./scope.js";
import type { Seen, WalkedTree } from "./walked-tree.js";

/** A function in any of its forms. */
export type FunctionNode = SyntaxOf<
  "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression"
>;

/** What to do with nodes of some types; those of others are walked through, and types are passed by. */
export type Visitors = {
  readonly [Type in Syntax["type"]]?: (node: SyntaxOf<Type>, walk: Walk) => void;
};

/** What a walk notes, while it grows. */
export type GrowingTree = {
  readonly [Key in keyof WalkedTree]: WalkedTree[Key] extends readonly (infer Item)[]
    ? Item[]
    : WalkedTree[Key] extends ReadonlyMap<infer From, infer To>
      ? Map<From, To>
      : WalkedTree[Key];
};

/** A walk on its way through a tree. */
export interface Walk {
  readonly found: GrowingTree;
  /** Whether texts and keys are listed, as is done for tests. */
  readonly wantsTexts: boolean;
  /** What the first parameter of a function is, where a call says it: `import("module").then((module) => …)`. */
  readonly parameterOf: Map<Syntax, Syntax>;
  /** The modules that are asked for in an expression whose value has a name, or is looked into. */
  readonly followed: Set<Syntax>;
  readonly scope: Scope;
  /** Whether a `catch` around it may take what is thrown. */
  guarded: boolean;
  seen<Node>(node: Node): Seen<Node>;
  visit(node: Syntax): void;
  visitChildren(node: Syntax): void;
  visitAll(nodes: readonly (Syntax | null)[]): void;
  /** Something that is called or looked into is not passed on, but what is computed on the way to it may be. */
  visitReference(node: Syntax): void;
  /** A function is called by the name given, where it has none of its own. */
  visitFunction(node: FunctionNode, name?: string, type?: Syntax): void;
  /** The names of a pattern, and the expressions in it: computed keys and defaults. */
  visitDeclared(pattern: Syntax, from?: Syntax, into?: Scope, parameterOf?: number): void;
  /** A value that has a name or a type beside it. */
  visitTyped(value: Syntax, name?: string, type?: Syntax | null): void;
  within(scope: Scope, work: () => void): void;
  inBlock(work: () => void): void;
}

/** Whether it is a name, or members of one: `a`, `a.b`, `a[b]`. */
export function isReference(node: Syntax): boolean {
  let inner = node;
  while (inner.type === "MemberExpression") inner = inner.object;
  return inner.type === "Identifier";
}
