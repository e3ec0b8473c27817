/** Walks a syntax tree once and gathers what may say something about errors. */
import { commonExport, commonExports, isComputedRequire } from "./common-js.js";
import {
  declaredNames,
  declareImport,
  declarePattern,
  exportedName,
  keyName,
  otherBinding,
  patternDefaults,
} from "./declare.js";
import type { Gathered, Seen } from "./gathered.js";
import { unwrap } from "./origin.js";
import { forEachChild, type Syntax, type SyntaxOf } from "./parse-source.js";
import { functionScope, innerScope, type Scope } from "./scope.js";

type FunctionNode = SyntaxOf<
  "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression"
>;
type Visitors = { readonly [Type in Syntax["type"]]?: (node: SyntaxOf<Type>) => void };
type Filling = {
  readonly [Key in keyof Gathered]: Gathered[Key] extends readonly (infer Item)[]
    ? Item[]
    : Gathered[Key] extends ReadonlyMap<infer From, infer To>
      ? Map<From, To>
      : Gathered[Key];
};

/** Gathers from a program. `wantsTexts`: list its texts and keys too, as is done for tests. */
export function gather(program: SyntaxOf<"Program">, wantsTexts: boolean): Gathered {
  let scope = innerScope(undefined, true);
  let owner = 0;
  let guarded = false;
  const found = nothingYet(scope);
  // What the first parameter of a function is, where a call says it: `import("module").then((module) => …)`.
  const parameterOf = new Map<Syntax, Syntax>();

  const seen = <Node>(node: Node): Seen<Node> => ({ node, scope, owner, guarded });
  const visitAll = (nodes: readonly (Syntax | null)[]): void => {
    for (const node of nodes) if (node !== null) visit(node);
  };
  const within = (inner: Scope, work: () => void): void => {
    const outer = scope;
    scope = inner;
    work();
    scope = outer;
  };
  const inBlock = (work: () => void): void => within(innerScope(scope, false), work);

  // Something that is called or looked into is not passed on, but what is computed on the way to it may be.
  const visitReference = (reference: Syntax): void => {
    const node = unwrap(reference);
    if (node.type === "Identifier") return;
    if (node.type !== "MemberExpression") {
      visit(node);
      return;
    }
    visitReference(node.object);
    if (!node.computed) return;
    visit(node.property);
    found.lookups.push(seen(node));
  };

  const visitFunction = (node: FunctionNode, given?: string, type?: Syntax): void => {
    const number = found.functions.length;
    const types = [node.returnType?.typeAnnotation, type].filter((each) => each !== undefined);
    const name = node.id?.name ?? given;
    found.functions.push({ name, owner, start: node.start, types, scope });
    found.ownerOf.set(node, number);
    const self = { kind: "function", owner: number } as const;
    if (node.id && node.type === "FunctionDeclaration") scope.values.set(node.id.name, self);
    const outer = { owner, guarded };
    within(innerScope(scope, true), () => {
      owner = number;
      guarded = false;
      if (node.id && node.type === "FunctionExpression") scope.values.set(node.id.name, self);
      let from = parameterOf.get(node);
      for (const parameter of node.params) {
        visitDeclared(parameter, from);
        from = undefined;
      }
      if (node.body?.type === "BlockStatement") visitAll(node.body.body);
      else if (node.body) visit(node.body);
    });
    ({ owner, guarded } = outer);
  };

  // The names of a pattern, and the expressions in it: computed keys and defaults.
  const visitDeclared = (pattern: Syntax, from?: Syntax, into = scope): void => {
    declarePattern(pattern, into, { from, scope });
    for (const { value, type } of patternDefaults(pattern)) visitTyped(value, undefined, type);
  };

  const visitTyped = (value: Syntax, name?: string, type?: Syntax | null): void => {
    if (type) found.typed.push(seen({ value, type }));
    if (value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression")
      visitFunction(value, name, type ?? undefined);
    else visit(value);
  };

  const modules: Visitors = {
    ImportDeclaration: (node) => declareImport(node, scope),
    ExportAllDeclaration: ({ exported, source: { value: module } }) => {
      if (exported === null) found.exports.push({ name: undefined, module });
      else found.exports.push({ name: exportedName(exported), module, path: [] });
    },
    ExportNamedDeclaration: ({ declaration, specifiers, source }) => {
      for (const { local, exported } of specifiers) {
        const [from, name] = [exportedName(local), exportedName(exported)];
        if (source === null) found.exports.push({ name, local: from });
        else found.exports.push({ name, module: source.value, path: [from] });
      }
      if (declaration === null) return;
      for (const name of declaredNames(declaration)) found.exports.push({ name, local: name });
      visit(declaration);
    },
    ExportDefaultDeclaration: ({ declaration }) => {
      found.exports.push({ name: "default", value: declaration });
      if (!isReference(declaration)) visitTyped(declaration);
    },
    TSExportAssignment: ({ expression }) => {
      found.exports.push(...commonExports(expression));
    },
    TSImportEqualsDeclaration: ({ id, moduleReference, start }) => {
      if (moduleReference.type !== "TSExternalModuleReference") return;
      const module = moduleReference.expression.value;
      scope.values.set(id.name, { kind: "import", module, path: [], start });
    },
    ImportExpression: (node) => {
      if (node.source.type !== "Literal") found.computedImports.push(node);
      visit(node.source);
    },
  };

  const declarations: Visitors = {
    VariableDeclaration: ({ kind, declarations }) => {
      const into = kind === "var" ? functionScope(scope) : scope;
      for (const { id, init } of declarations) {
        visitDeclared(id, init ?? undefined, into);
        if (init === null) continue;
        // Another name for something is not yet a use of it.
        if (isReference(init)) visitReference(init);
        else {
          const name = id.type === "Identifier" ? id.name : undefined;
          visitTyped(init, name, id.typeAnnotation?.typeAnnotation);
        }
      }
    },
    FunctionDeclaration: (node) => visitFunction(node),
    FunctionExpression: (node) => visitFunction(node),
    ArrowFunctionExpression: (node) => visitFunction(node),
    TSDeclareFunction: ({ id }) => {
      if (id && !scope.values.has(id.name)) scope.values.set(id.name, otherBinding);
    },
    ClassDeclaration: (node) => {
      if (node.id) scope.values.set(node.id.name, otherBinding);
      visitClass(node);
    },
    ClassExpression: (node) => visitClass(node),
    MethodDefinition: (node) => {
      visitAll(node.decorators);
      if (node.computed) visit(node.key);
      if (node.value.body) visitFunction(node.value, keyName(node));
    },
    PropertyDefinition: (node) => {
      visitAll(node.decorators);
      if (node.computed) visit(node.key);
      if (node.value) visitTyped(node.value, keyName(node), node.typeAnnotation?.typeAnnotation);
    },
    TSEnumDeclaration: ({ id }) => {
      scope.values.set(id.name, otherBinding);
    },
    TSModuleDeclaration: ({ id, body }) => {
      if (id.type === "Identifier" && id.name !== "global") scope.values.set(id.name, otherBinding);
      if (body) within(innerScope(scope, true), () => visitAll(body.body));
    },
    TSTypeAliasDeclaration: ({ id, typeAnnotation }) => {
      scope.types.set(id.name, { alias: typeAnnotation });
    },
    TSInterfaceDeclaration: ({ id }) => {
      scope.types.set(id.name, { alias: undefined });
    },
  };

  const visitClass = (node: SyntaxOf<"ClassDeclaration">): void => {
    visitAll([...node.decorators, node.superClass]);
    inBlock(() => visitAll(node.body.body));
  };

  const statements: Visitors = {
    BlockStatement: ({ body }) => inBlock(() => visitAll(body)),
    StaticBlock: ({ body }) => within(innerScope(scope, true), () => visitAll(body)),
    ForStatement: (node) => inBlock(() => forEachChild(node, visit)),
    ForInStatement: (node) => inBlock(() => forEachChild(node, visit)),
    ForOfStatement: (node) => inBlock(() => forEachChild(node, visit)),
    TryStatement: ({ block, handler, finalizer }) => {
      const outer = guarded;
      guarded = guarded || handler !== null;
      visit(block);
      guarded = outer;
      visitAll([handler, finalizer]);
    },
    CatchClause: ({ param, body }) =>
      inBlock(() => {
        if (param !== null) visitDeclared(param);
        visit(body);
      }),
    SwitchStatement: (node) => {
      found.switches.push(seen(node));
      visit(node.discriminant);
      inBlock(() => visitAll(node.cases));
    },
    LabeledStatement: ({ body }) => visit(body),
    BreakStatement: () => {},
    ContinueStatement: () => {},
  };

  const expressions: Visitors = {
    CallExpression: (node) => {
      found.calls.push(seen(node));
      if (isComputedRequire(node)) found.computedImports.push(node);
      const [first] = node.arguments;
      const source = thenOfImport(node.callee);
      if (source !== undefined && first !== undefined) parameterOf.set(first, source);
      visitReference(node.callee);
      visitAll(node.arguments);
    },
    BinaryExpression: (node) => {
      if (/^[!=]==?$/.test(node.operator)) found.comparisons.push(seen(node));
      // A chain of `a + b + c …` leans to the left, however long it is; a loop needs no stack for it.
      const rights: Syntax[] = [node.right];
      let left: Syntax = node.left;
      for (; left.type === "BinaryExpression" && left.operator === "+"; left = left.left)
        rights.push(left.right);
      visit(left);
      visitAll(rights.reverse());
    },
    MemberExpression: (node) => {
      if (isReference(node)) found.values.push(seen(node));
      visitReference(node);
    },
    Identifier: (node) => {
      found.values.push(seen(node));
    },
    Property: (node) => {
      const name = keyName(node);
      if (node.computed) visit(node.key);
      else if (wantsTexts && name !== undefined)
        found.texts.push({ text: name, start: node.key.start });
      visitTyped(node.value, name);
    },
    AssignmentExpression: ({ left, right }) => {
      const target = commonExport(left);
      if (target === undefined) {
        if (left.type !== "Identifier") visit(left);
      } else if (target === "") found.exports.push(...commonExports(right));
      else found.exports.push({ name: target, value: right });
      if (target === undefined || !isReference(right)) visitTyped(right, target);
    },
    TSAsExpression: ({ expression, typeAnnotation }) => {
      visitTyped(expression, undefined, typeAnnotation);
    },
    TSSatisfiesExpression: ({ expression, typeAnnotation }) => {
      visitTyped(expression, undefined, typeAnnotation);
    },
    TSTypeAssertion: ({ expression }) => visit(expression),
    TSNonNullExpression: ({ expression }) => visit(expression),
    TSInstantiationExpression: ({ expression }) => visit(expression),
    MetaProperty: () => {},
    Literal: ({ value, start }) => {
      if (wantsTexts && typeof value === "string") found.texts.push({ text: value, start });
    },
    TemplateElement: ({ value, start }) => {
      if (wantsTexts) found.texts.push({ text: value.cooked ?? "", start });
    },
  };

  const visitors = { ...modules, ...declarations, ...statements, ...expressions };
  const byType = visitors as Readonly<Record<string, ((node: Syntax) => void) | undefined>>;
  const visit = (node: Syntax): void => {
    const visitor = byType[node.type];
    if (visitor !== undefined) visitor(node);
    else if (!node.type.startsWith("TS")) forEachChild(node, visit);
  };
  visitAll(program.body);
  return found;
}

function nothingYet(module: Scope): Filling {
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

/** Whether it is a name, or members of one: `a`, `a.b`, `a[b]`. */
function isReference(node: Syntax): boolean {
  if (node.type === "MemberExpression") return isReference(node.object);
  return node.type === "Identifier";
}

/** The import of `import("module").then`. */
function thenOfImport(callee: Syntax): Syntax | undefined {
  if (callee.type !== "MemberExpression" || callee.object.type !== "ImportExpression")
    return undefined;
  const { property, object } = callee;
  return property.type === "Identifier" && property.name === "then" ? object : undefined;
}
