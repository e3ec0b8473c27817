import { expect, it } from "vitest";
import { emitJavaScript, emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import type { GeneratedFile } from "../../src/model/generated-file.js";
import type { Translation } from "../../src/runtime/index.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import {
  hostileCatalog as catalog,
  hostile,
  single,
  hostileTexts as texts,
} from "../support/hostile-catalog.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

// In ICU MessageFormat an apostrophe before a brace quotes up to the next one, and two are one.
// A name in braces is quoted brace by brace.
const quotedIcu = (text: string) =>
  `'{${text.replaceAll("'", "''")}}'`.replace(/\{(\s*[\w.-]+\s*)\}/g, "{'$1'}");

const translated = soundCatalogOf({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(
    ...texts.map((_text, index) =>
      entryText(`c${index}`, {
        title: `Title ${index}`,
        message: "['Left {left}.', Nothing.]",
        fields: "{ left?: integer }",
        examples: "[{ title: A, fields: { left: 1 } }]",
      }),
    ),
  ),
  "locales/de.yaml": `locale: de\ncategories: { orders: O }\ntitle: ${JSON.stringify(hostile.join(" "))}\nerrors:\n${hostile
    .map((text, index) => {
      const message = [
        `{left, plural, one {${quotedIcu(text)}} other {{left, select, 7 {${quotedIcu(text)}} other {x}}}}`,
        quotedIcu(text),
      ];
      return `  c${index}: { title: ${JSON.stringify(`${index} ${text}`)}, message: ${JSON.stringify(message)} }\n`;
    })
    .join("")}`,
});

const byPath = (files: readonly GeneratedFile[]) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

it("emits TypeScript that compiles, whatever the texts of a catalog hold", () => {
  expect(typeErrors(byPath(emitTypeScript(catalog)))).toEqual([]);
});

it("emits declarations that compile, whatever the texts of a catalog hold", () => {
  const declarations = emitJavaScript(catalog).filter(({ path }) => path.endsWith(".d.ts"));
  expect(typeErrors(byPath(declarations))).toEqual([]);
});

it.each([
  ["TypeScript", emitTypeScript],
  ["JavaScript", emitJavaScript],
])("gives exactly the messages of the catalog, as %s", async (_, emit) => {
  const files = byPath(emit(catalog));
  const index = "index.ts" in files ? "./index.ts" : "./index.js";
  const module = await runModule({ "main.ts": `export * from "${index}";`, ...files });
  const messages = texts.map((_text, number) => {
    const construct = module[`c${number}`] as (fields?: object) => Error;
    return [construct().message, construct({ left: 7 }).message];
  });
  expect(messages).toEqual(texts.map((text) => [single(text), `7${single(text)}7`]));
});

it.each([
  ["TypeScript", emitTypeScript],
  ["JavaScript", emitJavaScript],
])("gives exactly the texts of a translation, as %s", async (_, emit) => {
  const files = byPath(emit(translated));
  if ("index.ts" in files) expect(typeErrors(files)).toEqual([]);
  const main = "index.ts" in files ? "./locales/de.ts" : "./locales/de.js";
  const { de } = await runModule({ "main.ts": `export * from "${main}";`, ...files });
  const { title, message } = de as Translation;
  for (const [index, text] of hostile.entries()) {
    const code = `c${index}`;
    expect(title(code)).toBe(`${index} ${text}`);
    for (const fields of [{}, { left: 1 }, { left: 7 }])
      expect(message(code, fields)).toBe(`{${text}}`);
  }
});
