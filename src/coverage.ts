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
  RecordedCode,
  Share,
  TestPlaces,
  UndeclaredCode,
  UnknownCode,
  Unseen,
  UnseenReason,
} from "./coverage/coverage.js";
export { coverageFindings } from "./coverage/coverage-findings.js";
export { coverageJson } from "./coverage/coverage-json.js";
export { type CoverageKind, coverageKinds } from "./coverage/coverage-kinds.js";
export { coverageText, type TextOptions } from "./coverage/coverage-text.js";
export type { TextForm } from "./coverage/facts.js";
export type { ModuleOptions } from "./coverage/module-targets.js";
export { parseRecording, type Recording } from "./coverage/recording.js";
export type { SourcePlace } from "./coverage/source-place.js";
