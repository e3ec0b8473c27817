/** Answers as they come: from fetch, from Node, from a queue, or half. */
import { memberIn, own } from "../own-member.js";
import { type DecodeLimits, passedByLength, passedBySize } from "./decode-limits.js";

/**
 * Headers as `Headers`, as a record (Node has lists in it, axios more), as pairs, or as Node's flat list of names and
 * values. What is no text, number or list of texts is no header.
 */
export type AnswerHeaders =
  | { forEach(each: (value: string, name: string) => void): void; get(name: string): string | null }
  | Readonly<Record<string, HeaderValue>>
  | readonly string[]
  | readonly (readonly [name: string, value: string])[];

/** What a record may have for a header; axios declares that objects with headers may stand there. */
export type HeaderValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { toJSON(): unknown }
  | null
  | undefined;

/** An answer to decode. Everything may be missing. */
export interface Answer {
  readonly status?: number | undefined;
  readonly headers?: AnswerHeaders | undefined;
  /** Parsed JSON, text, bytes or nothing. */
  readonly body?: unknown;
  /**
   * Why the body is not whole, in words: `readResponse` says it. Decoding passes it on as an issue, and guesses nothing
   * from such an answer.
   */
  readonly incomplete?: string | undefined;
  /** Never there: a `Response` has it, whose body has to be read first. See `readResponse`. */
  readonly bodyUsed?: never;
}

/** A body that was looked at. */
export interface ReadBody {
  /** Parsed JSON, the text where it is none, or the bytes where they are no text; undefined where there is nothing. */
  readonly body: unknown;
  /** The limit that it passes, in words: it is not to be read any further. */
  readonly passed: string | undefined;
  /** Why it is not whole, in words. */
  readonly incomplete: string | undefined;
  /** What is missing may say anything: nothing of it is looked into, and nothing is guessed. */
  readonly isOpaque: boolean;
}

/** Parses a body within the limits. */
export function readBody(answer: Answer, limits?: DecodeLimits): ReadBody {
  if (isUnread(answer.body))
    return {
      body: undefined,
      passed: undefined,
      incomplete: "the body was not read",
      isOpaque: true,
    };
  const { body, passed } = parseBody(answer, limits);
  const incomplete = memberIn(answer, "incomplete");
  // JSON that has come to its end is whole, whatever was to follow.
  const isOpaque = incomplete !== undefined && (Object(body) !== body || isBytes(body));
  return { body, passed, incomplete, isOpaque };
}

/** Streams and blobs: objects that have nothing of what will come out of them. */
function isUnread(body: unknown): boolean {
  const names = ["getReader", "pipe", "arrayBuffer"] as const;
  return names.some(
    (name) => typeof memberIn(body as Record<typeof name, unknown>, name) === "function",
  );
}

function isBytes(body: unknown): body is ArrayBufferView | ArrayBuffer {
  return ArrayBuffer.isView(body) || body instanceof ArrayBuffer;
}

function parseBody(
  { body, headers }: Answer,
  limits?: DecodeLimits,
): Pick<ReadBody, "body" | "passed"> {
  const inBytes = isBytes(body);
  const length = inBytes ? body.byteLength : typeof body === "string" ? body.length : 0;
  const isLong = passedByLength(length, limits);
  if (isLong !== undefined) return { body, passed: isLong };
  const text = inBytes ? decodeBytes(body, headers) : body;
  if (typeof text !== "string") return { body, passed: passedBySize(body, limits) };
  const parsed = parse(text);
  // The bytes of an image, say: as text they could not be given back.
  if (inBytes && parsed === text && text.includes("\ufffd")) return { body, passed: undefined };
  const passed = passedBySize(parsed, limits, text);
  // As text it can be kept, printed and sent on, however deep it is.
  return { body: passed === undefined ? parsed : text, passed };
}

function parse(text: string): unknown {
  try {
    // Some servers begin with a byte order mark, which JSON does not allow.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return text || undefined;
  }
}

function decodeBytes(bytes: ArrayBufferView | ArrayBuffer, headers: Answer["headers"]): string {
  const [, charset] = /charset="?([\w.:-]+)/i.exec(headerIn(headers, "content-type") ?? "") ?? [];
  try {
    return new TextDecoder(charset).decode(bytes as Uint8Array);
  } catch {
    return new TextDecoder().decode(bytes as Uint8Array);
  }
}

/**
 * Headers by their names in lower case; several of one name are joined with ", ". What is no text is no header.
 *
 * @param only the one name that is asked for.
 */
export function headersOf(
  headers: Answer["headers"],
  only?: string,
): Readonly<Record<string, string>> {
  const listed = new Map<string, string>();
  const add = (value: unknown, name: unknown) => {
    if (typeof name !== "string" || (only !== undefined && name.length !== only.length)) return;
    const isText = (each: unknown) => typeof each === "string" || typeof each === "number";
    const text = [value].flat().filter(isText).join(", ");
    if (text === "" && value !== "") return;
    const key = name.toLowerCase();
    const before = listed.get(key);
    listed.set(key, before === undefined ? text : `${before}, ${text}`);
  };
  if (Array.isArray(headers)) {
    const isFlat = !headers.every(Array.isArray);
    headers.forEach((item, index) => {
      if (!isFlat) add(item[1], item[0]);
      else if (index % 2 === 1) add(item, headers[index - 1]);
    });
  } else if (typeof memberIn(headers as Headers | undefined, "forEach") === "function")
    (headers as Headers).forEach(add);
  else if (headers) for (const name of Object.keys(headers)) add(headers[name as never], name);
  return Object.fromEntries(listed);
}

interface Tagged {
  readonly [Symbol.toStringTag]: string;
}

/** What one header says. */
export function headerIn(headers: Answer["headers"], key: string): string | undefined {
  // Others that have `get` may not know a name in another case. The class itself is not asked for: Node loads it then.
  const { [Symbol.toStringTag]: tag, get } = (headers ?? {}) as Partial<Headers & Tagged>;
  if (tag === "Headers" && get) return get.call(headers, key) ?? undefined;
  return own(headersOf(headers, key), key);
}

/** Whether a number is an HTTP status. */
export function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 100 && status <= 599;
}
