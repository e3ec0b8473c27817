import { expect, it } from "vitest";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

const texts = {
  "catalog.yaml": headText("wire: shelf"),
  "errors/a.yaml": errorsText(
    entryText("no_such_book", {
      fields: "{ title: string, detail: string, error?: string, type?: string, shelf: string }",
      examples:
        "[{ title: A, fields: { title: Dune, detail: hardcover, error: e, type: novel, shelf: B } }]",
    }),
  ),
  "wire/shelf.yaml":
    'wire: shelf\nbody: { failure: $code, text: $message, with: { "*": $fields } }\n',
};

const consumer = `
import { flat, problem, shelf } from "./module/wire.js";
import { noSuchBook } from "./module/index.js";

const error = noSuchBook({ title: "Dune", detail: "hardcover", error: "e", type: "novel", shelf: "B" });
const { body } = shelf.encode(error);
const read = shelf.decode({ status: 409, body });
const title: string = read.code === "no_such_book" ? read.title : "";
const fromProblem = problem.decode(problem.encode(error));
if (fromProblem.code === "no_such_book") {
  fromProblem.shelf satisfies string;
  // @ts-expect-error The format leaves it out.
  fromProblem.title satisfies string;
}
export const results: object = {
  body,
  title,
  problem: problem.encode(error).body,
  flat: flat.encode(error).body,
  fromProblem: [fromProblem.code, fromProblem.issues ?? [], "title" in fromProblem],
};
`;

it("leave out what is called like a member of theirs, where the catalog uses neither", async () => {
  const files = Object.fromEntries(
    emitTypeScript(soundCatalogOf(texts)).map(({ path, text }) => [`module/${path}`, text]),
  );
  expect(typeErrors({ "consumer.ts": consumer, ...files })).toEqual([]);
  const { results } = await runModule({ "consumer.ts": consumer, ...files });
  const rest = { shelf: "B" };
  expect(results).toEqual({
    body: {
      failure: "no_such_book",
      text: "Nothing is left.",
      with: { ...rest, title: "Dune", detail: "hardcover", error: "e", type: "novel" },
    },
    title: "Dune",
    problem: {
      ...rest,
      code: "no_such_book",
      title: "Out of stock",
      status: 409,
      detail: "Nothing is left.",
      error: "e",
      type: "novel",
    },
    flat: {
      ...rest,
      error: "no_such_book",
      message: "Nothing is left.",
      title: "Dune",
      detail: "hardcover",
      type: "novel",
    },
    fromProblem: ["no_such_book", [], false],
  });
});
