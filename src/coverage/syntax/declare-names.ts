/** Puts the names that a pattern or a statement declares into a scope. */
import type { Syntax, SyntaxOf } from "./parse-source.js";
import type { Binding, Scope } from "./scope.js";

/** Where the values of a pattern come from. */
export interface PatternSource {
  readonly from: Syntax | undefined;
  /** The scope in which `from` is to be read. */
  readonly scope: Scope;
  /** The function whose first parameter the pattern is. */
  readonly parameterOf?: number | undefined;
}

/** Declares every name of a pattern: `{ a: { b }, ...rest }`. */
export function declarePattern(
  pattern: Syntax,
  into: Scope,
  source: PatternSource,
  path: readonly string[] | undefined = [],
): void {
  switch (pattern.type) {
    case "Identifier": {
      const type = "typeAnnotation" in pattern ? pattern.typeAnnotation?.typeAnnotation : undefined;
      into.values.set(pattern.name, { kind: "value", ...source, path, type: type ?? undefined });
      return;
    }
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") {
          declarePattern(property.argument, into, source, undefined);
        } else {
          const key = keyName(property);
          const inner = path === undefined || key === undefined ? undefined : [...path, key];
          declarePattern(property.value, into, source, inner);
        }
      }
      return;
    case "ArrayPattern":
      for (const element of pattern.elements) {
        if (element !== null) declarePattern(element, into, source, undefined);
      }
      return;
    case "AssignmentPattern":
      declarePattern(pattern.left, into, source, path);
      return;
    case "RestElement":
      declarePattern(pattern.argument, into, source, undefined);
      return;
    case "TSParameterProperty":
      declarePattern(pattern.parameter, into, source, path);
      return;
    default:
  }
}

/** The expressions of a pattern: computed keys, and defaults with the type of what they stand in for. */
export function patternDefaults(
  pattern: Syntax,
): readonly { readonly value: Syntax; readonly type?: Syntax | undefined }[] {
  switch (pattern.type) {
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        property.type === "RestElement"
          ? []
          : [
              ...(property.computed ? [{ value: property.key }] : []),
              ...patternDefaults(property.value),
            ],
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((each) => (each === null ? [] : patternDefaults(each)));
    case "AssignmentPattern": {
      const { left, right } = pattern;
      return [{ value: right, type: annotationOf(left) }, ...patternDefaults(left)];
    }
    case "TSParameterProperty":
      return patternDefaults(pattern.parameter);
    default:
      return [];
  }
}

function annotationOf(pattern: Syntax): Syntax | undefined {
  const isPattern = pattern.type === "Identifier" || pattern.type === "ObjectPattern";
  if (!isPattern || !("typeAnnotation" in pattern)) return undefined;
  return pattern.typeAnnotation?.typeAnnotation;
}

/** The names that a declaration brings: `const { a, b } = …`, `function c …`, `type D = …`. */
export function declaredNames(declaration: Syntax): readonly string[] {
  if (declaration.type === "VariableDeclaration")
    return declaration.declarations.flatMap(({ id }) => patternNames(id));
  const named = "id" in declaration ? declaration.id : undefined;
  return named?.type === "Identifier" ? [named.name] : [];
}

function patternNames(pattern: Syntax): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((each) =>
        patternNames(each.type === "RestElement" ? each.argument : each.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((each) => (each === null ? [] : patternNames(each)));
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

/** The name of a property or member where it is written out. */
export function keyName(property: {
  readonly key: Syntax;
  readonly computed?: boolean;
}): string | undefined {
  const { key, computed } = property;
  if (key.type === "Identifier") return computed ? undefined : key.name;
  return key.type === "Literal" && typeof key.value === "string" ? key.value : undefined;
}

/** Declares what `import …` brings. */
export function declareImport(statement: SyntaxOf<"ImportDeclaration">, into: Scope): void {
  const module = statement.source.value;
  for (const specifier of statement.specifiers) {
    const path =
      specifier.type === "ImportSpecifier"
        ? [exportedName(specifier.imported)]
        : specifier.type === "ImportDefaultSpecifier"
          ? ["default"]
          : [];
    into.values.set(specifier.local.name, { kind: "import", module, path, start: specifier.start });
  }
}

/** The name of something that a module exports: `a`, or `"a-b"`. */
export function exportedName(
  name: SyntaxOf<"ExportSpecifier">["exported"] | SyntaxOf<"ImportSpecifier">["imported"],
): string {
  return name.type === "Literal" ? name.value : name.name;
}

/** A name that is neither imported nor a value that anybody looks into: a class, an enum. */
export const otherBinding: Binding = { kind: "other" };
