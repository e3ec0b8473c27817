/** Reads what a request sends. */
import type { Context } from "hono";
import type { Host, Raising } from "./host.js";
import type { Bytes } from "./state.js";

/** The JSON object that a request sends. */
export async function objectIn(
  { errors }: Host,
  context: Context,
  raise: Raising<"invalid_request">,
): Promise<object> {
  const body = await errors.readJson(context, { limit: 16_384 });
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw raise.invalid_request();
  return body;
}

/** The most bytes that any request may have. */
const largest = 200_000;

/** The file that a request sends, as it is. */
export async function fileIn(
  { req }: Context,
  most: number,
  raise: Raising<"request_too_large" | "file_too_large">,
): Promise<Bytes> {
  const announced = Number(req.header("content-length"));
  if (announced > largest) throw raise.request_too_large();
  if (announced > most) throw raise.file_too_large({ max_bytes: most, size_bytes: announced });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of req.raw.body ?? []) {
    size += chunk.length;
    if (size > most) throw raise.file_too_large({ max_bytes: most });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
