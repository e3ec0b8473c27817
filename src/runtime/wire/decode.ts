/** Answer → error. */
import type { CatalogError } from "../catalog-error.js";
import { decodedErrorOf } from "../decoded-error.js";
import { formatMessage } from "../format-message.js";
import type { Issue } from "../received.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import { type Answer, readBody, receivedFrom } from "./answer.js";
import { type Layout, matches, spellingIn } from "./layout.js";
import { type Candidate, type Prepared, type PreparedRow, pageOf } from "./prepare.js";
import type { FieldValues, Source } from "./read-fields.js";
import type { DecodeOptions } from "./wire-options.js";

/** Decodes an answer. */
export type Decode = (answer: Answer, options?: DecodeOptions) => CatalogError | UnrecognizedError;

/** What one body gave. A higher rank is a better answer. */
interface Reading {
  readonly rank: 0 | 1 | 2 | 3;
  readonly layout: Layout;
  readonly row?: PreparedRow;
  readonly spelling?: string;
  readonly fields?: FieldValues;
}

/** The decoder of a wire format. */
export function createDecoder(prepared: () => Prepared): Decode {
  return (answer, options = {}) => {
    let body: unknown;
    try {
      body = readBody(answer.body, answer.headers);
      return decodeBody(prepared(), answer, body, options);
    } catch {
      // Only what is no data gets here: getters that throw, revoked proxies.
      return unrecognizedError({ issues: [], received: { status: 0, headers: {}, body } });
    }
  };
}

function decodeBody(
  prepared: Prepared,
  answer: Answer,
  body: unknown,
  { codes, now = Date.now() }: DecodeOptions,
): CatalogError | UnrecognizedError {
  const source: Source = { body, headers: answer.headers, now };
  let best: Reading | undefined;
  for (const candidate of prepared.candidates) {
    const reading = readCandidate(candidate, prepared, source);
    if (reading === undefined || (best !== undefined && reading.rank <= best.rank)) continue;
    best = reading;
    if (reading.rank === 3) break;
  }
  const { spec } = prepared;
  const status = statusOf(answer, best?.layout, body);
  const received = () => receivedFrom({ ...answer, status }, body, spec.name, now);
  const message = messageIn(best?.layout, body);
  const expects = (row: PreparedRow) => codes === undefined || codes.includes(row.entry.code);
  const unrecognized = (issues: readonly Issue[] | undefined, receivedCode: string | undefined) =>
    unrecognizedError({
      issues: issues ?? [],
      received: received(),
      ...(receivedCode === undefined ? {} : { receivedCode }),
      ...(message === undefined ? {} : { message }),
    });
  const known = (row: PreparedRow, { values, issues }: FieldValues, inferred?: true) => {
    const { statuses } = row.entry;
    const text =
      message ?? formatMessage(row.messages ?? [], values) ?? row.title ?? row.entry.code;
    const own = statuses.includes(status) ? status : (statuses[0] as number);
    return decodedErrorOf(row.descriptor, text, own, values, { received, inferred, issues });
  };
  if (best?.row !== undefined && best.fields !== undefined) {
    if (best.rank === 3 && expects(best.row)) return known(best.row, best.fields);
    return unrecognized(best.fields.issues, best.spelling);
  }
  if (best?.spelling !== undefined) return unrecognized([], best.spelling);
  const row = inferredRow(prepared, status);
  if (row === undefined || !expects(row)) return unrecognized([], undefined);
  const fields = row.readerOf(best?.layout)(source);
  return fields.broken ? unrecognized(fields.issues, undefined) : known(row, fields, true);
}

function readCandidate(
  { layout, only }: Candidate,
  prepared: Prepared,
  source: Source,
): Reading | undefined {
  if (!matches(layout, source.body)) return undefined;
  const spelling = spellingIn(layout, source.body);
  if (spelling === undefined || spelling === "about:blank")
    return only === undefined ? { rank: 0, layout } : undefined;
  const row = layout.code?.isType
    ? rowOfType(spelling, prepared)
    : prepared.bySpelling.get(spelling);
  if (only !== undefined && row !== only) return undefined;
  if (row === undefined) return { rank: 1, layout, spelling };
  const fields = row.readerOf(layout)(source);
  return { rank: fields.broken ? 2 : 3, layout, row, fields, spelling };
}

// RFC 9457 section 3.1.1: the type is compared as the URI that it resolves to.
function rowOfType(type: string, { spec, byPage }: Prepared): PreparedRow | undefined {
  const base = pageOf(spec, "");
  const uri = URL.canParse(type, base) ? new URL(type, base).href : type;
  return byPage.get(type) ?? byPage.get(uri);
}

function inferredRow(
  { spec: { infer }, byCode }: Prepared,
  status: number,
): PreparedRow | undefined {
  if (infer === undefined || status < 400) return undefined;
  const code = infer[status] ?? infer[`${Math.floor(status / 100)}xx`];
  return code === undefined ? undefined : byCode.get(code);
}

function statusOf({ status }: Answer, layout: Layout | undefined, body: unknown): number {
  if (typeof status === "number") return status;
  for (const get of layout?.statuses ?? []) {
    const inBody = Number(get(body));
    if (Number.isInteger(inBody) && inBody >= 100 && inBody <= 599) return inBody;
  }
  return 0;
}

function messageIn(layout: Layout | undefined, body: unknown): string | undefined {
  for (const get of layout?.messages ?? []) {
    const message = get(body);
    if (typeof message === "string") return message;
  }
  return undefined;
}
