/** What an answer has to look like, for a choice: a part of the runtime for formats that make such. */

import type { FitsBetter } from "./best-fit.js";
import { inferredFrom } from "./infer-code.js";
import { type AnswerTest, codeIn, type Holds, type Layout } from "./layout.js";
import type { Source } from "./source.js";
import type { InferByStatus, IsSuccess } from "./wire-spec.js";

/** Compares constants. */
export const holds: Holds = ({ status: wanted, headers, body }, source, status) => {
  const isStatus =
    wanted === undefined || wanted === String(status) || wanted === `${Math.floor(status / 100)}xx`;
  return (
    isStatus &&
    (headers === undefined || codeIn(headers, source.headers) !== false) &&
    (body === undefined || codeIn(body, bodyOf(source)) !== false)
  );
};

/** Of one of several errors that one; of what stands around none the body. */
function bodyOf({ error, body }: Source): unknown {
  return error === undefined ? body : (error ?? (body as { readonly body: unknown }).body);
}

/** Of codes that a status may stand for the one whose body fits best. */
export const inferAmong: InferByStatus = (source, status, spec, readCode) => {
  const codes = inferredFrom(status, spec) ?? [];
  if (typeof codes === "string") return readCode(codes);
  let best: ReturnType<typeof readCode>;
  for (const each of codes) {
    const { code, when } = typeof each === "string" ? { code: each, when: undefined } : each;
    const found = when === undefined || holds(when, source, status) ? readCode(code) : undefined;
    const reading = found && { ...found, isSure: when !== undefined };
    if (reading && (best === undefined || (spec.choose as FitsBetter)(reading, best, status)))
      best = reading;
  }
  return best;
};

/** Whether an answer looks like a success; where it looks like an error too, what the code stands for decides. */
export const isSuccess: IsSuccess = ({ success = [] }, source, status, found) => {
  const test = success.find((each) => holds(each, source, status));
  if (test === undefined || (!found?.spelling && !found?.row)) return test && true;
  return hasConstantAt(test, found.layout);
};

function hasConstantAt({ body }: AnswerTest, { code }: Layout): boolean {
  const place = JSON.stringify(code);
  return (
    body?.tests?.some(([at, value]) => value !== null && JSON.stringify(at) === place) ?? false
  );
}
