/** Reads which modules a file asks for, and what it takes of them. */
import type { SourcePlace } from "../source-place.js";
import type { WalkedTree } from "../syntax/walked-tree.js";
import type { ImportFact } from "./source-facts.js";
import { originOf } from "./value-origin.js";

interface GrowingImport extends ImportFact {
  readonly names: Set<string>;
  takesAll: boolean;
  isType: boolean;
}

/** Each module once, at the place where it is asked for first. */
export function readImports(
  tree: WalkedTree,
  placeAt: (start: number) => SourcePlace,
): readonly ImportFact[] {
  const found = new Map<string, GrowingImport>();
  for (const { module, start, names, takesAll, isType } of tree.requests) {
    const before = found.get(module);
    if (before === undefined) {
      const place = placeAt(start);
      found.set(module, { module, place, names: new Set(names), takesAll, isType });
    } else {
      for (const name of names) before.names.add(name);
      before.takesAll ||= takesAll;
      before.isType &&= isType;
    }
  }
  const used = [
    ...tree.calls.map(({ node, scope }) => ({ node: node.callee, scope })),
    ...tree.values,
  ];
  for (const each of used) {
    const origin = originOf(each, tree);
    if (origin === undefined || !("module" in origin)) continue;
    const [first] = origin.path.filter((name) => name !== "default");
    if (first !== undefined) found.get(origin.module)?.names.add(first);
  }
  return [...found.values()];
}
