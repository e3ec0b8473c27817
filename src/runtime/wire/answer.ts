/** Answers as they come: from fetch, from Node, from a queue, or half. */
import { isRecord } from "../is-record.js";
import type { Received, ReceivedHeaders } from "../received.js";
import { setOwn } from "../validate.js";

/** Headers as `Headers`, as a record (Node has lists in it), as pairs, or as Node's flat list of names and values. */
export type AnswerHeaders =
  | { forEach(each: (value: string, name: string) => void): void; get(name: string): string | null }
  | Readonly<Record<string, string | number | readonly string[] | undefined>>
  | readonly string[]
  | readonly (readonly [name: string, value: string])[];

/** An answer to decode. Everything may be missing. */
export interface Answer {
  readonly status?: number | undefined;
  readonly headers?: AnswerHeaders | undefined;
  /** Parsed JSON, text, bytes or nothing. */
  readonly body?: unknown;
}

/** The body as parsed JSON, as the text where it is none, or as the bytes where they are no text; undefined where there is nothing. */
export function readBody(body: unknown, headers: Answer["headers"]): unknown {
  if (
    typeof body === "object" &&
    body !== null &&
    (ArrayBuffer.isView(body) || body instanceof ArrayBuffer)
  ) {
    const text = decodeBytes(body as Uint8Array, headers);
    const parsed = parse(text);
    // The bytes of an image, say: as text they could not be given back.
    return parsed === text && text.includes("\ufffd") ? body : parsed;
  }
  return typeof body === "string" ? parse(body) : body;
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    // Some servers begin with a byte order mark, which JSON does not allow.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return text;
  }
}

function decodeBytes(bytes: Uint8Array, headers: Answer["headers"]): string {
  const [, charset = "utf-8"] =
    /charset="?([\w.:-]+)/i.exec(headerOf(headers, "content-type") ?? "") ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** One header's value; several of one name are joined with ", ". */
export function headerOf(headers: Answer["headers"], name: string): string | undefined {
  if (isHeaders(headers)) {
    const value: unknown = headers.get(name);
    return typeof value === "string" ? value : undefined;
  }
  let found: string | undefined;
  eachHeader(headers, (value, each) => {
    if (each === name) found = found === undefined ? value : `${found}, ${value}`;
  });
  return found;
}

function isHeaders(headers: unknown): headers is Headers {
  return isRecord(headers) && typeof headers.get === "function";
}

function eachHeader(
  headers: Answer["headers"],
  each: (value: string, name: string) => void,
): void {
  // Whoever writes JavaScript may hand over anything; what is no text is no header.
  const add = (name: unknown, value: unknown) => {
    const text = Array.isArray(value) ? value.filter(isText).join(", ") : value;
    if (typeof name === "string" && isText(text)) each(String(text), name.toLowerCase());
  };
  if (Array.isArray(headers)) {
    for (let index = 0; index < headers.length; index += 1) {
      const entry: unknown = headers[index];
      if (Array.isArray(entry)) add(entry[0], entry[1]);
      else {
        index += 1;
        add(entry, headers[index]);
      }
    }
  } else if (isHeaders(headers)) headers.forEach((value, name) => add(name, value));
  else if (isRecord(headers))
    for (const [name, value] of Object.entries(headers)) add(name, value);
}

function isText(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** The answer in the form in which an error remembers it. */
export function receivedFrom(
  { status, headers }: Answer,
  body: unknown,
  wire: string,
  now: number,
): Received {
  const listed: Record<string, string> = {};
  try {
    eachHeader(headers, (value, name) => {
      const first = Object.hasOwn(listed, name) ? listed[name] : undefined;
      setOwn(listed, name, first === undefined ? value : `${first}, ${value}`);
    });
  } catch {
    // Headers that throw are none; this is asked for when nobody expects that any more.
  }
  return {
    status: isStatus(status) ? status : 0,
    headers: listed as ReceivedHeaders,
    body,
    wire,
    // A date is so many seconds away only as seen from the time at which it was read.
    ...(listed["retry-after"]?.includes(":") ? { at: now } : {}),
  };
}

function isStatus(status: unknown): status is number {
  return Number.isInteger(status) && (status as number) >= 100 && (status as number) <= 599;
}

/** The default for how much of a body is read, in bytes. */
export const defaultBodyLimit: number = 10_485_760;

/**
 * Reads a `Response` so that it can be decoded. Never throws: a body that breaks off is what came of it.
 *
 * @param limit bytes that are read at most; a longer body is cut off.
 */
export async function readResponse(
  response: Response,
  limit: number = defaultBodyLimit,
): Promise<Answer> {
  const { status, headers } = response;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = response.body?.getReader();
    while (reader !== undefined && size < limit) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value.subarray(0, limit - size));
      size += value.length;
    }
    if (size >= limit) await reader?.cancel();
  } catch {
    // What has arrived is decoded; that the rest is missing shows in it.
  }
  const body = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return { status, headers, body };
}
