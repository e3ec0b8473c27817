/** A wire format that works: decodes answers into errors and encodes errors into answers. */
import type { CatalogError } from "../catalog-error.js";
import type { UnrecognizedError } from "../unrecognized-error.js";
import type { Answer } from "./answer.js";
import { createDecoder } from "./decode.js";
import { createEncoder } from "./encode.js";
import { prepare } from "./prepare.js";
import type { DecodeOptions, EncodedAnswer, EncodeOptions } from "./wire-options.js";
import type { WireSpec } from "./wire-spec.js";

/** A wire format: `ByCode` is what it decodes, `Sendable` what it encodes besides. */
export interface WireFormat<ByCode, Sendable = never> {
  readonly name: string;
  /** Reads an answer. Never throws: what it cannot read is an `UnrecognizedError`. */
  decode<Code extends keyof ByCode = keyof ByCode>(
    answer: Answer,
    options?: DecodeOptions<Code>,
  ): ByCode[Code] | UnrecognizedError;
  /** Writes an error. Never throws: what this wire cannot carry leaves as the catalog's fallback for its status. */
  encode(
    error: Sendable | ByCode[keyof ByCode] | UnrecognizedError,
    options?: EncodeOptions,
  ): EncodedAnswer;
}

/** The wire format of a specification. Generated modules call it once for each of theirs. */
export function wireFormat<ByCode, Sendable = never>(spec: WireSpec): WireFormat<ByCode, Sendable> {
  const prepared = prepare(spec);
  const decode = createDecoder(prepared);
  const encode = createEncoder(prepared, decode);
  return {
    name: spec.name,
    decode: (answer, options) => decode(answer, options as DecodeOptions) as never,
    encode: (error, options) => encode(error as CatalogError, options),
  };
}

/** The same format with options that every `encode` has: a service's realm and schemes, set once. */
export function withEncodeOptions<ByCode, Sendable>(
  format: WireFormat<ByCode, Sendable>,
  options: EncodeOptions,
): WireFormat<ByCode, Sendable> {
  return { ...format, encode: (error, own) => format.encode(error, { ...options, ...own }) };
}
