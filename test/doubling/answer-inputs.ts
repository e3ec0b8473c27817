/** Answers that are doubled: in members, elements, text and headers. */

import type { CatalogError } from "../../src/runtime/index.js";
import { runCatalog } from "../../src/wire/running-catalog.js";
import { type DoublingInput, flow, loaded, nameOf, numbers, oneEntry } from "./doubling-input.js";

const catalog = loaded({
  ...oneEntry({
    fields:
      "{ items?: { type: array, items: string }, note?: string, errors?: { additionalProperties: { type: array, items: string } } }",
  }),
});
const { formats } = runCatalog(catalog);

function format(name: string) {
  const found = formats.get(name);
  if (found === undefined) throw new Error(`There is no wire format ${name}.`);
  return found;
}

const [flat, problem] = [format("flat"), format("problem")];
// What is measured is the work, however large the answer.
const limits = { bytes: Infinity, members: Infinity, elements: Infinity };
const late = { error: "late", message: "Late." };

function decoded(body: object, headers: Readonly<Record<string, string>> = {}): () => unknown {
  const text = JSON.stringify(body);
  // Each of them is worked out when it is asked for.
  return () => {
    const error = flat.decode({ status: 409, headers, body: text }, { limits });
    return [error.received, error.toJSON()];
  };
}

const members = (size: number, value: unknown) =>
  Object.fromEntries(numbers(size).map((index) => [nameOf(index), value]));

/** An error with so many fields. */
function decodedFields(size: number): () => unknown {
  const wide = loaded(oneEntry({ fields: flow(size, (name) => `${name}?: integer`) }));
  const wires = runCatalog(wide).formats;
  const body = JSON.stringify({ ...late, ...members(size, 1) });
  const encode = wires.get("flat")?.encode;
  const decode = wires.get("flat")?.decode;
  return () => encode?.(decode?.({ status: 409, body }, { limits }) as CatalogError);
}

/** The inputs. */
export const answerInputs: readonly DoublingInput[] = [
  {
    name: "decode: members of a body",
    size: 2000,
    prepare: (size) => decoded({ ...late, ...members(size, 1) }),
  },
  {
    name: "decode: fields of an entry",
    size: 100,
    prepare: decodedFields,
  },
  {
    name: "decode: elements of a list",
    size: 5000,
    prepare: (size) => decoded({ ...late, items: numbers(size).map(nameOf) }),
  },
  {
    name: "decode: length of a text",
    size: 200_000,
    prepare: (size) => decoded({ ...late, note: "x".repeat(size) }),
  },
  {
    name: "decode: headers",
    size: 1000,
    prepare: (size) =>
      decoded(
        late,
        Object.fromEntries(numbers(size).map((index) => [`X-${nameOf(index)}`, "value"])),
      ),
  },
  {
    name: "decode: errors of one pointer in problem details",
    size: 500,
    prepare: (size) => {
      const errors = numbers(size).map(() => ({ detail: "d", pointer: "#/a" }));
      const body = JSON.stringify({ code: "late", status: 409, errors });
      return () => problem.decode({ status: 409, body }, { limits });
    },
  },
  {
    name: "decode: errors of many pointers in problem details",
    size: 500,
    prepare: (size) => {
      const errors = numbers(size).map((index) => ({ detail: "d", pointer: `#/${nameOf(index)}` }));
      const body = JSON.stringify({ code: "late", status: 409, errors });
      return () => problem.decode({ status: 409, body }, { limits });
    },
  },
  {
    name: "encode: elements of a list, and errors of many values",
    size: 500,
    prepare: (size) => {
      const body = { ...late, items: numbers(size).map(nameOf), errors: members(size, ["d"]) };
      const error = flat.decode({ status: 409, body }, { limits }) as CatalogError;
      return () => JSON.stringify([flat.encode(error), problem.encode(error)]);
    },
  },
  {
    name: "encode: a list that is passed through and changed, in another order than it came",
    size: 500,
    prepare: (size) => {
      const errors = numbers(size).flatMap((index) => [
        { detail: "a", pointer: `#/${nameOf(index)}`, x: 1 },
        { detail: "b", pointer: `#/${nameOf(size - 1 - index)}`, x: 1 },
      ]);
      const error = problem.decode(
        { status: 409, body: { code: "late", status: 409, errors } },
        { limits },
      );
      Object.assign(error, { message: "Later." });
      Object.assign(error, { errors: { first: ["d"], ...(error as { errors?: object }).errors } });
      return () => JSON.stringify(problem.encode(error as CatalogError, { passThrough: true }));
    },
  },
];
