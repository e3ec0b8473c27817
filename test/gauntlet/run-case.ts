/** Runs a case against the module of its format: what is wrong, for each thing that was asked. */
import { isDeepStrictEqual } from "node:util";
import type { CatalogError } from "../../src/runtime/index.js";
import type { AnyDecoded } from "../../src/wire/running-catalog.js";
import type { BuiltFormat } from "./built-format.js";
import type { DecodeCase, DecodeExpectation, EncodeCase } from "./cases.js";
import { bodyDiffers, differs, wrongHeaders } from "./differs.js";

/**
 * What is asked: what an answer is decoded as, whether it comes back when it is passed through, what is written of its
 * text anew, and what is written of an error.
 */
export type Question = "decode" | "trip" | "anew" | "encode";

/** What came of a question. */
export interface Outcome {
  readonly question: Question;
  readonly name: string;
  readonly needs: readonly string[];
  /** A line each; none where all is as expected. */
  readonly problems: readonly string[];
}

/** Decodes an answer, and writes it again. */
export function runDecodeCase(each: DecodeCase, built: BuiltFormat): readonly Outcome[] {
  const { name, needs = [], answer, expect, roundtrip = true, anew } = each;
  const { wire } = built;
  const outcome = (question: Question, problems: () => readonly string[]): Outcome => ({
    question,
    name,
    needs,
    problems: orThrown(problems),
  });
  return [
    outcome("decode", () =>
      expect.success
        ? differs("isError", wire.isError?.(answer), false)
        : decodeProblems(wire.decode(answer), expect, built),
    ),
    ...(roundtrip && !expect.success ? [outcome("trip", () => tripProblems(each, built))] : []),
    ...(anew === undefined ? [] : [outcome("anew", () => anewProblems(each, built))]),
  ];
}

/** Encodes an error, and decodes what was written. */
export function runEncodeCase(each: EncodeCase, built: BuiltFormat): Outcome {
  const { name, needs = [] } = each;
  const problems = orThrown(() => encodeProblems(each, built));
  return { question: "encode", name, needs, problems };
}

function orThrown(problems: () => readonly string[]): readonly string[] {
  try {
    return problems();
  } catch (error) {
    return [`throws ${error}`];
  }
}

function decodeProblems(
  error: AnyDecoded,
  { others, ...expected }: DecodeExpectation,
  { retryDelay }: BuiltFormat,
): readonly string[] {
  const found = {
    code: () => error.code,
    fields: () => error.toJSON().fields,
    message: () => error.message,
    status: () => error.status,
    inferred: () => error.inferred ?? false,
    receivedCode: () => ("receivedCode" in error ? error.receivedCode : undefined),
    retryAfterMs: () => retryDelay(error),
    noIssues: () => error.issues ?? true,
    success: () => undefined,
  };
  const names = Object.keys(expected) as (keyof typeof found)[];
  return [
    ...names.flatMap((name) => differs(name, found[name](), expected[name])),
    ...(others === undefined ? [] : othersDiffer(error, others)),
  ];
}

function othersDiffer(
  error: AnyDecoded & { readonly others?: readonly CatalogError[] | undefined },
  wanted: NonNullable<DecodeExpectation["others"]>,
): readonly string[] {
  const found = error.others?.map((other) => ({
    code: other.code,
    message: other.message,
    fields: other.toJSON().fields,
  }));
  const compared = found?.map((other, index) =>
    Object.fromEntries(Object.entries(other).filter(([key]) => key in (wanted[index] ?? other))),
  );
  return isDeepStrictEqual(compared, wanted) ? [] : differs("others", found, wanted);
}

function tripProblems({ answer }: DecodeCase, { wire }: BuiltFormat): readonly string[] {
  const { body, status } = wire.encode(wire.decode(answer), { passThrough: true });
  return [...bodyDiffers(body, answer.body), ...statusDiffers(status, answer.status)];
}

function anewProblems(each: DecodeCase, { wire }: BuiltFormat): readonly string[] {
  const { answer, anew, anewStatus = answer.status, anewHeaders } = each;
  const { body, status, headers } = wire.encode(wire.decode(answer), { passThrough: "text" });
  return [
    ...bodyDiffers(body, anew === "same" ? answer.body : anew),
    ...statusDiffers(status, anewStatus),
    ...wrongHeaders(headers, anewHeaders),
  ];
}

function encodeProblems(
  { error, expect, back = true }: EncodeCase,
  { wire, create }: BuiltFormat,
): readonly string[] {
  const answer = wire.encode(create(error));
  const written = [
    ...statusDiffers(answer.status, expect.status),
    ...("body" in expect ? bodyDiffers(answer.body, expect.body) : []),
    ...wrongHeaders(answer.headers, expect.headers),
  ];
  if (!back) return written;
  const { body } = answer;
  const sent = typeof body === "object" ? JSON.stringify(body) : body;
  const read = wire.decode({ ...answer, body: sent });
  return [
    ...written,
    ...differs("code back", read.code, error.code),
    ...differs("fields back", read.toJSON().fields, error.fields ?? {}),
  ];
}

function statusDiffers(found: number, wanted: number | undefined): readonly string[] {
  return wanted === undefined ? [] : differs("status", found, wanted);
}
