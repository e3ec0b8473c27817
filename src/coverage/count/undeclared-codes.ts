/** Finds what the function of an operation raises and the operation does not declare. */
import { remembered } from "../../model/remembered.js";
import type { Span } from "../../model/source.js";
import type { UndeclaredCode } from "../coverage.js";
import type { CatalogNames } from "../link/catalog-names.js";
import type { NameFollower } from "../link/follow-names.js";
import type { SourceFunction } from "../link/name-targets.js";
import type { CallFact, SourceFacts } from "../read/source-facts.js";
import type { Imported } from "../read/value-origin.js";
import type { SourcePlace } from "../source-place.js";

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
export function undeclaredCodes(
  files: readonly SourceFacts[],
  catalogs: readonly CatalogNames[],
  follow: NameFollower,
): readonly UndeclaredCode[] {
  const raisedIn = raiseSearch(follow);
  const boundIn = boundByOthers(files, follow);
  return files.flatMap((file) => {
    const handlers = handlersIn(file, boundIn.get(file) ?? [], catalogs, follow);
    return [...handlers].flatMap(([owner, handled]) => {
      const { name, place: at } = file.functions[owner] as SourceFacts["functions"][number];
      const raised = raisedIn({ file, owner });
      const around = functionsAround(owner, file).flatMap((each) => handlers.get(each) ?? []);
      // What a function around it is of the same operation has been found there.
      const own = handled.filter(
        ({ names, operation }) =>
          !around.some((each) => each.names === names && each.operation === operation),
      );
      return own.flatMap(({ names, operation }) =>
        raised
          .filter(
            (each) => each.names === names && !names.operations.get(operation)?.has(each.code),
          )
          .map(({ code, place, span }) => ({
            ...{ catalog: names.catalog.name.value, operation, code, place, span },
            handler: { ...at, name },
          })),
      );
    });
  });
}

interface Bound {
  readonly owner: number;
  readonly operation: string;
}

/** By file: the functions that other files bind to operations. */
function boundByOthers(
  files: readonly SourceFacts[],
  follow: NameFollower,
): ReadonlyMap<SourceFacts, readonly Bound[]> {
  const bound = new Map<SourceFacts, Bound[]>();
  for (const from of files)
    for (const { operation, make } of from.boundElsewhere) {
      const found = follow.functionOf(make, from);
      if (found === undefined) continue;
      const { file, owner } = found;
      const before = bound.get(file);
      if (before === undefined) bound.set(file, [{ owner, operation }]);
      else before.push({ owner, operation });
    }
  return bound;
}

/** The functions that a function stands in, from the inside out. */
function functionsAround(owner: number, { functions }: SourceFacts): readonly number[] {
  const around: number[] = [];
  for (let at = functions[owner]?.owner ?? 0; at > 0; at = functions[at]?.owner ?? 0)
    around.push(at);
  return around;
}

/** What a function raises, and the functions that it calls or holds, in the order of the calls. */
function raiseSearch(follow: NameFollower): (start: SourceFunction) => readonly Raised[] {
  const bodyOf = remembered(bodiesOf);
  // Of most functions nothing comes that is raised, and every handler may call them.
  const barren = new Set<string>();
  return (start) => {
    const raised: Raised[] = [];
    const visited = new Set<string>();
    const rest = [start];
    for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
      const { file, owner } = at;
      const key = `${owner} ${file.path}`;
      if (visited.has(key) || barren.has(key)) continue;
      visited.add(key);
      const { calls, inner } = bodyOf(file)(owner);
      const nexts: SourceFunction[] = [];
      for (const { guarded, callee, place, span } of calls) {
        // What is raised inside a try with a catch may well end there.
        if (guarded) continue;
        for (const { names, meaning } of follow.membersOf(callee, file))
          if (meaning?.kind === "constructor")
            raised.push({ names, code: meaning.code, place, span });
        const next = follow.functionOf(callee, file);
        if (next !== undefined && next.owner > 0) nexts.push(next);
      }
      for (const each of inner) nexts.push({ file, owner: each });
      for (const next of nexts.reverse()) rest.push(next);
    }
    if (raised.length === 0) for (const key of visited) barren.add(key);
    return raised;
  };
}

/** The calls of each function of a file, and the functions inside it. */
function bodiesOf({ calls, functions }: SourceFacts) {
  const byOwner = new Map<number, { calls: CallFact[]; inner: number[] }>();
  const at = (owner: number) => {
    const found = byOwner.get(owner) ?? { calls: [], inner: [] };
    byOwner.set(owner, found);
    return found;
  };
  for (const call of calls) at(call.owner).calls.push(call);
  functions.forEach(({ owner }, inner) => {
    if (inner > 0) at(owner).inner.push(inner);
  });
  return at;
}

/** The functions of a file that handle operations: by their types, their name, or by being given along with one. */
function handlersIn(
  file: SourceFacts,
  boundByOthers: readonly Bound[],
  catalogs: readonly CatalogNames[],
  follow: NameFollower,
): ReadonlyMap<number, readonly Handled[]> {
  const found = new Map<number, Handled[]>();
  const known = new Set<string>();
  // One list for all functions whose type has the same alias.
  const operationsOf = remembered((types: readonly Imported[]): readonly Handled[] =>
    types.flatMap((type) => {
      const linked = follow.catalogOf(type, file);
      if (linked?.meaning?.kind !== "type" || linked.meaning.operation === undefined) return [];
      return [{ names: linked.names, operation: linked.meaning.operation }];
    }),
  );
  const add = (owner: number, handled: Handled): void => {
    const key = JSON.stringify([owner, handled.names.catalog.name.value, handled.operation]);
    if (known.has(key)) return;
    known.add(key);
    const all = found.get(owner);
    if (all === undefined) found.set(owner, [handled]);
    else all.push(handled);
  };
  const bind = (owner: number, operation: string): void => {
    for (const names of catalogs)
      if (names.operations.has(operation)) add(owner, { names, operation });
  };
  for (const { owner, operation } of boundByOthers) bind(owner, operation);
  file.functions.forEach(({ types, name, boundTo }, owner) => {
    for (const each of boundTo) bind(owner, each);
    for (const each of types.flatMap(operationsOf)) add(owner, each);
    for (const names of catalogs) {
      const operation = name === undefined ? undefined : names.operationNames.get(name);
      if (operation !== undefined) add(owner, { names, operation });
    }
  });
  for (const { given, functions } of file.calls) {
    if (functions.length === 0) continue;
    for (const each of given) {
      const linked = follow.catalogOf(each, file);
      if (linked?.meaning?.kind !== "operation") continue;
      for (const owner of functions)
        add(owner, { names: linked.names, operation: linked.meaning.operation });
    }
  }
  return found;
}
