/** Answer → error. */
import type { CatalogError } from "../catalog-error.js";
import { decodedErrors } from "../decoded-error.js";
import { isCatalogError } from "../guards.js";
import { detach, isPolluted, memberIn, ownMembers } from "../own-member.js";
import { type UnrecognizedError, unrecognizedError } from "../unrecognized-error.js";
import { type Answer, isStatus, type ReadBody, readBody } from "./answer.js";
import { type Arrival, receivedFrom } from "./arrival.js";
import type { Decoder } from "./decoder-types.js";
import { noLayout, statusIn, textIn } from "./layout.js";
import { type Reading, readingsOf } from "./readings.js";
import type { Source } from "./source.js";
import type { DecodeOptions, LenientOptions } from "./wire-options.js";
import type { DecodeSpec } from "./wire-spec.js";

/** A decoder before its types. */
export type Decode = (
  answer: Answer,
  options?: DecodeOptions & Partial<LenientOptions>,
) => CatalogError | UnrecognizedError;

/** The decoder of a specification. Generated modules call it once for each format. */
export function decoder<ByCode, Known extends { readonly code: string }, Beside = unknown>(
  spec: DecodeSpec,
): Decoder<ByCode, Known, Beside> {
  return { name: spec.name, ...createDecoder(spec) } as never;
}

/** What a decoder is made of. */
export interface DecoderParts {
  readonly "~spec": DecodeSpec;
  readonly decode: Decode;
  readonly isError: (answer: Answer) => boolean;
  readonly is: (value: unknown, ...codes: readonly string[]) => boolean;
}

/** The functions behind a decoder. */
export function createDecoder(spec: DecodeSpec): DecoderParts {
  let readAnswer: ReturnType<typeof prepare> | undefined;
  let body: unknown;
  const read = (answer: Answer, options: Parameters<Decode>[1], asksOnly: boolean) => {
    body = undefined;
    readAnswer ??= prepare(spec);
    const given = ownMembers(answer);
    const found = readBody(given, memberIn(options, "limits"));
    body = found.body;
    return readAnswer(given, found, options, asksOnly);
  };
  return {
    "~spec": spec,
    decode: (answer, options) => {
      try {
        return read(answer, options, false) as CatalogError;
      } catch {
        // Only what is no data gets here: getters that throw, revoked proxies.
        return unrecognizedError({ issues: [], received: { status: 0, headers: {}, body } }, 0);
      }
    },
    isError: (answer) => {
      try {
        return read(answer, undefined, true) as boolean;
      } catch {
        return true;
      }
    },
    is: (value, ...codes) => isDecodedBy(spec, value, codes),
  };
}

/** Whether a format has decoded the error, and has found in it all that its type promises. */
function isDecodedBy(spec: DecodeSpec, value: unknown, codes: readonly string[]): boolean {
  return (
    isCatalogError(value, spec.catalog, spec.owners) &&
    memberIn(memberIn(value, "received"), "wire") === spec.name &&
    (codes.length === 0 || codes.includes(value.code)) &&
    spec.rows.some(
      ({ entry: { code, fields = {} }, omits }) =>
        code === value.code &&
        // An error that was kept although its fields are broken lacks some.
        Object.keys(fields).every(
          (key) =>
            key.endsWith("?") ||
            omits?.includes(key) ||
            memberIn(value, key as "code") !== undefined,
        ),
    )
  );
}

