/** Reads the JSON of a request, where the framework brings no parser of bodies. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { memberIn } from "../runtime/own-member.js";
import type { ErrorHandler } from "./error-handler.js";

/** How to read a body. */
export interface ReadJsonOptions {
  /** The most bytes that are read. Default: 1 MiB. */
  readonly limit?: number;
}

/** A body and what the request says of it. */
export interface JsonSource {
  readonly contentType: string | null | undefined;
  readonly contentLength: string | null | undefined;
  /** The body, in pieces; undefined where there is none. */
  readonly chunks: AsyncIterable<Uint8Array> | undefined;
}

/** Whether a media type, without its parameters and in lower case, is JSON (RFC 6839 section 3.1). */
function isJsonMedia(media: string): boolean {
  return /^application\/(?:[^\s/]+\+)?json$/.test(media);
}

/**
 * The JSON of a request.
 *
 * @throws the error for `unsupported_media_type`, `body_too_large` or `malformed_body`; what reading itself throws.
 */
export async function readJson<Known extends CatalogError>(
  errors: Pick<ErrorHandler<Known, object, object, never>, "error">,
  { contentType, contentLength, chunks }: JsonSource,
  options?: ReadJsonOptions,
): Promise<unknown> {
  const limit = memberIn(options, "limit") ?? 1_048_576;
  const media = contentType?.split(";")[0]?.trim().toLowerCase();
  if (chunks === undefined) throw errors.error("malformed_body");
  if (media === undefined || !isJsonMedia(media))
    throw errors.error("unsupported_media_type", {
      media_type: media,
      media_types: ["application/json"],
    });
  if (Number(contentLength) > limit) throw errors.error("body_too_large", { limit });
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw errors.error("body_too_large", { limit });
    read.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of read) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw errors.error("malformed_body", {}, { cause });
  }
}
