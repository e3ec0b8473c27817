/** What belongs to an answer and to no code: a part of the runtime for formats that have such. */
import type { Layout } from "./layout.js";
import { fieldsReader, type ReadFields } from "./read-fields.js";
import type { DecodeSpec, ReadAsides } from "./wire-spec.js";

// A layout is of one format, whose context is the same for all codes.
const readers = /*#__PURE__*/ new WeakMap<Layout, WeakMap<DecodeSpec, ReadFields>>();

/** Reads them as if they were fields of their own names. */
export const readAsides: ReadAsides = (layout, source, spec) => {
  const ofLayout = readers.get(layout) ?? new WeakMap<DecodeSpec, ReadFields>();
  readers.set(layout, ofLayout);
  const fields = { "$context?": spec.context ?? "any", "$delay?": "number" } as const;
  const read =
    ofLayout.get(spec) ?? fieldsReader({ entry: { code: "", statuses: [], fields } }, layout, spec);
  ofLayout.set(spec, read);
  const [context, delay] = read(source).values;
  return { context: context as object | undefined, delay: delay as number | undefined };
};
