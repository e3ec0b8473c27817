/** Tells what the statements and calls of a syntax tree ask of other modules. */
import { exportedName } from "./declare-names.js";
import type { SyntaxOf } from "./parse-source.js";
import type { ModuleRequest } from "./walked-tree.js";

/** `import { a, type B } from "module"` */
export function importRequest(node: SyntaxOf<"ImportDeclaration">): ModuleRequest {
  const { source, specifiers, importKind } = node;
  const named = specifiers.filter((each) => each.type === "ImportSpecifier");
  const isType = (each: (typeof specifiers)[number]): boolean =>
    each.type === "ImportSpecifier" && each.importKind === "type";
  return {
    ...{ module: source.value, start: source.start },
    names: named.map(({ imported }) => exportedName(imported)),
    takesAll: specifiers.some(
      (each) => each.type !== "ImportSpecifier" || exportedName(each.imported) === "default",
    ),
    isType: importKind === "type" || (specifiers.length > 0 && specifiers.every(isType)),
  };
}

/** `export { a } from "module"`; undefined where it is from nowhere. */
export function exportRequest(node: SyntaxOf<"ExportNamedDeclaration">): ModuleRequest | undefined {
  const { source, specifiers, exportKind } = node;
  if (source === null) return undefined;
  const names = specifiers.map(({ local }) => exportedName(local));
  return {
    ...{ module: source.value, start: source.start, names },
    takesAll: names.includes("default"),
    isType:
      exportKind === "type" ||
      (specifiers.length > 0 && specifiers.every((each) => each.exportKind === "type")),
  };
}

/** `export * from "module"`, `import("module")`, `require("module")`: all that there is. */
export function wholeRequest(
  { value: module, start }: { readonly value: string; readonly start: number },
  isType = false,
): ModuleRequest {
  return { module, start, names: [], takesAll: true, isType };
}
