/** Statuses of a list: as they are written, or by the words of a message. */
import { registeredStatuses } from "../../model/http-status.js";

/** A status, and how certain it is. */
export interface FoundStatus {
  readonly status: number;
  /** Whether it was written as a number alone. */
  readonly isPlain: boolean;
}

/** `404`, `404 Not Found`, `HTTP 404`, `Not Found`, `NOT_FOUND`. */
export function writtenStatus(text: string): FoundStatus | undefined {
  const trimmed = text.trim();
  if (/^[1-5]\d\d(\.0+)?$/.test(trimmed))
    return { status: Math.trunc(Number(trimmed)), isPlain: /^\d+$/.test(trimmed) };
  const [, number] =
    /^(?:http|status|code|\W)*([1-5]\d\d)(?!\d)/i.exec(trimmed.slice(0, 100)) ?? [];
  if (number !== undefined) return { status: Number(number), isPlain: false };
  const status = statusByName(trimmed);
  return status === undefined ? undefined : { status, isPlain: false };
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

/** By the words of a text; 500 where none speak for another. */
export function guessStatus(text: string): GuessedStatus {
  const small = text.slice(0, 1000).replace(/_/g, " ").toLowerCase();
  for (const [pattern, status] of words) {
    const word = pattern.exec(small)?.[0];
    if (word !== undefined) return { status, word };
  }
  return { status: 500, word: undefined };
}
