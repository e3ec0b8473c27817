/** Coverage as a library: `errdex/coverage`. An entry of its own, because the parser is native code. */
export {
  type CoverageOptions,
  type CoverageReader,
  coverageReader,
  coverSources,
} from "./coverage/cover-sources.js";
export type {
  CatalogCoverage,
  CategoryPlace,
  CodeCoverage,
  Coverage,
  HandledPlace,
  HiddenUse,
  RecordedCode,
  Share,
  TestPlaces,
  UndeclaredCode,
  UnknownCode,
  Unseen,
  UnseenReason,
} from "./coverage/coverage.js";
export type { ModuleOptions, ModuleOwner } from "./coverage/link/module-targets.js";
export { onlyCodes } from "./coverage/only-codes.js";
export type { TextForm } from "./coverage/read/source-facts.js";
export { parseRecording, type Recording } from "./coverage/recorded/recording.js";
export { coverageFindings } from "./coverage/report/coverage-findings.js";
export { coverageJson } from "./coverage/report/coverage-json.js";
export { type CoverageKind, coverageKinds } from "./coverage/report/coverage-kinds.js";
export { coverageText, type TextOptions } from "./coverage/report/coverage-text.js";
export { type LeastShares, shortfalls } from "./coverage/report/shortfalls.js";
export type { SourcePlace } from "./coverage/source-place.js";
