import { expect, it } from "vitest";
import { exampleAnswers } from "../../src/emit/example-answers.js";
import * as wires from "../../src/image-hosting/wire.js";
import { camelCase } from "../../src/model/identifier.js";
import { shippedCatalog, shippedExamples } from "../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";

const answers = exampleAnswers(shippedCatalog);
const formats = new Map<string, typeof wires.imgPro>(Object.entries(wires) as never);

it.each(shippedExamples)("of $code are what a service sends: $example.title", (shipped) => {
  const own = answers.get(shipped.code)?.filter(({ example }) => example === shipped.example);
  expect(own?.map(({ format }) => format)).toEqual(shippedCatalog.wireFormats);
  for (const { format, answer, readAs } of own ?? []) {
    const wire = formats.get(camelCase(format.name.value));
    expect(answer).toEqual(wire?.encode(shipped.create()));
    expect(readAs).toBe(wire?.decode(answer).code);
  }
});

it("show the bare error of a code without examples, and nothing where it needs a field", () => {
  const small = soundCatalogOf({
    "catalog.yaml": headText(
      "allow: [{ rule: missing-examples, codes: [bare, needy], reason: They speak for themselves. }]",
    ),
    "errors/a.yaml": errorsText(
      entryText("bare", { examples: undefined }),
      entryText("needy", { examples: undefined, title: "In need", fields: "{ a: string }" }),
    ),
  });
  const shown = exampleAnswers(small);
  expect(shown.get("bare")?.map(({ answer }) => answer.body)).toEqual([
    { error: "bare", message: "Nothing is left." },
    { code: "bare", title: "Out of stock", status: 409, detail: "Nothing is left." },
  ]);
  expect(shown.get("needy")).toEqual([]);
});
