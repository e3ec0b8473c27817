/** Visits what declares names: imports, exports, variables, functions, classes and types. */
import { commonExports, writtenText } from "./common-js.js";
import {
  declaredNames,
  declareImport,
  exportedName,
  keyName,
  otherBinding,
} from "./declare-names.js";
import { exportRequest, importRequest, wholeRequest } from "./module-requests.js";
import type { SyntaxOf } from "./parse-source.js";
import { functionScope, innerScope } from "./scope.js";
import { isReference, type Visitors, type Walk } from "./tree-visitor.js";
import { unwrap } from "./unwrap.js";

/** Visitors of imports and exports. */
export const moduleVisitors: Visitors = {
  ImportDeclaration: (node, walk) => {
    walk.found.requests.push(importRequest(node));
    declareImport(node, walk.scope);
  },
  ExportAllDeclaration: ({ exported, source, exportKind }, walk) => {
    const module = source.value;
    walk.found.requests.push(wholeRequest(source, exportKind === "type"));
    if (exported === null) walk.found.exports.push({ name: undefined, module });
    else walk.found.exports.push({ name: exportedName(exported), module, path: [] });
  },
  ExportNamedDeclaration: (node, walk) => {
    const { declaration, specifiers, source } = node;
    const request = exportRequest(node);
    if (request !== undefined) walk.found.requests.push(request);
    for (const { local, exported } of specifiers) {
      const [from, name] = [exportedName(local), exportedName(exported)];
      if (source === null) walk.found.exports.push({ name, local: from });
      else walk.found.exports.push({ name, module: source.value, path: [from] });
    }
    if (declaration === null) return;
    for (const name of declaredNames(declaration)) walk.found.exports.push({ name, local: name });
    walk.visit(declaration);
  },
  ExportDefaultDeclaration: ({ declaration }, walk) => {
    walk.found.exports.push({ name: "default", value: declaration });
    if (!isReference(declaration)) walk.visitTyped(declaration);
  },
  TSExportAssignment: ({ expression }, walk) => {
    for (const each of commonExports(expression)) walk.found.exports.push(each);
  },
  TSImportEqualsDeclaration: ({ id, moduleReference, start }, walk) => {
    if (moduleReference.type !== "TSExternalModuleReference") return;
    const module = moduleReference.expression.value;
    walk.found.requests.push(wholeRequest(moduleReference.expression));
    walk.scope.values.set(id.name, { kind: "import", module, path: [], start });
  },
  ImportExpression: (node, walk) => {
    const { source } = node;
    const value = writtenText(source);
    if (value === undefined) walk.found.computedImports.push(node);
    else walk.found.requests.push(wholeRequest({ value, start: source.start }));
    if (value !== undefined && !walk.followed.has(node)) walk.found.values.push(walk.seen(node));
    walk.visit(source);
  },
};

/** Visitors of declarations. */
export const declarationVisitors: Visitors = {
  VariableDeclaration: ({ kind, declarations }, walk) => {
    const into = kind === "var" ? functionScope(walk.scope) : walk.scope;
    for (const { id, init } of declarations) {
      walk.visitDeclared(id, init ?? undefined, into);
      if (init === null) continue;
      walk.followed.add(unwrap(init));
      // Another name for something is not yet a use of it.
      if (isReference(init)) walk.visitReference(init);
      else {
        const name = id.type === "Identifier" ? id.name : undefined;
        walk.visitTyped(init, name, id.typeAnnotation?.typeAnnotation);
      }
    }
  },
  FunctionDeclaration: (node, walk) => walk.visitFunction(node),
  FunctionExpression: (node, walk) => walk.visitFunction(node),
  ArrowFunctionExpression: (node, walk) => walk.visitFunction(node),
  TSDeclareFunction: ({ id }, walk) => {
    if (id && !walk.scope.values.has(id.name)) walk.scope.values.set(id.name, otherBinding);
  },
  ClassDeclaration: (node, walk) => {
    if (node.id)
      walk.scope.values.set(node.id.name, { kind: "other", declared: node, scope: walk.scope });
    visitClass(node, walk);
  },
  ClassExpression: (node, walk) => visitClass(node, walk),
  MethodDefinition: (node, walk) => {
    walk.visitAll(node.decorators);
    if (node.computed) walk.visit(node.key);
    if (node.value.body) walk.visitFunction(node.value, keyName(node));
  },
  PropertyDefinition: (node, walk) => {
    walk.visitAll(node.decorators);
    if (node.computed) walk.visit(node.key);
    if (node.value) walk.visitTyped(node.value, keyName(node), node.typeAnnotation?.typeAnnotation);
  },
  TSEnumDeclaration: (node, walk) => {
    const { scope } = walk;
    scope.values.set(node.id.name, { kind: "other", declared: node, scope });
  },
  TSModuleDeclaration: ({ id, body }, walk) => {
    if (id.type === "Identifier" && id.name !== "global")
      walk.scope.values.set(id.name, otherBinding);
    if (body) walk.within(innerScope(walk.scope, true), () => walk.visitAll(body.body));
  },
  TSTypeAliasDeclaration: ({ id, typeAnnotation }, walk) => {
    walk.scope.types.set(id.name, { alias: typeAnnotation });
  },
  TSInterfaceDeclaration: ({ id }, walk) => {
    walk.scope.types.set(id.name, { alias: undefined });
  },
};

function visitClass(node: SyntaxOf<"ClassDeclaration">, walk: Walk): void {
  walk.visitAll([...node.decorators, node.superClass]);
  walk.inBlock(() => walk.visitAll(node.body.body));
}
