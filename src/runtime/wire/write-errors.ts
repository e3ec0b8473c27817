/** Several errors in one answer, written: a part of the runtime for formats that have such. */
import { type Fill, type FillContext, holdsCode, type MakeFill } from "./fill.js";
import type { MadeTemplate, Template } from "./template.js";

/** The list of all errors, in which the template inside it stands for each; without one each is an answer of the format. */
export interface ErrorsTemplate extends MadeTemplate {
  readonly inner: readonly [] | readonly [Template];
}

/** Writes an element for each error of the answer. */
export const fillErrors: MakeFill = (template, context, fillOf) => {
  const [inner] = template.inner;
  const fills = new Map<unknown, Fill>();
  const make = ({ row, extra }: Pick<FillContext, "row" | "extra">): Fill => {
    const around = { ...context, row, extra };
    const fill =
      fills.get(row) ?? fillOf(inner as Template, around, holdsCode(inner as Template, around));
    fills.set(row, fill);
    return fill;
  };
  return (scope) => {
    const elements = scope.errors?.map((write) => write(inner && make)) ?? [
      inner && make(context)(scope),
    ];
    return elements.filter((element) => element !== undefined);
  };
};
