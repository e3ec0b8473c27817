/** Two versions of a catalog, put to work: each sends every example, and both read what was sent. */

import { contractOf } from "../diff/contract-of.js";
import { wireState } from "../diff/contract-rows.js";
import type { Misreading, Reader, Replay } from "../diff/replay.js";
import { membersOf } from "../diff/resolved-type.js";
import { same } from "../diff/same.js";
import type { Catalog, Entry, Example } from "../model/catalog.js";
import { type Contract, memberOf } from "../model/contract.js";
import { grouped } from "../model/grouped.js";
import { type AnyDecoded, type RunningCatalog, runCatalog } from "../wire/running-catalog.js";
import { catalogOfContract } from "./contract-catalog.js";

/** What is compared: a catalog, or what is left of one in a ledger. */
export interface ReplayBase {
  readonly contract: Contract;
  readonly catalog?: Catalog;
}

/** One version at work. */
interface Version {
  readonly contract: Contract;
  readonly running: RunningCatalog;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** An example of a code, whichever version has it. */
interface Case {
  readonly code: string;
  readonly example: Example;
}

/**
 * Replays the examples of both versions. A ledger holds none: then those of the new one go both ways.
 * Nothing runs until a body is found to differ.
 */
export function replayExamples(base: ReplayBase, current: Catalog): Replay {
  let versions: readonly [old: Version, now: Version] | undefined | null = null;
  const cases = [base.catalog, current]
    .flatMap((catalog) => catalog?.entries ?? [])
    .flatMap(({ code, examples }): readonly Case[] =>
      examples.map((example) => ({ code, example })),
    );
  const byCode = grouped(cases, (each) => each.code);
  const isWhole = wholeness(base.contract);
  return (format, code) => {
    if (versions === null) versions = bothVersions(base, current);
    if (versions === undefined) return [];
    const [old, now] = versions;
    if (!isWhole(old, format)) return [];
    const own =
      code === undefined
        ? cases.filter((each) => !hasOwnBody(each.code, format, [old, now]))
        : (byCode.get(code) ?? []);
    return [
      ...firstMisreading("deployed clients", own, format, { sender: now, reader: old }),
      ...firstMisreading("new clients", own, format, { sender: old, reader: now }),
    ];
  };
}

function bothVersions(base: ReplayBase, current: Catalog): readonly [Version, Version] | undefined {
  const before = base.catalog ?? catalogOfContract(base.contract);
  if (before === undefined) return undefined;
  try {
    return [versionOf(before), versionOf(current)];
  } catch {
    // A catalog with errors, two codes of one name for example, does not run: then structure decides alone.
    return undefined;
  }
}

function versionOf(catalog: Catalog): Version {
  return {
    contract: contractOf(catalog),
    running: runCatalog(catalog),
    entries: new Map(catalog.entries.map((entry) => [entry.code, entry])),
  };
}

// A built-in format may have been another one in the errdex that wrote the ledger.
function wholeness(contract: Contract) {
  const known = new Map<string, boolean>();
  return (rebuilt: Version, format: string): boolean => {
    const [one, other] = [rebuilt.contract, contract].map(({ wires }) => memberOf(wires, format));
    const found = known.get(format) ?? same(one, other);
    known.set(format, found);
    return found;
  };
}

function hasOwnBody(code: string, format: string, versions: readonly Version[]): boolean {
  return versions.some(({ contract }) => {
    const state = wireState(contract, format, code);
    return state.kind === "row" && state.row.body !== undefined;
  });
}

function firstMisreading(
  reader: Reader,
  cases: readonly Case[],
  format: string,
  sides: { readonly sender: Version; readonly reader: Version },
): readonly Misreading[] {
  const found = cases.find((each) => isMisread(each, format, sides));
  return found === undefined ? [] : [{ reader, code: found.code, example: found.example.title }];
}

function isMisread(
  { code, example }: Case,
  format: string,
  { sender, reader }: { readonly sender: Version; readonly reader: Version },
): boolean {
  const carries = ({ contract }: Version) => wireState(contract, format, code).kind === "row";
  const [own, other] = [sender, reader].map(({ running }) => running.formats.get(format));
  const entry = sender.entries.get(code);
  if (!carries(sender) || !carries(reader) || entry === undefined) return false;
  const error = sender.running.errorOf(entry, example);
  if (own === undefined || other === undefined || error === undefined) return false;
  const answer = own.encode(error);
  return !readsAlike(own.decode(answer), other.decode(answer), format, [sender, reader]);
}

/** Whether two clients read the same code, and the same in every field that both know and that the wire has. */
function readsAlike(
  one: AnyDecoded,
  other: AnyDecoded,
  format: string,
  versions: readonly Version[],
): boolean {
  if (one.code !== other.code || one.inferred !== other.inferred) return false;
  const known = versions.map(({ contract }) => fieldsOnWire(one.code, format, contract));
  const fields = [one, other].map((error) => error.toJSON().fields);
  return [...(known[0] ?? [])]
    .filter((name) => known[1]?.has(name))
    .every((name) => same(fields[0]?.[name], fields[1]?.[name]));
}

function fieldsOnWire(code: string, format: string, contract: Contract): ReadonlySet<string> {
  const state = wireState(contract, format, code);
  const omits = state.kind === "row" ? state.row.omits : new Set<string>();
  const names = membersOf(memberOf(contract.codes, code)?.fields).keys();
  return new Set([...names].filter((name) => !omits.has(name)));
}
