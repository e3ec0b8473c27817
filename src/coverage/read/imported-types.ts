/** Follows the names of types to the modules that they come from. */
import { remembered } from "../../model/remembered.js";
import { forEachChild, type Syntax, type SyntaxOf } from "../syntax/parse-source.js";
import { lookUpType, type Scope } from "../syntax/scope.js";
import type { ScopedNode } from "./follow-value.js";
import type { Imported } from "./value-origin.js";

const longestWay = 20;

/** The parts of a union, aliases of the file looked up, without `undefined` and `null`. */
export function unionOf(located: ScopedNode): readonly ScopedNode[] {
  const parts: ScopedNode[] = [];
  // Aliases may stand for two of the next, through many levels: each is looked up once.
  const aliases = new Set<Syntax>();
  const visit = ({ node, scope }: ScopedNode, steps: number): void => {
    if (node.type === "TSUnionType")
      for (const part of node.types) visit({ node: part, scope }, steps);
    else if (node.type === "TSParenthesizedType")
      visit({ node: node.typeAnnotation, scope }, steps);
    else if (node.type !== "TSUndefinedKeyword" && node.type !== "TSNullKeyword") {
      const alias = aliasOf({ node, scope });
      if (alias === undefined || steps === 0) parts.push({ node, scope });
      else if (!aliases.has(alias.node)) {
        aliases.add(alias.node);
        visit(alias, steps - 1);
      }
    }
  };
  visit(located, longestWay);
  return parts;
}

/** Where every part of a union is a type from elsewhere: which. */
export function importedTypes(located: ScopedNode): readonly Imported[] | undefined {
  const alias = aliasOf(located);
  // One list for all who name the alias, however many they are.
  return alias === undefined ? allImported(located) : importedByAlias(alias.node)(alias.scope);
}

const importedByAlias = remembered((node: Syntax) =>
  remembered((scope: Scope) => allImported({ node, scope })),
);

function allImported(located: ScopedNode): readonly Imported[] | undefined {
  const names = unionOf(located).map(importedType);
  return names.every((name) => name !== undefined) && names.length > 0 ? names : undefined;
}

/** What an alias of this file stands for. */
function aliasOf({ node, scope }: ScopedNode): ScopedNode | undefined {
  if (node.type !== "TSTypeReference" || node.typeName.type !== "Identifier") return undefined;
  const found = lookUpType(node.typeName.name, scope);
  if (found === undefined || "kind" in found || found.alias === undefined) return undefined;
  return { node: found.alias, scope };
}

/**
 * The type of another module that a type is, or is a part of: `QuotaExceeded`, `errors.QuotaExceeded`,
 * `import("…").QuotaExceeded`, `QuotaExceeded["code"]`, `keyof ErrorByCode`.
 */
export function importedType({ node, scope }: ScopedNode): Imported | undefined {
  if (node.type === "TSIndexedAccessType") return importedType({ node: node.objectType, scope });
  if (node.type === "TSTypeOperator") return importedType({ node: node.typeAnnotation, scope });
  if (node.type === "TSImportType") {
    const path = node.qualifier === null ? [] : pathOf(node.qualifier);
    return path && { module: node.source.value, path };
  }
  if (node.type !== "TSTypeReference") return undefined;
  const [first, ...rest] = pathOf(node.typeName) ?? [];
  return first === undefined ? undefined : importedName(first, rest, scope);
}

function importedName(first: string, rest: readonly string[], scope: Scope): Imported | undefined {
  const found = lookUpType(first, scope);
  if (found === undefined || !("kind" in found) || found.kind !== "import") return undefined;
  return { module: found.module, path: [...found.path, ...rest] };
}

function pathOf(
  name: SyntaxOf<"Identifier" | "TSQualifiedName" | "ThisExpression">,
): readonly string[] | undefined {
  if (name.type === "Identifier") return [name.name];
  if (name.type === "ThisExpression") return undefined;
  const left = pathOf(name.left);
  return left && [...left, name.right.name];
}

/** Every type of another module that a type mentions, at any depth, aliases of the file looked up. */
export function typesIn(located: ScopedNode): readonly Imported[] {
  const alias = aliasOf(located);
  return alias === undefined ? mentioned(located) : mentionedByAlias(alias.node)(alias.scope);
}

const mentionedByAlias = remembered((node: Syntax) =>
  remembered((scope: Scope) => mentioned({ node, scope })),
);

function mentioned(located: ScopedNode): readonly Imported[] {
  const found: Imported[] = [];
  const visited = new Set<Syntax>();
  const visit = ({ node, scope }: ScopedNode): void => {
    if (visited.has(node)) return;
    visited.add(node);
    const name = importedType({ node, scope });
    if (name !== undefined) found.push(name);
    const alias = aliasOf({ node, scope });
    if (alias !== undefined) visit(alias);
    forEachChild(node, (child) => visit({ node: child, scope }));
  };
  visit(located);
  return found;
}

/** What makes an object a table with an entry for each code. */
export interface TableType {
  /** The type of all handlers, or the type that the codes come from. */
  readonly name: Imported;
  readonly by: "handlers" | "codes";
}

/** The tables that a type may be: `Handlers<string>`, `Partial<…>` of one, `Record<ErrorCode, …>`, a mapped type. */
export function tableTypes(
  located: ScopedNode,
  steps = longestWay,
  aliases = new Set<Syntax>(),
): readonly TableType[] {
  const { node, scope } = located;
  if (steps === 0) return [];
  const inside = (inner: Syntax): readonly TableType[] =>
    tableTypes({ node: inner, scope }, steps - 1, aliases);
  if (node.type === "TSIntersectionType" || node.type === "TSUnionType")
    return node.types.flatMap(inside);
  if (node.type === "TSParenthesizedType") return inside(node.typeAnnotation);
  if (node.type === "TSMappedType") return codes(node.constraint, scope);
  if (node.type !== "TSTypeReference" && node.type !== "TSImportType") return [];
  const alias = aliasOf(located);
  if (alias !== undefined) {
    if (aliases.has(alias.node)) return [];
    return tableTypes(alias, steps - 1, aliases.add(alias.node));
  }
  const name = importedType(located);
  if (name !== undefined) return [{ name, by: "handlers" }];
  if (node.type === "TSImportType") return [];
  const [first] = node.typeArguments?.params ?? [];
  const wrapper = node.typeName.type === "Identifier" ? node.typeName.name : "";
  if (first === undefined) return [];
  if (wrapper === "Record") return codes(first, scope);
  return /^(Partial|Readonly|Required|Pick|Omit)$/.test(wrapper) ? inside(first) : [];
}

function codes(type: Syntax, scope: Scope): readonly TableType[] {
  return unionOf({ node: type, scope }).flatMap((part) => {
    const name = importedType(part);
    return name === undefined ? [] : [{ name, by: "codes" as const }];
  });
}
