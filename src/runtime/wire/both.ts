/** Alternatives in one place: a part of the runtime for formats that have such. */
import { isRecord } from "../is-record.js";
import type { MakeFill } from "./fill.js";
import type { MadeTemplate } from "./template.js";

/** Alternatives. */
export interface BothTemplate extends MadeTemplate {
  /** Which of those after the first that is written are written too. */
  readonly with: readonly number[];
}

/** Writes the first alternative whose variables are present, and those that have variables of their own. */
export const fillBoth: MakeFill = (template, context, fillOf) => {
  const { inner, with: own } = template as BothTemplate;
  const fills = inner.map((each) => fillOf(each, context, false));
  return (scope) => {
    let written: unknown;
    fills.forEach((fill, index) => {
      const value = fill(scope);
      const isEmpty =
        Array.isArray(value) && value.length === 0 && "items" in (inner[index] as object);
      if (value === undefined || isEmpty || (written !== undefined && !own.includes(index))) return;
      written = isRecord(written) && isRecord(value) ? { ...written, ...value } : value;
    });
    return written;
  };
};
