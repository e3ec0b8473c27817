/** Answers as they come: from fetch, from Node, from a queue, or half. */
import type { Received, ReceivedHeaders } from "../received.js";

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

/** The body as parsed JSON, or as the text where it is none; undefined where there is nothing. */
export function readBody(body: unknown, headers: Answer["headers"]): unknown {
  if (
    typeof body === "object" &&
    body !== null &&
    (ArrayBuffer.isView(body) || body instanceof ArrayBuffer)
  ) {
    return parse(decodeBytes(body as Uint8Array, headers));
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
  if (headers === undefined) return undefined;
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  let found: string | undefined;
  eachHeader(headers, (value, each) => {
    if (each === name) found = found === undefined ? value : `${found}, ${value}`;
  });
  return found;
}

function isHeaders(headers: object): headers is Headers {
  return "get" in headers && typeof headers.get === "function";
}

function eachHeader(
  headers: NonNullable<Answer["headers"]>,
  each: (value: string, name: string) => void,
): void {
  if (Array.isArray(headers)) {
    for (let index = 0; index < headers.length; index += 1) {
      const entry: unknown = headers[index];
      if (Array.isArray(entry)) each(String(entry[1]), String(entry[0]).toLowerCase());
      else {
        index += 1;
        each(String(headers[index]), String(entry).toLowerCase());
      }
    }
    return;
  }
  if (isHeaders(headers)) {
    headers.forEach(each);
    return;
  }
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null) continue;
    each(Array.isArray(value) ? value.join(", ") : String(value), name.toLowerCase());
  }
}

/** The answer in the form in which an error remembers it. */
export function receivedFrom({ status, headers }: Answer, body: unknown, wire: string): Received {
  const listed: Record<string, string> = {};
  if (headers !== undefined) {
    eachHeader(headers, (value, name) => {
      const first = Object.hasOwn(listed, name) ? listed[name] : undefined;
      Object.defineProperty(listed, name, {
        value: first === undefined ? value : `${first}, ${value}`,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    });
  }
  return { status: isStatus(status) ? status : 0, headers: listed as ReceivedHeaders, body, wire };
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
