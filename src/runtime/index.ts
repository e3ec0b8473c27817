/** The runtime of every generated module. Depends on nothing. */
export type { CatalogError, CatalogErrorOptions, ErrorEntry } from "./catalog-error.js";
export { type BareError, createError, setInternal } from "./create-error.js";
export { type EntryRow, type EntryTable, entryTable } from "./decoded-error.js";
export type { ErrorJson } from "./error-json.js";
export { format } from "./format.js";
export { errorFromJson } from "./from-json.js";
export { hasCodeOf, isCatalogError, markOf, matchError } from "./guards.js";
export type { Issue, Received, ReceivedHeaders } from "./received.js";
export type { SecretPath } from "./redact.js";
export { type RetryDelayOptions, retryDelay } from "./retry-delay.js";
export type { FieldShapes, Shape } from "./shape.js";
export type { UnrecognizedError } from "./unrecognized-error.js";
export type { Answer, AnswerHeaders } from "./wire/answer.js";
export { readResponse } from "./wire/answer.js";
export type { ChallengeOptions } from "./wire/challenge.js";
export { toResponse } from "./wire/to-response.js";
export { type WireFormat, wireFormat, withEncodeOptions } from "./wire/wire-format.js";
export type { DecodeOptions, EncodedAnswer, EncodeOptions } from "./wire/wire-options.js";
export type {
  CodeRow,
  Conversion,
  Template,
  TemplateMember,
  Variable,
  WireSpec,
} from "./wire/wire-spec.js";
