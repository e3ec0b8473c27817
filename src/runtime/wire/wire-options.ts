/** What decoding and encoding are asked, and what encoding gives. */
import type { Translation } from "../translation/translation.js";
import type { ChallengeOptions } from "./challenge.js";

/** How to decode. */
export interface DecodeOptions<Code extends PropertyKey = string> {
  /** The codes to expect, an operation's for example; every other is unrecognized. */
  readonly codes?: readonly Code[];
  /** Milliseconds since 1970, for delays that came as dates. Default: now. */
  readonly now?: number;
}

/** How to encode. */
export interface EncodeOptions extends ChallengeOptions {
  /** `false`: what an error was decoded from is not repeated; it is written anew from its fields. */
  readonly passThrough?: boolean;
  /** Languages to answer in besides the catalog's English. */
  readonly translations?: readonly Translation[] | undefined;
  /** The header Accept-Language of the request. */
  readonly acceptLanguage?: string | null | undefined;
}

/** An answer, ready to be sent. */
export interface EncodedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or text or bytes that are sent as they are; undefined where there is no body. */
  readonly body: unknown;
}
