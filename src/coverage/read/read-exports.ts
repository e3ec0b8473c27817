/** Reads what the names that a file exports stand for. */
import { keyName } from "../syntax/declare-names.js";
import type { Syntax } from "../syntax/parse-source.js";
import type { Scope } from "../syntax/scope.js";
import type { Export, WalkedTree } from "../syntax/walked-tree.js";
import { followed, type ScopedNode } from "./follow-value.js";
import { importedTypes } from "./imported-types.js";
import type { ExportFact } from "./source-facts.js";
import { bindingOrigin, originOf } from "./value-origin.js";

/** The exports by name, and the modules whose every export is passed on. */
export function readExports(tree: WalkedTree): {
  readonly exports: ReadonlyMap<string, ExportFact>;
  readonly stars: readonly string[];
} {
  const exports = new Map<string, ExportFact>();
  const reader = { tree, objects: new Map<Syntax, ExportFact>() };
  const stars: string[] = [];
  for (const each of tree.exports) {
    if (each.name === undefined) stars.push(each.module);
    else exports.set(each.name, factOf(each, reader));
  }
  return { exports, stars };
}

interface ExportReader {
  readonly tree: WalkedTree;
  /** What was read of objects. */
  readonly objects: Map<Syntax, ExportFact>;
}

function factOf(
  each: Exclude<Export, { readonly name: undefined }>,
  reader: ExportReader,
): ExportFact {
  const scope = reader.tree.module;
  if ("module" in each) return { origin: { module: each.module, path: each.path } };
  if ("value" in each) return valueFact({ node: each.value, scope }, reader);
  const types = typesOf(each.local, scope);
  return types === undefined ? localFact(each.local, reader) : { types };
}

function localFact(name: string, reader: ExportReader): ExportFact {
  const { tree } = reader;
  const binding = tree.module.values.get(name);
  if (binding === undefined) return {};
  if (binding.kind === "value" && binding.from !== undefined && binding.path?.length === 0)
    return valueFact({ node: binding.from, scope: binding.scope }, reader);
  const origin = bindingOrigin(binding, (located) => originOf(located, tree));
  return origin === undefined ? {} : { origin };
}

function valueFact(located: ScopedNode, reader: ExportReader, depth = 3): ExportFact {
  const { tree, objects } = reader;
  const { node, scope } = followed(located);
  if (node.type === "ObjectExpression" && depth > 0) {
    // An object may have thousands of names, and be a member of others.
    const known = objects.get(node);
    if (known !== undefined) return known;
    const members = new Map<string, ExportFact>();
    objects.set(node, { members });
    for (const property of node.properties) {
      const key = property.type === "Property" ? keyName(property) : undefined;
      if (key === undefined || property.type !== "Property") continue;
      members.set(key, valueFact({ node: property.value, scope }, reader, depth - 1));
    }
    return { members };
  }
  const origin = originOf({ node, scope }, tree);
  return origin === undefined ? {} : { origin };
}

function typesOf(name: string, scope: Scope): ExportFact["types"] {
  const alias = scope.types.get(name)?.alias;
  if (alias === undefined) return undefined;
  return importedTypes({ node: alias, scope });
}
