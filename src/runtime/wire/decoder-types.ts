/** What decoders are, as types: each knows which errors it gives. */
import type { CatalogError } from "../catalog-error.js";
import type { UnrecognizedError } from "../unrecognized-error.js";
import type { Answer } from "./answer.js";
import type { DecodeOptions, LenientOptions } from "./wire-options.js";

/** An error of an answer that may have several. */
export interface WithOthers<ByCode> {
  /** The errors beside it. */
  readonly others?: readonly (ByCode[keyof ByCode] | UnrecognizedError)[] | undefined;
}

/** An error of an answer that has values of its request. */
export interface WithContext<Context> {
  /** Those that the answer has. */
  readonly context?: Partial<Context> | undefined;
}

/** An error that was kept although its fields are broken: any of them may be absent. */
export type LenientError<Known> = Known extends CatalogError
  ? Pick<Known, Extract<keyof Known, keyof CatalogError>> & Partial<Omit<Known, keyof CatalogError>>
  : never;

/** What a decoder gives, as types. `Code`: the codes of the catalog. */
export interface DecoderTypes<ByCode = unknown, Code = string, Beside = unknown> {
  readonly byCode: ByCode;
  readonly code: Code;
  readonly beside: Beside;
}

/** Whatever says of itself what it decodes: a decoder, or one of several. */
export interface TypedDecoder {
  readonly "~types"?: DecoderTypes | undefined;
}

/** Any decoder, of any catalog. */
export interface AnyDecoder extends TypedDecoder {
  readonly name: string;
  /** Reads an answer. */
  decode(answer: Answer): CatalogError;
  /** Whether an answer is an error. */
  isError(answer: Answer): boolean;
  /** Whether the value is an error that it has decoded. */
  is(value: unknown): boolean;
}

/** The codes of a decoder's catalog. */
export type CodeOf<Of extends TypedDecoder> = NonNullable<Of["~types"]>["code"];

/** The errors that a decoder knows; of several decoders those of each. `Code`: of these codes. */
export type KnownErrorOf<Of extends TypedDecoder, Code = unknown> =
  NonNullable<Of["~types"]> extends infer Types
    ? Types extends DecoderTypes<infer ByCode, unknown, infer Beside>
      ? ByCode[unknown extends Code ? keyof ByCode : Extract<Code, keyof ByCode>] & Beside
      : never
    : never;

/** What a decoder gives; of several decoders what each of them does. `Code`: of these codes. */
export type ErrorOf<Of extends TypedDecoder, Code = unknown> =
  NonNullable<Of["~types"]> extends infer Types
    ? Types extends DecoderTypes<infer ByCode, unknown, infer Beside>
      ? (
          | ByCode[unknown extends Code ? keyof ByCode : Extract<Code, keyof ByCode>]
          | UnrecognizedError
        ) &
          Beside
      : never
    : never;

/** The same of a decoder that keeps known codes whose fields are broken. */
export type LenientErrorOf<Of extends TypedDecoder, Code = unknown> =
  NonNullable<Of["~types"]> extends infer Types
    ? Types extends DecoderTypes<infer ByCode, unknown, infer Beside>
      ? (
          | LenientError<ByCode[unknown extends Code ? keyof ByCode : Extract<Code, keyof ByCode>]>
          | UnrecognizedError
        ) &
          Beside
      : never
    : never;

/** Of options: all codes are left in. */
export interface EveryCode {
  readonly codes?: undefined;
}

/**
 * The half of a wire format that a client needs. `ByCode` is what it decodes, `Known` every error of the catalog, `Beside`
 * what every error has besides.
 *
 * What takes codes has them from `this`, not from the parameters here: so it is the same function in every decoder, and
 * one of several decoders can be called as each of them can.
 */
export interface Decoder<ByCode, Known extends { readonly code: string }, Beside = unknown>
  extends TypedDecoder {
  /** For types alone: never there. */
  readonly "~types"?: DecoderTypes<ByCode, Known["code"], Beside> | undefined;
  readonly name: string;
  /** Reads an answer. Never throws: what it cannot read is an `UnrecognizedError`. */
  decode(
    answer: Answer,
    options: Omit<LenientOptions, "codes"> & EveryCode,
  ): (LenientError<ByCode[keyof ByCode]> | UnrecognizedError) & Beside;
  decode<Self extends TypedDecoder, const Code extends CodeOf<Self>>(
    this: Self,
    answer: Answer,
    options: LenientOptions<Code>,
  ): LenientErrorOf<Self, Code>;
  decode<Self extends TypedDecoder, const Code extends CodeOf<Self>>(
    this: Self,
    answer: Answer,
    options: DecodeOptions<Code> | undefined,
  ): ErrorOf<Self, Code>;
  // Last, because that is the one that counts where the function is passed on.
  decode(
    answer: Answer,
    options?: Omit<DecodeOptions, "codes"> & EveryCode & { readonly lenient?: undefined },
  ): (ByCode[keyof ByCode] | UnrecognizedError) & Beside;
  /**
   * Whether an answer is an error: of formats that answer 200 to everything, the body says it. An error body beats what
   * looks like a success, unless that holds a constant where the body has its code. What is neither goes by its status.
   * Never throws.
   */
  isError(answer: Answer): boolean;
  /**
   * Whether the value is an error that this format has decoded, with one of the codes where there are any. An
   * unrecognized error is none, nor is one that was kept although required fields are broken.
   */
  is(value: unknown): value is ByCode[keyof ByCode] & Beside;
  is<Self extends TypedDecoder, const Code extends CodeOf<Self>>(
    this: Self,
    value: unknown,
    ...codes: readonly Code[]
  ): value is KnownErrorOf<Self, Code>;
}
