import { expect, it } from "vitest";
import type { GeneratedFile } from "../../src/emit/generated-file.js";
import { emitJavaScript, emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import {
  hostileCatalog as catalog,
  single,
  hostileTexts as texts,
} from "../support/hostile-catalog.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

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
