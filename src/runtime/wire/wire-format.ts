/** A wire format that works both ways. */
import {
  type CatalogError,
  type CatalogErrorObject,
  entryOf,
  publicFields,
} from "../catalog-error.js";
import { isCatalogError } from "../guards.js";
import { isPolluted, memberIn, ownMembers } from "../own-member.js";
import type { UnrecognizedError } from "../unrecognized-error.js";
import { remember } from "./arrival.js";
import { createDecoder } from "./decoder.js";
import type { Decoder } from "./decoder-types.js";
import { Encoder } from "./encoder.js";
import type { EncodedAnswer, EncodeOptions } from "./wire-options.js";
import type { DecodeSpec, EncodeSpec } from "./wire-spec.js";

/** A wire format: `ByCode` is what it decodes, `Sendable` what it encodes besides: what it cannot carry it folds or replaces. */
export interface WireFormat<
  ByCode,
  Sendable extends { readonly code: string },
  Beside = unknown,
  Context = Readonly<Record<string, unknown>>,
> extends Decoder<ByCode, Sendable, Beside> {
  /** The media type of the bodies that it writes, `application/json` for example. */
  readonly media: string;
  /**
   * Whether an error can be written as what it is: its code, or one that it is folded into, with every field that this
   * requires. Else the fallback stands in its place. Never throws.
   */
  carries(error: Sendable | ByCode[keyof ByCode] | UnrecognizedError): boolean;
  /**
   * Writes an error, with those beside it where the format has a place for several: its `others`, or what an
   * `AggregateError` has together. Never throws: what this wire cannot carry leaves as the catalog's fallback for its
   * status.
   */
  encode(
    error: Sendable | ByCode[keyof ByCode] | UnrecognizedError | AggregateError,
    options?: EncodeOptions & { readonly context?: Context | undefined },
  ): EncodedAnswer;
}

/** The wire format of a specification. Generated modules call it once for each of theirs. */
export function wireFormat<
  ByCode,
  Sendable extends { readonly code: string },
  Beside = unknown,
  Context = Readonly<Record<string, unknown>>,
>(spec: DecodeSpec, encodeSpec: EncodeSpec): WireFormat<ByCode, Sendable, Beside, Context> {
  const parts = createDecoder(spec);
  const encoder = new Encoder(spec, encodeSpec, parts.decode);
  const encode: WireFormat<ByCode, Sendable, Beside, Context>["encode"] = (error, options) => {
    try {
      const given = isPolluted() ? membersOf(error as CatalogError) : (error as CatalogError);
      return encoder.encode(given, ownMembers(options ?? {}));
    } catch {
      // Only what is no data gets here: getters that throw, revoked proxies, levels without end.
      return encoder.encode(undefined as never, {});
    }
  };
  const media = memberIn(encodeSpec, "media") ?? "application/json";
  const carries = (error: CatalogError) => encoder.carries(error);
  return { name: spec.name, ...parts, media, carries, encode } as never;
}

/** The same format with options that every `encode` has: a service's realm and schemes, set once. */
export function withEncodeOptions<
  ByCode,
  Sendable extends { readonly code: string },
  Beside,
  Context,
>(
  format: WireFormat<ByCode, Sendable, Beside, Context>,
  options: EncodeOptions & { readonly context?: Context | undefined },
): WireFormat<ByCode, Sendable, Beside, Context> {
  return { ...format, encode: (error, own) => format.encode(error, { ...options, ...own }) };
}

/** What there is of an error where all objects have more than they should. */
function membersOf(error: CatalogError): CatalogError {
  if (!isCatalogError(error)) return error;
  const object = error as CatalogErrorObject;
  const { code, status, message } = error;
  const [received, others, context] = [
    memberIn(error, "received"),
    memberIn(error, "others"),
    memberIn(error, "context"),
  ];
  const said = { code, status, message, received, others, context };
  const toJSON = () => error.toJSON();
  const own = { ...publicFields(object as never), ...said, [entryOf]: object[entryOf], toJSON };
  return remember({ __proto__: null, ...own } as unknown as CatalogError, error);
}
