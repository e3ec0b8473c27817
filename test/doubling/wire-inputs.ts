/**
 * Answers with trees, several errors and patterns that are doubled. XML, forms, streams and parameters are not among them:
 * of these a text is read up to a length alone.
 */
import type { CatalogError } from "../../src/runtime/index.js";
import { type AnyWireFormat, runCatalog } from "../../src/wire/running-catalog.js";
import { lines } from "../support/catalog-of.js";
import { type DoublingInput, loaded, nameOf, numbers, oneEntry } from "./doubling-input.js";

const wires: Readonly<Record<string, readonly string[]>> = {
  tree: ["body: { code: $code, at: { $tree: $errors } }"],
  several: [
    "body: { errors: { $each: error, 'code|Code': $code, message: $message, items?: $items } }",
  ],
  pattern: ['body: { code: $code, text: { $text: "[{*}: ]{message}[ ({note})][; {*}]" } }'],
};

const catalog = loaded({
  ...oneEntry({
    fields:
      "{ items?: { type: array, items: string }, note?: string, errors?: { additionalProperties: { type: array, items: string } } }",
  }),
  ...Object.fromEntries(
    Object.entries(wires).map(([name, text]) => [
      `wire/${name}.yaml`,
      lines(`wire: ${name}`, ...text),
    ]),
  ),
});
const { formats } = runCatalog(catalog);
// What is measured is the work, however large the answer.
const limits = { bytes: Infinity, members: Infinity, elements: Infinity };

/** Decodes a body, and encodes what came of it in each way. */
function answered(name: string, answer: object): () => unknown {
  const format = formats.get(name) as AnyWireFormat;
  return () => {
    const error = format.decode({ status: 409, ...answer }, { limits }) as CatalogError;
    return ([false, "text", true] as const).map((passThrough) =>
      format.encode(error, { passThrough }),
    );
  };
}

/** The inputs. */
export const wireInputs: readonly DoublingInput[] = [
  {
    name: "decode and encode: leaves of one path in a tree",
    size: 2000,
    prepare: (size) =>
      answered("tree", { body: { code: "late", at: { a: numbers(size).map(nameOf) } } }),
  },
  {
    name: "decode and encode: paths of a tree",
    size: 500,
    prepare: (size) => {
      const paths = numbers(size).map((index) => [nameOf(index), { a: ["x"] }]);
      return answered("tree", { body: { code: "late", at: Object.fromEntries(paths) } });
    },
  },
  {
    name: "encode: errors beside one",
    size: 200,
    prepare: (size) => {
      const format = formats.get("several") as AnyWireFormat;
      const one = () => format.decode({ status: 409, body: { errors: [{ code: "late" }] } });
      const errors = new AggregateError(numbers(size).map(one));
      return () => format.encode(errors as never);
    },
  },
  {
    name: "decode and encode: a text that a pattern fits nearly",
    size: 20_000,
    prepare: (size) =>
      answered("pattern", { body: { code: "late", text: "a: (b; ".repeat(size) } }),
  },
];
