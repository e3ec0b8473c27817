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
  type RestOf,
  type ResultOf,
  type SomeHandlersOf,
} from "./guards.js";
export { type CodeGuidance, type Guidance, guidance } from "./guidance.js";
export { hideFields } from "./hide-fields.js";
export { upgradeErrdexForModules0, upgradeErrdexForModules1 } from "./module-version.js";
export { memberIn, ownMembers } from "./own-member.js";
export type { Owners } from "./owners.js";
export {
  type ProblemKey,
  problemLines,
  problemLists,
  problemRows,
  problemTexts,
} from "./problems.js";
export type { SecretPath } from "./redact.js";
export { isRetryableIn, type Retryable } from "./retryable.js";
export type { Finding, MakeRole, Problem, Role, ServerCatalog } from "./server-catalog.js";
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
export {
  type AliasStep,
  type FindName,
  fillDeclaration,
  findAnyCase,
  findName,
  rename,
} from "./wire/aliases.js";
export type { Answer } from "./wire/answer.js";
export { assumeCode } from "./wire/assumed-code.js";
export { readBeside } from "./wire/beside.js";
export { type BodyReading, type FitsBetter, fitsBetter } from "./wire/best-fit.js";
export { readTexts } from "./wire/body-texts.js";
export { type BothTemplate, fillBoth } from "./wire/both.js";
export type { ChallengeRow } from "./wire/challenge.js";

export type { Codec } from "./wire/codec.js";
export { type Chain, chainFromWire, chainToWire } from "./wire/codecs/chain.js";
export { duration } from "./wire/codecs/duration.js";
export { epoch } from "./wire/codecs/epoch.js";
export { headerText } from "./wire/codecs/header-text.js";
export { list } from "./wire/codecs/list.js";
export { ms } from "./wire/codecs/ms.js";
export { percent } from "./wire/codecs/percent.js";
export { pointer } from "./wire/codecs/pointer.js";
export { seconds } from "./wire/codecs/seconds.js";
export { string, strings } from "./wire/codecs/text.js";
export { textValue } from "./wire/codecs/text-value.js";
export { holds, inferAmong, isSuccess } from "./wire/conditions.js";
export { decoder } from "./wire/decoder.js";
export type { Decoder, WithContext, WithOthers } from "./wire/decoder-types.js";
export { repetition } from "./wire/each.js";
export { findElement } from "./wire/element.js";
export type { FieldValues } from "./wire/field-values.js";
export type { Fill, FillContext, MakeFill, Scope, WriteError } from "./wire/fill.js";
export { formatValues } from "./wire/format-values.js";
export { readFacts } from "./wire/header-facts.js";
export {
  type FindHeader,
  findHeader,
  type HeaderStep,
  type ReadHeaders,
  readHeaders,
} from "./wire/header-fields.js";
export { inferCode } from "./wire/infer-code.js";
export type {
  AnswerTest,
  AssumedCode,
  ElementStep,
  ErrorReading,
  FindElement,
  Holds,
  Layout,
  Path,
  PathStep,
  Place,
  ReadErrors,
  Repeated,
  Repetition,
  Several,
} from "./wire/layout.js";
export { likelyCodes } from "./wire/likely-codes.js";
export { type Piece, type ReadPieces, readPieces } from "./wire/pieces.js";
export type { Read } from "./wire/place.js";
export { problemTypes } from "./wire/problem-type.js";
export { readErrors } from "./wire/several.js";
export type { Source } from "./wire/source.js";
export { findText, type ReadSpread, readSpread } from "./wire/spread.js";
export { elementText } from "./wire/syntaxes/element-text.js";
export { form } from "./wire/syntaxes/form.js";
export { json } from "./wire/syntaxes/json.js";
export { oneOrMore } from "./wire/syntaxes/one-or-more.js";
export { params } from "./wire/syntaxes/params.js";
export { type PatternPart, pattern } from "./wire/syntaxes/pattern.js";
export { sse } from "./wire/syntaxes/sse.js";
export type { Syntax } from "./wire/syntaxes/syntax.js";
export { xml } from "./wire/syntaxes/xml.js";
export type { MadeTemplate, Rename, Template, TemplateMember, Variable } from "./wire/template.js";
export type { TextSpec } from "./wire/text-spec.js";
export {
  fillText,
  type ReadText,
  readText,
  type TextStep,
  type TextTemplate,
} from "./wire/text-step.js";
export { fillTree, type TreeTemplate, treeRepetition } from "./wire/tree-fields.js";
export { type WireFormat, wireFormat } from "./wire/wire-format.js";
export type { DecodeOptions, EncodedAnswer, EncodeOptions } from "./wire/wire-options.js";
export type {
  Addresses,
  CodeRow,
  DecodeSpec,
  EncodeRow,
  EncodeSpec,
  FallbackSpec,
  InferByStatus,
  InferredCode,
  IsSuccess,
  LikelyCodes,
  ReadBeside,
  ReadFacts,
  ReadTexts,
  ReadTypes,
} from "./wire/wire-spec.js";
export { type ErrorsTemplate, fillErrors } from "./wire/write-errors.js";
