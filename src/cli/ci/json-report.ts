/** The report for programs. */
import { coverageJson } from "../../coverage/report/coverage-json.js";
import type { GateReport } from "../../gate/gate-report.js";
import { placeFinder } from "../../model/source.js";
import { changesData } from "../format-changes.js";

/** One document: every catalog, all findings, what could not be looked at. */
export function jsonReport({ base, catalogs, findings, problems, coverage }: GateReport): string {
  const placeOf = placeFinder();
  const report = {
    version: 1,
    base,
    catalogs: catalogs.map(({ gate, covered, ...catalog }) => ({
      ...catalog,
      covered: covered && Object.fromEntries(covered),
      from: gate.from,
      needed: gate.needed,
      changes: changesData(gate.changes),
      unreleased: changesData(gate.unreleased),
      refused: gate.refused.map(({ id, path }) => ({ id, path })),
    })),
    findings: findings.map(({ rule, severity, message, help, at }) => ({
      rule,
      severity,
      message,
      help,
      path: at.file.path,
      ...placeOf(at),
    })),
    problems,
    coverage: coverage === undefined ? undefined : JSON.parse(coverageJson(coverage)),
  };
  return JSON.stringify(report, null, 2);
}
