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
      written = together(written, value, !("from" in (inner[index] as object)));
    });
    return written;
  };
};

/** Both values: objects have the members of both, and a list that is written out goes over the elements of another. */
function together(written: unknown, value: unknown, isTemplate: boolean): unknown {
  if (isRecord(written) && isRecord(value)) return { ...written, ...value };
  if (!isTemplate || !Array.isArray(written) || !Array.isArray(value)) return value;
  const length = Math.max(written.length, value.length);
  return Array.from({ length }, (_, index) =>
    index < value.length ? together(written[index], value[index], true) : written[index],
  );
}
