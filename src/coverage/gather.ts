/** Walks a syntax tree once and gathers what may say something about errors. */
import { declarePattern, patternDefaults } from "./declare.js";
import type { Gathered } from "./gathered.js";
import { unwrap } from "./origin.js";
import { forEachChild, type Syntax, type SyntaxOf } from "./parse-source.js";
import { innerScope, type Scope } from "./scope.js";
import { declarationVisitors, moduleVisitors } from "./visit-declarations.js";
import { expressionVisitors, statementVisitors } from "./visit-expressions.js";
import type { FunctionNode, Gathering, Walk } from "./walk.js";

/** Gathers from a program. `wantsTexts`: list its texts and keys too, as is done for tests. */
export function gather(program: SyntaxOf<"Program">, wantsTexts: boolean): Gathered {
  let scope = innerScope(undefined, true);
  let owner = 0;
  const found = nothingYet(scope);
  const walk: Walk = {
    found,
    wantsTexts,
    parameterOf: new Map(),
    guarded: false,
    get scope() {
      return scope;
    },
    seen: (node) => ({ node, scope, owner, guarded: walk.guarded }),
    visit: (node) => {
      const visitor = visitors[node.type];
      if (visitor !== undefined) visitor(node);
      else if (!node.type.startsWith("TS")) forEachChild(node, walk.visit);
    },
    visitAll: (nodes) => {
      for (const node of nodes) if (node !== null) walk.visit(node);
    },
    visitReference: (reference) => {
      const node = unwrap(reference);
      if (node.type === "Identifier") return;
      if (node.type !== "MemberExpression") {
        walk.visit(node);
        return;
      }
      walk.visitReference(node.object);
      if (!node.computed) return;
      walk.visit(node.property);
      found.lookups.push(walk.seen(node));
    },
    visitFunction: (node, given, type) => {
      const outer = { owner, guarded: walk.guarded };
      const number = addFunction(node, given, type);
      walk.within(innerScope(scope, true), () => {
        owner = number;
        walk.guarded = false;
        if (node.id && node.type === "FunctionExpression")
          scope.values.set(node.id.name, { kind: "function", owner });
        let from = walk.parameterOf.get(node);
        for (const parameter of node.params) {
          walk.visitDeclared(parameter, from);
          from = undefined;
        }
        if (node.body?.type === "BlockStatement") walk.visitAll(node.body.body);
        else if (node.body) walk.visit(node.body);
      });
      owner = outer.owner;
      walk.guarded = outer.guarded;
    },
    visitDeclared: (pattern, from, into = scope) => {
      declarePattern(pattern, into, { from, scope });
      for (const { value, type } of patternDefaults(pattern))
        walk.visitTyped(value, undefined, type);
    },
    visitTyped: (value, name, type) => {
      if (type) found.typed.push(walk.seen({ value, type }));
      if (value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression")
        walk.visitFunction(value, name, type ?? undefined);
      else walk.visit(value);
    },
    within: (inner, work) => {
      const outer = scope;
      scope = inner;
      work();
      scope = outer;
    },
    inBlock: (work) => walk.within(innerScope(scope, false), work),
  };

  const addFunction = (node: FunctionNode, given?: string, type?: Syntax): number => {
    const number = found.functions.length;
    const types = [node.returnType?.typeAnnotation, type].filter((each) => each !== undefined);
    const name = node.id?.name ?? given;
    found.functions.push({ name, owner, start: node.start, types, scope });
    found.ownerOf.set(node, number);
    if (node.id && node.type === "FunctionDeclaration")
      scope.values.set(node.id.name, { kind: "function", owner: number });
    return number;
  };

  const visitors = {
    ...moduleVisitors(walk),
    ...declarationVisitors(walk),
    ...statementVisitors(walk),
    ...expressionVisitors(walk),
  } as Readonly<Record<string, ((node: Syntax) => void) | undefined>>;
  walk.visitAll(program.body);
  return found;
}

function nothingYet(module: Scope): Gathering {
  return {
    module,
    exports: [],
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
