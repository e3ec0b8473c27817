/** Two versions of a catalog, put to work: each sends every example, and both read what was sent. */

import type { Contract, Example } from "../../model/catalog.js";
import { grouped } from "../../model/grouped.js";
import { type AnyDecoded, type RunningCatalog, runCatalog } from "../../wire/running-catalog.js";
import { wireState } from "../compare/code-on-wire.js";
import { fieldsOf } from "../compare/compare-fields.js";
import { partsOf } from "../compare/contract-parts.js";
import { same } from "../ledger/same-json.js";
import type { Misreading, Reader, Replay } from "./misreading.js";

/** One version at work. */
interface Version {
  readonly contract: Contract;
  readonly running: RunningCatalog;
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
export function replayExamples(base: Contract, current: Contract): Replay {
  let versions: readonly [old: Version, now: Version] | undefined | null = null;
  let cases: readonly Case[] = [];
  let byCode: ReadonlyMap<string, readonly Case[]> = new Map();
  return (format, code) => {
    if (versions === null) {
      versions = bothVersions(base, current);
      cases = casesOf(base, current);
      byCode = grouped(cases, ({ code }) => code);
    }
    if (versions === undefined) return [];
    const [old, now] = versions;
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

function casesOf(...sides: readonly Contract[]): readonly Case[] {
  return sides
    .flatMap(({ entries }) => entries)
    .flatMap(({ code, examples }) => examples.map((example): Case => ({ code, example })));
}

function bothVersions(base: Contract, current: Contract): readonly [Version, Version] | undefined {
  try {
    return [versionOf(base), versionOf(current)];
  } catch {
    // A catalog with errors, two codes of one name for example, does not run: then structure decides alone.
    return undefined;
  }
}

function versionOf(contract: Contract): Version {
  return { contract, running: runCatalog(contract) };
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
  const entry = partsOf(sender.contract).codes.get(code);
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
  const entry = partsOf(contract).codes.get(code);
  const names = entry === undefined ? [] : [...fieldsOf(entry, "fields").keys()];
  return new Set(names.filter((name) => !omits.has(name)));
}
