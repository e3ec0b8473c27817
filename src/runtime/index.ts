/** The entry `errdex`: what people use beside their generated module. Depends on nothing. */
export type { CatalogError, CatalogErrorOptions } from "./catalog-error.js";
export { fromJSON } from "./decoded-json.js";
export type { ErrorJson } from "./error-json.js";
export { format } from "./format.js";
export { isCatalogError, isUnrecognized } from "./guards.js";
export type { Issue, Received, ReceivedHeaders } from "./received.js";
export { type RetryDelayOptions, retryDelay } from "./retry-delay.js";
export type { Retryable } from "./retryable.js";
export { chooseTranslation } from "./translation/choose-translation.js";
export { type TranslatedTexts, translate } from "./translation/translate.js";
export type { Translation } from "./translation/translation.js";
export type { UnrecognizedError } from "./unrecognized-error.js";
export type { Answer, AnswerHeaders, HeaderValue } from "./wire/answer.js";
export type { ChallengeOptions } from "./wire/challenge.js";
export type { DecodeLimits } from "./wire/decode-limits.js";
export type {
  AnyDecoder,
  CodeOf,
  Decoder,
  DecoderTypes,
  ErrorOf,
  EveryCode,
  KnownErrorOf,
  LenientError,
  LenientErrorOf,
  TypedDecoder,
  WithContext,
  WithOthers,
} from "./wire/decoder-types.js";
export type {
  CancelSignal,
  PlatformFetch,
  PlatformResponse,
  ReadableResponse,
} from "./wire/platform-response.js";
export { type ReadResponseOptions, readResponse } from "./wire/read-response.js";
export { bodyText, toResponse } from "./wire/to-response.js";
export { type WireFormat, withEncodeOptions } from "./wire/wire-format.js";
export type {
  DecodeOptions,
  EncodedAnswer,
  EncodeOptions,
  LenientOptions,
  PassThrough,
} from "./wire/wire-options.js";
