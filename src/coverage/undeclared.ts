/** Finds what the function of an operation raises and the operation does not declare. */
import type { Span } from "../model/source.js";
import type { CatalogNames } from "./catalog-names.js";
import type { UndeclaredCode } from "./coverage.js";
import type { CallFact, SourceFacts } from "./facts.js";
import type { Linker } from "./link.js";
import type { SourcePlace } from "./source-place.js";

interface Raised {
  readonly names: CatalogNames;
  readonly code: string;
  readonly place: SourcePlace;
  readonly span: Span;
}

interface Handled {
  readonly names: CatalogNames;
  readonly operation: string;
}

/** Looks through every function that is seen to be of an operation, and the functions of the source that it calls. */
export function undeclaredIn(
  files: readonly SourceFacts[],
  catalogs: readonly CatalogNames[],
  linker: Linker,
): readonly UndeclaredCode[] {
  const callsOf = (file: SourceFacts): ReadonlyMap<number, readonly CallFact[]> => {
    const found = byOwner.get(file) ?? callsByOwner(file);
    byOwner.set(file, found);
    return found;
  };
  const byOwner = new Map<SourceFacts, ReadonlyMap<number, readonly CallFact[]>>();

  const raisedIn = (file: SourceFacts, owner: number): readonly Raised[] => {
    const raised: Raised[] = [];
    const visited = new Set<string>();
    const visit = (from: SourceFacts, at: number): void => {
      const key = `${at} ${from.path}`;
      if (visited.has(key)) return;
      visited.add(key);
      for (const call of callsOf(from).get(at) ?? []) {
        // What is raised inside a try with a catch may well end there.
        if (call.guarded) continue;
        const linked = "module" in call.callee ? linker.catalogOf(call.callee, from) : undefined;
        if (linked?.meaning?.kind === "constructor") {
          const { place, span } = call;
          raised.push({ names: linked.names, code: linked.meaning.code, place, span });
        }
        const next = linker.functionOf(call.callee, from);
        if (next !== undefined && next.owner > 0) visit(next.file, next.owner);
      }
      from.functions.forEach((each, inner) => {
        if (inner > 0 && each.owner === at) visit(from, inner);
      });
    };
    visit(file, owner);
    return raised;
  };

  return files.flatMap((file) =>
    [...handlersIn(file, catalogs, linker)].flatMap(([owner, handled]) => {
      const { name, place: at } = file.functions[owner] as SourceFacts["functions"][number];
      return handled.flatMap(({ names, operation }) =>
        raisedIn(file, owner)
          .filter(
            (each) => each.names === names && !names.operations.get(operation)?.has(each.code),
          )
          .map(({ code, place, span }) => ({
            ...{ catalog: names.catalog.name.value, operation, code, place, span },
            handler: { ...at, name },
          })),
      );
    }),
  );
}

/** The functions of a file that handle operations: by their types, by being given with an operation, or by their name. */
function handlersIn(
  file: SourceFacts,
  catalogs: readonly CatalogNames[],
  linker: Linker,
): ReadonlyMap<number, readonly Handled[]> {
  const found = new Map<number, Handled[]>();
  const add = (owner: number, handled: Handled): void => {
    const all = found.get(owner) ?? [];
    found.set(owner, all);
    const isKnown = all.some(
      ({ names, operation }) => names === handled.names && operation === handled.operation,
    );
    if (!isKnown) all.push(handled);
  };
  file.functions.forEach(({ types, name }, owner) => {
    for (const type of types) {
      const linked = linker.catalogOf(type, file);
      if (linked?.meaning?.kind !== "type" || linked.meaning.operation === undefined) continue;
      add(owner, { names: linked.names, operation: linked.meaning.operation });
    }
    for (const names of catalogs) {
      const operation = name === undefined ? undefined : names.operationNames.get(name);
      if (operation !== undefined) add(owner, { names, operation });
    }
  });
  for (const { given, functions } of file.calls) {
    if (functions.length === 0) continue;
    for (const each of given) {
      const linked = linker.catalogOf(each, file);
      if (linked?.meaning?.kind !== "operation") continue;
      for (const owner of functions)
        add(owner, { names: linked.names, operation: linked.meaning.operation });
    }
  }
  return found;
}

function callsByOwner({ calls }: SourceFacts): ReadonlyMap<number, readonly CallFact[]> {
  const found = new Map<number, CallFact[]>();
  for (const call of calls) {
    const all = found.get(call.owner);
    if (all === undefined) found.set(call.owner, [call]);
    else all.push(call);
  }
  return found;
}
