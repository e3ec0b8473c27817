/** Statuses of a list: as they are written, or by the words of a message. */
import { registeredStatuses } from "../../model/http-status.js";

/** Statuses, and how certain they are. */
export interface FoundStatuses {
  /** Those of errors, where there are any. */
  readonly statuses: readonly number[];
  /** Whether one was written as a number alone. */
  readonly isPlain: boolean;
}

/** `404`, `404 Not Found`, `HTTP 404`, `Not Found`, `NOT_FOUND`, `404/410`, `404 or 410`. */
export function writtenStatuses(text: string): FoundStatuses | undefined {
  const trimmed = text.trim();
  if (/^[1-5]\d\d(\.0+)?$/.test(trimmed))
    return { statuses: [Math.trunc(Number(trimmed))], isPlain: /^\d+$/.test(trimmed) };
  if (range.test(trimmed)) return undefined;
  const [, first, rest = ""] =
    /^(?:https?(?:\/[\d.]+)?|status|code|\W)*([1-5]\d\d)(?!\d)(.*)$/is.exec(
      trimmed.slice(0, 100),
    ) ?? [];
  if (first !== undefined) {
    const all = new Set(
      [first, ...[...rest.matchAll(another)].map(([, more]) => more)].map(Number),
    );
    const errors = [...all].filter((status) => status >= 400);
    // What no registry has cannot stand beside others.
    const known = errors.filter((status) => errors.length === 1 || registeredStatuses.has(status));
    return { statuses: known.length > 0 ? known : [Number(first)], isPlain: false };
  }
  const status = statusByName(trimmed);
  return status === undefined ? undefined : { statuses: [status], isPlain: false };
}

// `404 for up to 500 items` has one.
const another = /(?:[,;/|&+]|\b(?:or|and)\b|(?<=\d)\s)\s*(?:http\s*)?([1-5]\d\d)(?!\d)/gi;
const range = /^\W*([1-5])\d\d\s*(?:-|–|—|\.{2,3}|to)\s*([1-5])\d\d\W*$/i;

/** The class of `4xx`, `5**` or `400-499`, as its first status: 400 or 500. */
export function classOfStatuses(text: string): 400 | 500 | undefined {
  const trimmed = text.trim();
  const [, digit] = /^\W*(?:http\s*)?([45])(?:xx|\*\*|\?\?|nn)\W*$/i.exec(trimmed) ?? [];
  const [, from, to] = range.exec(trimmed) ?? [];
  const found = digit ?? (from === to ? from : undefined);
  return found === "4" ? 400 : found === "5" ? 500 : undefined;
}

/** The status that a name such as `NotFound`, `NotFoundException` or `BAD_REQUEST` stands for. */
export function statusByName(name: string): number | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, "");
  const known = byName.get(plain) ?? byName.get(plain.replace(/(http)?(error|exception)$/, ""));
  return known ?? byName.get(plain.replace(/^http(status)?(code)?/, ""));
}

const byName: ReadonlyMap<string, number> = new Map([
  ["ok", 200],
  ["created", 201],
  ["accepted", 202],
  ["nocontent", 204],
  ...[...registeredStatuses].map(([status, reason]) => [plainReason(reason), status] as const),
  ["payloadtoolarge", 413],
  ["entitytoolarge", 413],
  ["requesttimeout", 408],
  ["unprocessableentity", 422],
  ["toomanyrequests", 429],
  ["internalserver", 500],
  ["internal", 500],
]);

function plainReason(reason: string): string {
  return reason.toLowerCase().replace(/[^a-z]/g, "");
}

/** What speaks for a status, the surest first. */
const words: readonly (readonly [pattern: RegExp, status: number])[] = [
  [/\btoo many\b|\brate.?limit|\bthrottl/, 429],
  [/\bunauthori[sz]ed\b|\bunauthenticated\b|\bnot (?:authenticated|logged in|signed in)\b/, 401],
  [/\b(?:log|sign).?in (?:first|required|again)\b|\bauthentication\b/, 401],
  [
    /\b(?:invalid|expired|missing|bad|wrong)\b.{0,20}\b(?:token|credentials?|password|api.?key)\b/,
    401,
  ],
  [/\b(?:token|session|credentials?)\b.{0,20}\b(?:expired|revoked|invalid)\b/, 401],
  [
    /\bforbidden\b|\bpermissions?\b|\baccess denied\b|\bnot (?:permitted|allowed)\b|\bprivileges?\b|\bdenied\b/,
    403,
  ],
  [/\balready exists?\b|\bconflict|\bduplicated?\b|\balready\b|\bnot unique\b|\bunique\b/, 409],
  [/\bnot.?found\b|\bno such\b|\bdoes(?: not|n't) exist\b|\bnot exists?\b|\bundefined\b/, 404],
  [/\btoo (?:large|big|long)\b/, 413],
  [/\btime[ds]?.?out\b/, 504],
  [/\bunavailable\b|\boverload|\bmaintenance\b|\bshutting down\b/, 503],
  [/\bnot (?:yet )?implemented\b/, 501],
  [
    /\binvalid\b|\bmalformed\b|\bmissing\b|\brequired\b|\bbad\b|\bmust\b|\bcannot be\b|\bunsupported\b/,
    400,
  ],
  [
    /\bnot (?:supported|valid)\b|\bsyntax\b|\bunknown\b|\bexpected\b|\bwrong\b|\bout of range\b/,
    400,
  ],
];

/** A status, and the words that speak for it. */
export interface GuessedStatus {
  readonly status: number;
  /** Undefined where none do. */
  readonly word: string | undefined;
}

/**
 * By the words of a text; where none speak for one, 500.
 *
 * @param among the first status of the class that it is in, where that is known.
 */
export function guessStatus(text: string, among?: 400 | 500): GuessedStatus {
  const small = text.slice(0, 1000).replace(/_/g, " ").toLowerCase();
  for (const [pattern, status] of words) {
    if (among !== undefined && Math.floor(status / 100) * 100 !== among) continue;
    const word = pattern.exec(small)?.[0];
    if (word !== undefined) return { status, word };
  }
  return { status: among ?? 500, word: undefined };
}
