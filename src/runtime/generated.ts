/** The entry `errdex/generated`: what generated modules import, and nobody else. */
export { anyOf } from "./any-of.js";
export type { CatalogError, CatalogErrorOptions, ErrorEntry } from "./catalog-error.js";
export { type BareError, captureStackTrace, createError } from "./create-error.js";
export { type EntryRow, type EntryTable, entryTable } from "./decoded-error.js";
export { formatMessage } from "./format-message.js";
export { errorFromJson } from "./from-json.js";
export {
  type HandlersOf,
  hasCodeOf,
  isCatalogError,
  markOf,
  matchError,
  type OnlyFor,
  type ResultOf,
} from "./guards.js";
export { hideFields } from "./hide-fields.js";
export { upgradeErrdexForModules0, upgradeErrdexForModules1 } from "./module-version.js";
export { ownMembers } from "./own-member.js";
export type { SecretPath } from "./redact.js";
export type { AnyOf, FieldShapes, Reader, Shape } from "./shape.js";
export { translation } from "./translation/make-translation.js";
export type {
  DateStyle,
  NumberStyle,
  TranslatedCases,
  TranslatedEntry,
  TranslatedPiece,
  TranslatedText,
} from "./translation/translated-text.js";
export type { Translation } from "./translation/translation.js";
export type { UnrecognizedError } from "./unrecognized-error.js";
export type { Answer } from "./wire/answer.js";
export { type BodyReading, type FitsBetter, fitsBetter } from "./wire/best-fit.js";
export type { ChallengeRow } from "./wire/challenge.js";
export type { Codec } from "./wire/codec.js";
export { duration } from "./wire/codecs/duration.js";
export { headerText } from "./wire/codecs/header-text.js";
export { pointer } from "./wire/codecs/pointer.js";
export { seconds } from "./wire/codecs/seconds.js";
export { string, strings } from "./wire/codecs/text.js";
export { type Decoder, decoder } from "./wire/decoder.js";
export { repetition } from "./wire/each.js";
export { findElement } from "./wire/element.js";
export type { FieldValues } from "./wire/field-values.js";
export { type HeaderFacts, type ReadHeaderFacts, readHeaderFacts } from "./wire/header-facts.js";
export { type ReadHeaders, readHeaders } from "./wire/header-fields.js";
export type {
  ElementStep,
  FindElement,
  Layout,
  Path,
  Place,
  Repeated,
  Repetition,
} from "./wire/layout.js";
export { type Piece, type ReadPieces, readPieces } from "./wire/pieces.js";
export type { Read } from "./wire/place.js";
export { problemTypes } from "./wire/problem-type.js";
export type { Source } from "./wire/source.js";
export { type ReadSpread, readSpread } from "./wire/spread.js";
export type { Template, TemplateMember, Variable } from "./wire/template.js";
export { type WireFormat, wireFormat } from "./wire/wire-format.js";
export type { DecodeOptions, EncodedAnswer, EncodeOptions } from "./wire/wire-options.js";
export type { CodeRow, DecodeSpec, EncodeRow, EncodeSpec, FallbackSpec } from "./wire/wire-spec.js";
