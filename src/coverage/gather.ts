/** Walks a syntax tree once and gathers what may say something about errors. */
import { declareImport, declarePattern, exportedName, keyName, otherBinding } from "./declare.js";
import type { Export, Gathered, Seen, SeenFunction } from "./gathered.js";
import { forEachChild, type Syntax, type SyntaxOf } from "./parse-source.js";
import { functionScope, innerScope, type Scope } from "./scope.js";

type FunctionNode = SyntaxOf<"FunctionDeclaration" | "ArrowFunctionExpression">;
type Mutable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key];
};

/** Gathers from a program. `wantsTexts`: list its texts and keys too, as is done for tests. */
export function gather(program: SyntaxOf<"Program">, wantsTexts: boolean): Gathered {
  const module = innerScope(undefined, true);
  const ownerOf = new Map<Syntax, number>();
  const found: Mutable<Gathered> = {
    module,
    ownerOf,
    exports: [],
    functions: [{ name: undefined, owner: 0, start: 0, types: [], scope: module }],
    calls: [],
    comparisons: [],
    switches: [],
    lookups: [],
    typed: [],
    values: [],
    texts: [],
    computedImports: [],
  };
  let scope = module;
  let owner = 0;
  let guarded = false;

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

  // A name that is called or looked into is no value that is passed on, but what is computed on the way to it may be.
  const visitReference = (node: Syntax): void => {
    if (node.type === "Identifier") return;
    if (node.type === "MemberExpression") {
      visitReference(node.object);
      if (node.computed) visit(node.property);
      if (node.computed) found.lookups.push(seen(node));
    } else visit(node);
  };

  const visitFunction = (node: FunctionNode, name?: string, type?: Syntax): void => {
    const number = declareFunction(node, name, type);
    const outer = { owner, guarded };
    within(innerScope(scope, true), () => {
      owner = number;
      guarded = false;
      for (const parameter of node.params) {
        declarePattern(parameter, scope, { from: undefined, scope });
        visitPattern(parameter);
      }
      if (node.body?.type === "BlockStatement") visitAll(node.body.body);
      else if (node.body) visit(node.body);
    });
    ({ owner, guarded } = outer);
  };

  const declareFunction = (node: FunctionNode, given?: string, type?: Syntax): number => {
    const number = found.functions.length;
    const types = [node.returnType?.typeAnnotation, type].filter((each) => each !== undefined);
    const name = node.id?.name ?? given;
    const info: SeenFunction = { name, owner, start: node.start, types, scope };
    found.functions.push(info);
    ownerOf.set(node, number);
    if (node.id) {
      // The name of a function expression is known inside it alone; outside it nobody can ask for it.
      scope.values.set(node.id.name, { kind: "function", owner: number });
    }
    return number;
  };

  // Defaults and computed keys are expressions; the names are declarations.
  const visitPattern = (pattern: Syntax): void => {
    switch (pattern.type) {
      case "ObjectPattern":
        for (const property of pattern.properties) {
          if (property.type === "RestElement") continue;
          if (property.computed) visit(property.key);
          visitPattern(property.value);
        }
        return;
      case "ArrayPattern":
        for (const element of pattern.elements) if (element !== null) visitPattern(element);
        return;
      case "AssignmentPattern": {
        const { left, right } = pattern;
        const type = left.typeAnnotation?.typeAnnotation;
        if (type) found.typed.push(seen({ value: right, type }));
        visitPattern(left);
        visit(right);
        return;
      }
      case "TSParameterProperty":
        visitPattern(pattern.parameter);
        return;
      default:
    }
  };

  const visitNamed = (value: Syntax, name: string | undefined, type?: Syntax): void => {
    if (isFunction(value)) visitFunction(value, name, type);
    else visit(value);
  };

  const exportDeclared = (declaration: Syntax): void => {
    const names = new Set<string>();
    if (declaration.type === "VariableDeclaration") {
      for (const { id } of declaration.declarations) addNames(id, names);
    } else if ("id" in declaration && declaration.id?.type === "Identifier") {
      names.add(declaration.id.name);
    }
    for (const name of names) found.exports.push({ name, local: name });
  };

  const visitors: { readonly [Type in Syntax["type"]]?: (node: SyntaxOf<Type>) => void } = {
    ImportDeclaration: (node) => declareImport(node, scope),
    ExportAllDeclaration: ({ exported, source }) => {
      const module = source.value;
      found.exports.push(
        exported === null
          ? { name: undefined, module }
          : { name: exportedName(exported), module, path: [] },
      );
    },
    ExportNamedDeclaration: ({ declaration, specifiers, source }) => {
      for (const { local, exported } of specifiers) {
        const name = exportedName(exported);
        found.exports.push(
          source === null
            ? { name, local: exportedName(local) }
            : { name, module: source.value, path: [exportedName(local)] },
        );
      }
      if (declaration === null) return;
      exportDeclared(declaration);
      visit(declaration);
    },
    ExportDefaultDeclaration: ({ declaration }) => {
      if (declaration.type === "Identifier") {
        found.exports.push({ name: "default", local: declaration.name });
        return;
      }
      found.exports.push({ name: "default", value: declaration });
      visitNamed(declaration, undefined);
    },
    TSExportAssignment: ({ expression }) => addCommonExports(expression, found.exports),
    TSImportEqualsDeclaration: ({ id, moduleReference }) => {
      if (moduleReference.type !== "TSExternalModuleReference") return;
      const module = moduleReference.expression.value;
      scope.values.set(id.name, { kind: "import", module, path: [] });
    },
    VariableDeclaration: ({ kind, declarations }) => {
      const into = kind === "var" ? functionScope(scope) : scope;
      for (const { id, init } of declarations) {
        declarePattern(id, into, { from: init ?? undefined, scope });
        visitPattern(id);
        if (init === null) continue;
        const type = id.typeAnnotation?.typeAnnotation;
        if (type) found.typed.push(seen({ value: init, type }));
        // Another name for something is not yet a use of it.
        if (isReference(init)) visitReference(init);
        else visitNamed(init, id.type === "Identifier" ? id.name : undefined, type ?? undefined);
      }
    },
    FunctionDeclaration: (node) => visitFunction(node),
    FunctionExpression: (node) => visitFunction(node as never),
    ArrowFunctionExpression: (node) => visitFunction(node),
    ClassDeclaration: ({ id, superClass, decorators, body }) => {
      if (id) scope.values.set(id.name, otherBinding);
      visitAll([...decorators, superClass]);
      inBlock(() => visitAll(body.body));
    },
    ClassExpression: ({ superClass, decorators, body }) => {
      visitAll([...decorators, superClass]);
      inBlock(() => visitAll(body.body));
    },
    MethodDefinition: (node) => {
      visitAll(node.decorators);
      if (node.computed) visit(node.key);
      visitFunction(node.value as never, keyName(node));
    },
    PropertyDefinition: (node) => {
      visitAll(node.decorators);
      if (node.computed) visit(node.key);
      if (node.value === null) return;
      const type = node.typeAnnotation?.typeAnnotation;
      if (type) found.typed.push(seen({ value: node.value, type }));
      visitNamed(node.value, keyName(node), type ?? undefined);
    },
    Property: (node) => {
      if (node.computed) visit(node.key);
      const name = keyName(node);
      if (wantsTexts && name !== undefined)
        found.texts.push({ text: name, start: node.key.start });
      visitNamed(node.value, name);
    },
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
        if (param !== null) declarePattern(param, scope, { from: undefined, scope });
        if (param !== null) visitPattern(param);
        visit(body);
      }),
    SwitchStatement: (node) => {
      visit(node.discriminant);
      found.switches.push(seen(node));
      inBlock(() => forEachChild({ ...node, discriminant: node.discriminant }, visitCase));
    },
    TSEnumDeclaration: ({ id }) => {
      scope.values.set(id.name, otherBinding);
    },
    TSModuleDeclaration: ({ id, body }) => {
      if (id.type === "Identifier" && id.name !== "global") scope.values.set(id.name, otherBinding);
      if (body?.type === "TSModuleBlock")
        within(innerScope(scope, true), () => visitAll(body.body));
    },
    TSTypeAliasDeclaration: ({ id, typeAnnotation }) => {
      scope.types.set(id.name, { alias: typeAnnotation });
    },
    TSInterfaceDeclaration: ({ id }) => {
      scope.types.set(id.name, { alias: undefined });
    },
    CallExpression: (node) => {
      visitReference(node.callee);
      visitAll(node.arguments);
      found.calls.push(seen(node));
      if (isComputedRequire(node)) found.computedImports.push(node);
    },
    ImportExpression: (node) => {
      if (node.source.type !== "Literal") found.computedImports.push(node);
      visit(node.source);
    },
    BinaryExpression: (node) => {
      if (/^[!=]==?$/.test(node.operator)) found.comparisons.push(seen(node));
      visitSides(node);
    },
    MemberExpression: (node) => {
      if (isReference(node)) found.values.push(seen(node));
      visitReference(node);
    },
    Identifier: (node) => {
      found.values.push(seen(node));
    },
    AssignmentExpression: ({ left, right }) => {
      const target = commonExport(left);
      if (target === undefined) {
        if (left.type !== "Identifier") visit(left);
        visitNamed(right, undefined);
        return;
      }
      if (target === "") addCommonExports(right, found.exports);
      else found.exports.push({ name: target, value: right });
      if (!isReference(right)) visitNamed(right, target);
    },
    TSAsExpression: ({ expression, typeAnnotation }) => {
      found.typed.push(seen({ value: expression, type: typeAnnotation }));
      visit(expression);
    },
    TSSatisfiesExpression: ({ expression, typeAnnotation }) => {
      found.typed.push(seen({ value: expression, type: typeAnnotation }));
      visit(expression);
    },
    TSTypeAssertion: ({ expression }) => visit(expression),
    TSNonNullExpression: ({ expression }) => visit(expression),
    TSInstantiationExpression: ({ expression }) => visit(expression),
    LabeledStatement: ({ body }) => visit(body),
    BreakStatement: () => {},
    ContinueStatement: () => {},
    MetaProperty: () => {},
    Literal: (node) => {
      if (wantsTexts && typeof node.value === "string")
        found.texts.push({ text: node.value, start: node.start });
    },
    TemplateElement: ({ value, start }) => {
      if (wantsTexts) found.texts.push({ text: value.cooked ?? "", start });
    },
  };

  const visitCase = (node: Syntax): void => {
    if (node.type === "SwitchCase") forEachChild(node, visit);
  };

  // A chain of `a + b + c …` leans to the left, as long as the chain is; walking it in a loop needs no stack.
  const visitSides = (node: SyntaxOf<"BinaryExpression">): void => {
    const rights: Syntax[] = [];
    let left: Syntax = node;
    while (left.type === "BinaryExpression" && (left === node || left.operator === "+")) {
      rights.push(left.right);
      left = left.left;
    }
    visit(left);
    for (const right of rights.reverse()) visit(right);
  };

  const byType = visitors as Readonly<Record<string, ((node: Syntax) => void) | undefined>>;
  const visit = (node: Syntax): void => {
    const visitor = byType[node.type];
    if (visitor !== undefined) visitor(node);
    else if (!node.type.startsWith("TS")) forEachChild(node, visit);
  };
  visitAll(program.body);
  return found;
}

