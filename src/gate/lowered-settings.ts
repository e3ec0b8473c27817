/** What the settings asked for in the base, and do not ask for any more. */
import type { Finding } from "../diagnostics/finding.js";
import type { CoverageSettings, Settings } from "../model/settings.js";
import { gateKinds } from "./gate-kinds.js";

/** A finding for each demand that is gone or lower. */
export function loweredSettings(
  base: Settings | undefined,
  head: Settings | undefined,
): readonly Finding[] {
  if (base === undefined) return [];
  const path = head?.file.path ?? base.file.path.replace(/^[^:]*:/, "");
  const at = { file: head?.file ?? { path, text: "" }, start: 0, end: 0 };
  const { severity } = gateKinds["settings-lowered"];
  return [...warningsLowered(base, head), ...coverageLowered(base.coverage, head?.coverage)].map(
    (message) => ({ rule: "settings-lowered", severity, message, at }),
  );
}

function warningsLowered({ maxWarnings: most }: Settings, head: Settings | undefined) {
  const now = head?.maxWarnings;
  if (most === undefined || (now !== undefined && now <= most)) return [];
  return [`max_warnings is ${now ?? "not said"} instead of ${most}.`];
}

function coverageLowered(
  base: CoverageSettings | undefined,
  head: CoverageSettings | undefined,
): readonly string[] {
  if (base === undefined) return [];
  if (head === undefined) return ["Coverage is not asked for any more."];
  const kinds = (base.failOn ?? ["unknown"]).filter(
    (kind) => kind !== "none" && !(head.failOn ?? ["unknown"]).includes(kind),
  );
  const shares = (["raised", "handled", "tested", "recorded"] as const).filter(
    (share) => (base.least[share] ?? 0) > (head.least[share] ?? 0),
  );
  const sources = base.sources.filter((source) => !head.sources.includes(source));
  return [
    ...kinds.map((kind) => `Coverage does not fail on ${kind} any more.`),
    ...shares.map(
      (share) =>
        `Of the codes ${head.least[share] ?? 0} % have to be ${share}, instead of ${base.least[share]} %.`,
    ),
    ...sources.map((source) => `Coverage does not read ${source} any more.`),
    ...(head.changed && !base.changed ? ["Coverage counts only what is new or changed."] : []),
  ];
}
