/** Reads what the names that a file exports stand for. */
import { keyName } from "./declare.js";
import type { ExportFact } from "./facts.js";
import type { Export, Gathered } from "./gathered.js";
import { bindingOrigin, followed, type Located, originOf } from "./origin.js";
import type { Scope } from "./scope.js";
import { importedType, unionOf } from "./type-names.js";

/** The exports by name, and the modules whose every export is passed on. */
export function readExports(gathered: Gathered): {
  readonly exports: ReadonlyMap<string, ExportFact>;
  readonly stars: readonly string[];
} {
  const exports = new Map<string, ExportFact>();
  const stars: string[] = [];
  for (const each of gathered.exports) {
    if (each.name === undefined) stars.push(each.module);
    else exports.set(each.name, factOf(each, gathered));
  }
  return { exports, stars };
}

function factOf(
  each: Exclude<Export, { readonly name: undefined }>,
  gathered: Gathered,
): ExportFact {
  const scope = gathered.module;
  if ("module" in each) return { origin: { module: each.module, path: each.path } };
  if ("value" in each) return valueFact({ node: each.value, scope }, gathered);
  const types = typesOf(each.local, scope);
  return types === undefined ? localFact(each.local, gathered) : { types };
}

function localFact(name: string, gathered: Gathered): ExportFact {
  const binding = gathered.module.values.get(name);
  if (binding === undefined) return {};
  if (binding.kind === "value" && binding.from !== undefined && binding.path?.length === 0)
    return valueFact({ node: binding.from, scope: binding.scope }, gathered);
  const origin = bindingOrigin(binding, (located) => originOf(located, gathered));
  return origin === undefined ? {} : { origin };
}

function valueFact(located: Located, gathered: Gathered, depth = 3): ExportFact {
  const { node, scope } = followed(located);
  if (node.type === "ObjectExpression" && depth > 0) {
    const members = new Map<string, ExportFact>();
    for (const property of node.properties) {
      const key = property.type === "Property" ? keyName(property) : undefined;
      if (key === undefined || property.type !== "Property") continue;
      members.set(key, valueFact({ node: property.value, scope }, gathered, depth - 1));
    }
    return { members };
  }
  const origin = originOf({ node, scope }, gathered);
  return origin === undefined ? {} : { origin };
}

function typesOf(name: string, scope: Scope): ExportFact["types"] {
  const alias = scope.types.get(name)?.alias;
  if (alias === undefined) return undefined;
  const types = unionOf({ node: alias, scope }).map(importedType);
  return types.every((type) => type !== undefined) ? types : undefined;
}