/** @returns an error, or whether there is one where that alone is asked. */
function prepare(
  spec: DecodeSpec,
): (
  answer: Answer,
  found: ReadBody,
  options: Parameters<Decode>[1],
  asksOnly: boolean,
) => CatalogError | UnrecognizedError | boolean {
  detach(spec);
  const readings = readingsOf(spec);

  return (answer, { body: arrived, passed, incomplete, isOpaque }, options, asksOnly) => {
    // What is too large or not whole is not looked into.
    const small = passed === undefined && !isOpaque ? arrived : undefined;
    const body = isPolluted() ? detach(structuredClone(small)) : small;
    const now = memberIn(options, "now") ?? (spec.times && Date.now());
    const lenient = memberIn(options, "lenient");
    // All members are there, for what is absent could be on the prototype.
    const whole: Source = {
      body,
      headers: answer.headers,
      now,
      lenient,
      error: undefined,
      whole: undefined,
      passed: undefined,
      isPart: undefined,
    };
    const sent = answer.status ?? 0;
    const found = spec.texts?.(whole, spec, sent, readings) ?? readings.read(whole, sent);
    const inHeaders = spec.facts?.(spec, whole);

    if (asksOnly) {
      const isSuccess = spec.isSuccess?.(spec, whole, sent, found);
      return found?.spelling || found?.row || inHeaders?.code
        ? !isSuccess
        : isSuccess === undefined && !(sent >= 100 && sent < 400);
    }

    const conclude = (reading?: Reading, isFirst?: true): CatalogError | UnrecognizedError => {
      const source = reading?.source ?? whole;
      const facts = isFirst && inHeaders;
      const own = statusIn(reading?.layout ?? noLayout, source.body);
      // The HTTP status beats one in the body.
      const status = answer.status ?? (own || (inHeaders?.status ?? 0));
      let best = reading;
      const spelling = reading?.spelling ?? facts?.code;
      if (best?.spelling === undefined && spelling !== undefined) {
        const row = readings.rowOf(noLayout, spelling);
        if (row) best = readings.readRow(row, source, status);
      }
      // That of one error among several says what this one is.
      const byStatus =
        !isOpaque && (spelling === undefined || (!best?.row && spec.infersUnknown))
          ? readings.infer(source.whole ?? source, source.error ? own || status : status)
          : undefined;
      if (!best?.row) best = byStatus ?? best;
      const { layout = noLayout, row, fields, source: from = source } = best ?? nothing;
      const text =
        textIn(layout, from.body) ??
        facts?.text ??
        (reading?.row ? undefined : readings.textIn(source));
      const isBroken = fields?.broken && !lenient;
      const isKnown =
        row !== undefined &&
        !isBroken &&
        memberIn(options, "codes")?.includes(row.descriptor.code) !== false;
      const limit = passed ?? (isFirst && source.passed);
      const said = limit
        ? `at most ${limit}`
        : // The code is known, which its spelling alone does not say.
          isBroken && spelling !== undefined && `the fields of ${row?.descriptor.code}`;
      const faults = fields?.issues ?? [];
      const noted = said ? [{ message: `expected ${said}`, path: [] }, ...faults] : faults;
      const issues = isFirst && incomplete ? [{ message: incomplete, path: [] }, ...noted] : noted;
      const beside = spec.beside?.(layout, from, spec, reading?.others, conclude);
      const arrival: Arrival = {
        answer,
        status,
        body: isFirst ? arrived : (source.error ?? source.body),
        wire: spec.name,
        now,
        times: spec.times,
        layout,
        spelling,
        delay: beside?.delay,
        received: undefined,
        receive: receivedFrom,
        // What constants say may be no more than what the status says.
        inferred: (isKnown && row === byStatus?.row) || undefined,
        issues: isKnown && issues.length === 0 ? undefined : issues,
      };
      if (!isKnown)
        return Object.assign(
          unrecognizedError(arrival, isStatus(status) ? status : 0, spelling, text ?? incomplete),
          beside?.members,
        );
      const { descriptor } = row;
      const values = fields?.values ?? [];
      const message =
        text ??
        // What the catalog says, where the wire has no message.
        spec.format?.(row.row.messages ?? [], descriptor.fields ?? [], values) ??
        `${descriptor.code} (HTTP ${status})`;
      row.make ??= decodedErrors(descriptor);
      const error = row.make(
        message,
        row.row.entry.statuses.includes(status) ? status : descriptor.status,
        values,
        arrival,
      );
      return beside ? Object.assign(error, beside.members) : error;
    };

    return conclude(found, true);
  };
}

// Has no prototype, as the rest of a specification.
const nothing: Partial<Reading> = noLayout as never;
