/** What an error has besides its fields: a part of the runtime for formats that have several errors or values of requests. */
import type { Layout } from "./layout.js";
import { fieldsReader, type ReadFields } from "./read-fields.js";
import type { DecodeSpec, ReadBeside } from "./wire-spec.js";

/** Reads the others, the values of the request, and the seconds to wait. */
export const readBeside: ReadBeside = (layout, source, spec, others, conclude) => {
  // As if they were fields of their own names.
  const [context, delay] = readerFor(layout, spec)(source).values;
  return {
    members: {
      ...(others && { others: others.map((each) => conclude(each)) }),
      ...(context !== undefined && { context }),
    },
    delay: delay as number | undefined,
  };
};

const readers = /*#__PURE__*/ new WeakMap<Layout, WeakMap<DecodeSpec, ReadFields>>();

// A layout that says nothing belongs to every format.
function readerFor(layout: Layout, spec: DecodeSpec): ReadFields {
  const { context = "any", headers } = spec;
  const ofLayout = readers.get(layout) ?? new WeakMap<DecodeSpec, ReadFields>();
  readers.set(layout, ofLayout);
  let read = ofLayout.get(spec);
  if (read === undefined) {
    const fields = { "$context?": context, "$delay?": "number" } as const;
    const row = { entry: { code: "", statuses: [], fields } };
    // Parts of the context may stand in several places, headers among them.
    const places = [...(layout.places ?? []), ...(headers?.places ?? [])];
    const { fromHeaders: _, ...rest } = spec;
    read = fieldsReader(row, { ...layout, places }, rest);
    ofLayout.set(spec, read);
  }
  return read;
}
