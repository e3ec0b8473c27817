/** What options of commands can be. It loads next to nothing, for every command reads it. */
import { bumps } from "../diff/changes/change-kind.js";

/** The ways in which commands report. */
export const reportFormats = ["text", "json"] as const;
/** A way in which commands report. */
export type ReportFormat = (typeof reportFormats)[number];

/** The formats of services. */
const serviceFormats = ["github", "sarif", "junit", "gitlab"] as const;
/** A format of a service. */
export type ServiceFormat = (typeof serviceFormats)[number];

/** The ways in which findings are reported. */
export const findingFormats = [...reportFormats, ...serviceFormats] as const;
/** A way in which findings are reported. */
export type FindingFormat = (typeof findingFormats)[number];

/** Whether a format is one of a service. */
export function isServiceFormat(format: string): format is ServiceFormat {
  return (serviceFormats as readonly string[]).includes(format);
}

/** The ways in which `errdex ci` reports: a comment on a pull request too. */
export const ciFormats = [...findingFormats, "markdown"] as const;

/** What `--fail-on` of `errdex diff` takes: a bump and all above it; `none`: nothing fails. */
export const failLevels = [...bumps, "refused"] as const;
/** The least change that fails. */
export type FailLevel = (typeof failLevels)[number];

/** What a list may be written in that `errdex import` takes. */
export const listForms = ["csv", "tsv", "json", "yaml", "source"] as const;
