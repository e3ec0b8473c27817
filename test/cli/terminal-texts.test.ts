import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const commands = [
  "::error::broken",
  "  ::add-mask::e",
  "##[set-output name=a]b",
  "a\n::stop-commands::b",
];
const text = (index: number) => JSON.stringify(commands[index % commands.length]);

/** What a runner of GitHub takes for a command, wherever it is printed. */
const command = /^\s*::|##\[/m;

const place = (index: number) =>
  workplace(
    inCatalog({
      "catalog.yaml": headText("outputs: { json-schema: '../::error::a' }").replace(
        "Orders }",
        () => `${text(index)} }`,
      ),
      "errors/a.yaml": errorsText(
        entryText("sold_out", {
          title: JSON.stringify(commands[index % 3]?.trim()),
          message: JSON.stringify(commands[index % 3]?.trim()),
          meaning: text(index),
          causes: `[${text(index)}]`,
          fixes: `[${text(index)}]`,
          deprecated: `{ since: ${text(index)}, reason: ${text(index)} }`,
        }),
      ),
      "locales/de.yaml": `locale: de
words: { causes: ${text(index)}, fixes: ${text(index)}, page.replaced: ${text(index)}, retry: ${text(index)} }
errors: { sold_out: { title: "Aus\u200e", meaning: ${text(index)}, causes: [${text(index)}] } }
`,
    }),
  );

describe("no text of a catalog is a command to a runner of CI", () => {
  it.each(commands.map((_, index) => index))("in text %i", async (index) => {
    const answer = '{ "error": "sold_out", "message": "##[a]" }';
    const { errdex, write } = place(index);
    write({ "answer.json": answer });
    for (const argv of [
      ["list"],
      ["explain", "sold_out"],
      ["explain", "sold_out", "--locale", "de"],
      ["decode", "answer.json"],
      ["build"],
      ["build"],
      ["check"],
    ]) {
      const { code, out, err } = await errdex(argv);
      expect([0, 1], err).toContain(code);
      expect(out + err, argv.join(" ")).not.toMatch(command);
    }
  });

  it("and marks of direction stay", async () => {
    const { out } = await place(0).errdex(["explain", "sold_out", "--locale", "de"]);
    expect(out).toContain("Aus\u200e");
  });
});