function isFunction(node: Syntax): node is FunctionNode {
  return node.type === "ArrowFunctionExpression" || (node.type as string) === "FunctionExpression";
}

function isReference(node: Syntax): boolean {
  if (node.type === "MemberExpression") return isReference(node.object);
  return node.type === "Identifier";
}

function addNames(pattern: Syntax, names: Set<string>): void {
  if (pattern.type === "Identifier") names.add(pattern.name);
  else if (pattern.type === "ObjectPattern") {
    for (const each of pattern.properties)
      addNames(each.type === "RestElement" ? each.argument : each.value, names);
  } else if (pattern.type === "ArrayPattern") {
    for (const each of pattern.elements) if (each !== null) addNames(each, names);
  } else if (pattern.type === "AssignmentPattern") addNames(pattern.left, names);
}

function isComputedRequire({ callee, arguments: [first] }: SyntaxOf<"CallExpression">): boolean {
  return (
    callee.type === "Identifier" &&
    callee.name === "require" &&
    first !== undefined &&
    first.type !== "Literal"
  );
}

// `module.exports` is the empty name, `exports.a` and `module.exports.a` are `a`.
function commonExport(left: Syntax): string | undefined {
  if (left.type !== "MemberExpression" || left.computed) return undefined;
  const { object, property } = left;
  if (property.type !== "Identifier") return undefined;
  if (object.type === "Identifier") {
    if (object.name === "exports") return property.name;
    return object.name === "module" && property.name === "exports" ? "" : undefined;
  }
  return commonExport(object) === "" ? property.name : undefined;
}

// `module.exports = { a, b: c, ...require("./d") }`, or another module as it is.
function addCommonExports(value: Syntax, exports: Export[]): void {
  const module = requiredModule(value);
  if (module !== undefined) exports.push({ name: undefined, module });
  else if (value.type !== "ObjectExpression") exports.push({ name: "default", value });
  else {
    for (const property of value.properties) {
      if (property.type === "SpreadElement") addCommonExports(property.argument, exports);
      else {
        const name = keyName(property);
        if (name !== undefined) exports.push({ name, value: property.value });
      }
    }
  }
}

/** The module of `require("module")`. */
export function requiredModule(node: Syntax): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const [first] = node.arguments;
  if (node.callee.name !== "require" || first?.type !== "Literal") return undefined;
  return typeof first.value === "string" ? first.value : undefined;
}
