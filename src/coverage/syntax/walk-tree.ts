/** Walks a syntax tree once and notes what may say something about errors. */
import { declarePattern, patternDefaults } from "./declare-names.js";
import { childKeys, type Syntax, type SyntaxOf } from "./parse-source.js";
import { innerScope, type Scope } from "./scope.js";
import type { FunctionNode, GrowingTree, Walk } from "./tree-visitor.js";
import { unwrap } from "./unwrap.js";
import { declarationVisitors, moduleVisitors } from "./visit-declarations.js";
import { expressionVisitors, statementVisitors } from "./visit-expressions.js";
import type { Seen, WalkedTree } from "./walked-tree.js";

/** Walks a program. `wantsTexts`: note its texts and keys too, as is done for tests. */
export function walkTree(program: SyntaxOf<"Program">, wantsTexts: boolean): WalkedTree {
  const walk = new TreeWalk(wantsTexts);
  walk.visitAll(program.body);
  return walk.found;
}

type Visitor = (node: Syntax, walk: Walk) => void;

const visitors = new Map(
  Object.entries({
    ...moduleVisitors,
    ...declarationVisitors,
    ...statementVisitors,
    ...expressionVisitors,
  }) as [string, Visitor][],
);

// A class, and visitors that are made once: a tree has many nodes, and new functions for each file are slow ones.
class TreeWalk implements Walk {
  scope: Scope = innerScope(undefined, true);
  readonly found: GrowingTree = nothingYet(this.scope);
  readonly parameterOf = new Map<Syntax, Syntax>();
  readonly followed = new Set<Syntax>();
  guarded = false;
  #owner = 0;

  constructor(readonly wantsTexts: boolean) {}

  seen<Node>(node: Node): Seen<Node> {
    return { node, scope: this.scope, owner: this.#owner, guarded: this.guarded };
  }

  visit(node: Syntax): void {
    const visitor = visitors.get(node.type);
    if (visitor !== undefined) visitor(node, this);
    else if (!node.type.startsWith("TS")) this.visitChildren(node);
  }

  visitChildren(node: Syntax): void {
    const members = node as unknown as Readonly<Record<string, Syntax | (Syntax | null)[] | null>>;
    for (const key of childKeys(node)) {
      const child = members[key];
      if (Array.isArray(child)) this.visitAll(child);
      else if (child !== null && child !== undefined) this.visit(child);
    }
  }

  visitAll(nodes: readonly (Syntax | null)[]): void {
    for (const node of nodes) if (node !== null) this.visit(node);
  }

  visitReference(reference: Syntax): void {
    const computed: SyntaxOf<"MemberExpression">[] = [];
    let node = unwrap(reference);
    for (; node.type === "MemberExpression"; node = unwrap(node.object))
      if (node.computed) computed.push(node);
    if (node !== unwrap(reference)) this.followed.add(node);
    if (node.type !== "Identifier") this.visit(node);
    for (const each of computed.reverse()) {
      this.visit(each.property);
      this.found.lookups.push(this.seen(each));
    }
  }

  visitFunction(node: FunctionNode, given?: string, type?: Syntax): void {
    const [owner, guarded] = [this.#owner, this.guarded];
    const number = this.#addFunction(node, given, type);
    this.within(innerScope(this.scope, true), () => {
      this.#owner = number;
      this.guarded = false;
      if (node.id && node.type === "FunctionExpression")
        this.scope.values.set(node.id.name, { kind: "function", owner: number });
      const from = this.parameterOf.get(node);
      node.params.forEach((parameter, index) => {
        if (index > 0) this.visitDeclared(parameter);
        else
          this.visitDeclared(parameter, from, this.scope, from === undefined ? number : undefined);
      });
      if (node.body?.type === "BlockStatement") this.visitAll(node.body.body);
      else if (node.body) this.visit(node.body);
    });
    this.#owner = owner;
    this.guarded = guarded;
  }

  #addFunction(node: FunctionNode, given?: string, type?: Syntax): number {
    const { functions, ownerOf } = this.found;
    const number = functions.length;
    const types = [node.returnType?.typeAnnotation, type].filter((each) => each !== undefined);
    const name = node.id?.name ?? given;
    functions.push({ name, owner: this.#owner, start: node.start, types, scope: this.scope });
    ownerOf.set(node, number);
    if (node.id && node.type === "FunctionDeclaration")
      this.scope.values.set(node.id.name, { kind: "function", owner: number });
    return number;
  }

  visitDeclared(
    pattern: Syntax,
    from?: Syntax,
    into: Scope = this.scope,
    parameterOf?: number,
  ): void {
    declarePattern(pattern, into, { from, scope: this.scope, parameterOf });
    for (const { value, type } of patternDefaults(pattern)) this.visitTyped(value, undefined, type);
  }

  visitTyped(value: Syntax, name?: string, type?: Syntax | null): void {
    if (type) this.found.typed.push(this.seen({ value, type }));
    if (value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression")
      this.visitFunction(value, name, type ?? undefined);
    else this.visit(value);
  }

  within(inner: Scope, work: () => void): void {
    const outer = this.scope;
    this.scope = inner;
    work();
    this.scope = outer;
  }

  inBlock(work: () => void): void {
    this.within(innerScope(this.scope, false), work);
  }
}

function nothingYet(module: Scope): GrowingTree {
  return {
    module,
    exports: [],
    requests: [],
    functions: [{ name: undefined, owner: 0, start: 0, types: [], scope: module }],
    ownerOf: new Map(),
    calls: [],
    comparisons: [],
    switches: [],
    lookups: [],
    typed: [],
    values: [],
    texts: [],
    computedImports: [],
  };
}
