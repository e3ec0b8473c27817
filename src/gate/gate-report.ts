/** What `errdex ci` reports: each catalog, and all that was found. */
import type { Coverage } from "../coverage/coverage.js";
import type { Finding } from "../diagnostics/finding.js";
import type { CatalogGate } from "./gate-catalog.js";

/** Whether the outputs of a catalog are what it says. */
export interface OutputState {
  readonly current: number;
  /** Files that differ, are missing or left over. */
  readonly stale: number;
  /** Files that are not there, and that git ignores: nobody keeps them. */
  readonly ignored: number;
}

/** One catalog in the report. */
export interface CatalogReport {
  readonly name: string;
  /** From where the command runs, with `/`. */
  readonly folder: string;
  /** Where it was in the base, if that was elsewhere. */
  readonly movedFrom: string | undefined;
  readonly version: string;
  /** Its version in the base; undefined where it is new. */
  readonly baseVersion: string | undefined;
  readonly gate: CatalogGate;
  /** How many findings of each rule the baseline lets be; undefined where there is none. */
  readonly covered: ReadonlyMap<string, number> | undefined;
  /** Undefined where they were not looked at: the catalog has errors. */
  readonly outputs: OutputState | undefined;
}

/** All that one run says. */
export interface GateReport {
  /** What the catalogs are compared with, as a reader calls it: `main`, `the ledgers`. */
  readonly base: string;
  readonly catalogs: readonly CatalogReport[];
  /** The worst first. What changed and passes are notes. */
  readonly findings: readonly Finding[];
  /** What could not be looked at, a sentence each. */
  readonly problems: readonly string[];
  /** Of new and changed codes, or of all; undefined where nobody asked for it. */
  readonly coverage: Coverage | undefined;
}
