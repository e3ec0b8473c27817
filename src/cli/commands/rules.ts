/** `errdex rules`: every rule of `check`, every kind of change of `diff`, and what `ci` and `coverage` find. */

import { rules } from "../../check/check-rules.js";
import { coverageKinds } from "../../coverage/report/coverage-kinds.js";
import { isRefused } from "../../diff/changes/change.js";
import { changeKinds } from "../../diff/changes/change-kinds.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import type { Host } from "../host.js";
import type { ReportFormat } from "../option-choices.js";

/** Prints their names and what each is about. */
export function listRules({ format }: { readonly format: ReportFormat }, host: Host): ExitCode {
  host.out(format === "json" ? `${JSON.stringify(toJson(), null, 2)}\n` : toText(host));
  return exitCode.fine;
}

const coverageRows = Object.entries(coverageKinds).map(
  ([kind, summary]) => [`coverage-${kind}`, summary] as const,
);

function toJson(): object {
  return {
    rules: Object.values(rules).map(({ name, ...rest }) => ({ rule: name, ...rest })),
    changes: Object.entries(changeKinds).map(([change, kind]) => ({ change, ...kind })),
    gate: Object.entries(gateKinds).map(([rule, kind]) => ({ rule, ...kind })),
    coverage: coverageRows.map(([rule, summary]) => ({ rule, summary })),
  };
}

function toText({ colors }: Host): string {
  const names = [
    ...Object.keys(rules),
    ...Object.keys(changeKinds),
    ...Object.keys(gateKinds),
    ...coverageRows.map(([name]) => name),
  ];
  const width = Math.max(...names.map(({ length }) => length));
  const row = (name: string, mark: string, summary: string) =>
    `  ${colors.cyan(name.padEnd(width))}  ${mark.padEnd(7)}  ${summary}\n`;
  return [
    `${colors.bold("What errdex check reports")}\n`,
    ...Object.entries(rules).map(([name, { severity, summary }]) => row(name, severity, summary)),
    `\n${colors.bold("What errdex diff reports")}\n`,
    ...Object.entries(changeKinds).map(([name, kind]) =>
      row(name, isRefused(kind) ? "refused" : kind.bump, kind.summary),
    ),
    `\n${colors.bold("What errdex ci reports besides")}\n`,
    ...Object.entries(gateKinds).map(([name, { severity, summary }]) =>
      row(name, severity, summary),
    ),
    `\n${colors.bold("What errdex coverage reports")}\n`,
    ...coverageRows.map(([name, summary]) => row(name, "", summary)),
  ].join("");
}
