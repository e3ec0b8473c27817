/** Two contracts → what changed between them, classed for those who construct errors and those who decode them. */
import semver from "semver";
import {
  type Contract,
  type ContractPlaces,
  type ContractSteps,
  memberOf,
} from "../model/contract.js";
import { type Change, sortChanges } from "./change.js";
import type { Bump, ChangeKindDefinition } from "./change-kind.js";
import { changeKinds } from "./change-kinds.js";
import { compareCatalog, compareNames, compareOperations } from "./compare-catalog.js";
import { compareCodes } from "./compare-codes.js";
import { compareExtensions } from "./compare-extensions.js";
import { comparePast } from "./compare-past.js";
import { compareWires } from "./compare-wires.js";
import type { Note } from "./comparison.js";
import { declaredRenames } from "./renames.js";
import type { Replay } from "./replay.js";

/** What helps a comparison. */
export interface DiffOptions {
  /** Where the base is written, where that is known. */
  readonly base?: ContractPlaces;
  readonly current?: ContractPlaces;
  /** What both versions make of each other's answers; without it templates are compared by structure alone. */
  readonly replay?: Replay;
  /** Whether the base had a ledger and the current catalog has none. */
  readonly isLedgerGone?: boolean;
}

/** Every change, the worst first. The same contract twice gives none. */
export function diffCatalogs(
  base: Contract,
  current: Contract,
  options: DiffOptions = {},
): readonly Change[] {
  const changes: Change[] = [];
  const isEarly = isBeforeOne(base.version);
  const note: Note = (id, steps, what, help) => {
    const kind = kindFor(changeKinds[id], steps, base, current);
    const before = isIn(base, steps) ? options.base?.(steps) : undefined;
    const [root, code] = steps;
    changes.push({
      id,
      ...(root === "codes" && code !== undefined ? { code } : {}),
      path: steps.join("."),
      steps,
      producers: kind.producers,
      consumers: kind.consumers,
      bump: bumpFor(kind, isEarly),
      message: `${what} ${kind.reason}`,
      help: help ?? kind.help,
      location: (isIn(current, steps) ? options.current?.(steps) : undefined) ?? before,
      before,
    });
  };
  const { replay = () => [], isLedgerGone = false } = options;
  const comparison = { base, current, note, replay, renames: declaredRenames(current) };
  compareCatalog(comparison);
  compareNames(comparison);
  compareCodes(comparison);
  comparePast(comparison, isLedgerGone);
  compareOperations(comparison);
  compareExtensions(comparison);
  compareWires(comparison);
  return sortChanges(changes);
}

/** The contract that a catalog has before its first release: nothing in it yet. */
export function emptyContract(current: Contract): Contract {
  const { flat, problem } = current.wires;
  return {
    ...current,
    categories: {},
    codes: {},
    operations: {},
    types: {},
    past: { codes: {}, spellings: {} },
    wires: { ...(flat && { flat }), ...(problem && { problem }) },
  };
}

// What is never sent no client meets: what it does to producers is all that counts.
function kindFor(
  kind: ChangeKindDefinition,
  [root, code = ""]: ContractSteps,
  base: Contract,
  current: Contract,
): ChangeKindDefinition {
  const isSent = ({ codes }: Contract) => memberOf(codes, code)?.never_sent !== true;
  if (root !== "codes" || isSent(base) || isSent(current)) return kind;
  if (kind.consumers === "safe" || kind.consumers === "refused") return kind;
  const bump =
    kind.producers === "breaks" ? "major" : kind.producers === "notice" ? "minor" : "patch";
  const reason = "The code is never sent, so no client meets it.";
  return { ...kind, consumers: "safe", bump, reason, help: bump === "major" ? kind.help : "" };
}

/** Semver item 4: before 1.0.0 a minor version may break. What is refused no version covers. */
function bumpFor(
  { bump, producers }: { readonly bump: Bump; readonly producers: string },
  isEarly: boolean,
): Bump {
  return isEarly && bump === "major" && producers !== "refused" ? "minor" : bump;
}

function isBeforeOne(version: string): boolean {
  return semver.parse(version)?.major === 0;
}

// A place is shown on the side that has the code, format or type; within it the nearest one will do.
function isIn(contract: Contract, [root = "", name]: ContractSteps): boolean {
  const room = (contract as unknown as Readonly<Record<string, unknown>>)[root];
  if (name === undefined || typeof room !== "object" || room === null) return room !== undefined;
  return memberOf(room as Readonly<Record<string, unknown>>, name) !== undefined;
}
