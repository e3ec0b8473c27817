/** What decoding and encoding are asked, and what encoding gives. */
import type { Translation } from "../translation/translation.js";
import type { ChallengeOptions } from "./challenge.js";
import type { DecodeLimits } from "./decode-limits.js";

/** How to decode. */
export interface DecodeOptions<Code extends PropertyKey = string> {
  /** The codes to expect, an operation's for example; every other is unrecognized. */
  readonly codes?: readonly Code[];
  /** Milliseconds since 1970, for delays that came as dates. Default: now. */
  readonly now?: number;
  /** How large a body is read; of a larger one only the status counts. Default: see {@link DecodeLimits}. */
  readonly limits?: DecodeLimits;
}

/** How to decode kindly. */
export interface LenientOptions<Code extends PropertyKey = string> extends DecodeOptions<Code> {
  /**
   * `true`: a known code whose required field is missing or broken is kept, without that field and with `issues`; a
   * number in a text is read as a number. Else such an error is unrecognized.
   */
  readonly lenient: boolean;
}

/**
 * What of an error that arrived is sent on.
 *
 * - `false`: its fields, as far as the catalog declares them, with the catalog's own message and status.
 * - `"text"`: the same with the message and the status (400 to 599) that arrived.
 * - `true`: body and status (200 to 599) as they arrived in this format, with what changed since, and of the headers
 *   those that the format names, `Retry-After` and `Allow`. A body that is no JSON leaves as `text/plain`. An error from
 *   another format is sent as with `"text"`.
 */
export type PassThrough = boolean | "text";

/** How to encode. */
export interface EncodeOptions extends ChallengeOptions {
  /** Default: `false`. What an upstream said leaves from your origin, and people trust you for it. */
  readonly passThrough?: PassThrough | undefined;
  /** Languages to answer in besides the catalog's English. */
  readonly translations?: readonly Translation[] | undefined;
  /** The header Accept-Language of the request. */
  readonly acceptLanguage?: string | null | undefined;
  /** Values of the request that the catalog declares. Default: those that the error arrived with. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
}

/** An answer, ready to be sent. */
export interface EncodedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or text or bytes that are sent as they are; undefined where there is no body. */
  readonly body: unknown;
}
