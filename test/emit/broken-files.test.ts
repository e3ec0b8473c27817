import { describe, expect, it } from "vitest";
import { brokenFiles } from "../../src/emit/broken-files.js";
import { emitOutput } from "../../src/emit/emit-output.js";
import type { GeneratedFile } from "../../src/model/generated-file.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";
import { noAssets } from "../support/no-assets.js";

const outputs = [
  "typescript: ../ts",
  "javascript: ../js",
  "zod: ../zod",
  "openapi: [../a.yaml, ../a.json]",
  "json-schema: ../schema",
  "fixtures: ../fixtures",
  "site: ../site",
].join(", ");

const catalog = soundCatalogOf({
  "catalog.yaml": headText(`outputs: { ${outputs} }`),
  "errors/a.yaml": errorsText(
    ...["early", "late", "over"].map((code) =>
      entryText(code, {
        title: `The text of ${code}`,
        fields: `{ note?: { type: string, description: The note of ${code} } }`,
        examples: `[{ title: A case of ${code}, fields: { note: A note of ${code} } }]`,
        message: `["{note} of ${code}", "None of ${code}"]`,
      }),
    ),
  ),
  "operations.yaml": "operations: { buy: { method: GET, path: /a, codes: [early, late, over] } }\n",
  "locales/de.yaml": `locale: de\ntitle: Fehler\ncategories: { orders: Bestellungen }\nerrors:\n${[
    "early",
    "late",
    "over",
  ]
    .map((code) => `  ${code}: { title: "Der Text von ${code}", message: "of ${code}." }\n`)
    .join("")}`,
});

const files: readonly GeneratedFile[] = catalog.outputs.flatMap((output) => {
  const emitted = emitOutput(output, catalog, noAssets);
  return emitted.files.map(({ path, text }) => ({ path: `${emitted.folder}/${path}`, text }));
});

const isParsed = ({ path }: GeneratedFile) => /\.(js|ts|json|yaml)$/.test(path);

describe("what is emitted", () => {
  it("parses, whatever it is", async () => {
    expect(await brokenFiles(files, catalog)).toEqual([]);
  });

  it("is broken where anything is, whatever it is", async () => {
    const cut = files
      .filter(isParsed)
      .map(({ path, text }) => ({ path, text: `${text}\n] " : {` }));
    expect((await brokenFiles(cut, catalog)).map(({ path }) => path)).toEqual(
      cut.map(({ path }) => path),
    );
    const kinds = new Set(cut.map(({ path }) => path.split("/")[1]));
    expect(kinds.size).toBe(8);
  });
});

describe("a broken place is that of the entry whose text it is", () => {
  const kinds = files.filter(({ path, text }) => isParsed({ path, text }) && /of late/.test(text));

  it("in every kind of file", () => {
    expect(kinds.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "../ts/index.ts",
        "../ts/formats.ts",
        "../ts/messages.ts",
        "../ts/locales/de.ts",
        "../js/index.js",
        "../js/index.d.ts",
        "../a.yaml",
        "../a.json",
        "../fixtures/index.js",
        "../fixtures/flat.json",
        "../site/index.json",
      ]),
    );
  });

  it.each(kinds.map((file) => [file.path, file] as const))("in %s", async (_, { path, text }) => {
    const at = [...text.matchAll(/of late/g)].map(({ index }) => index);
    for (const place of at) {
      const end = /^\.\.\/[tj]s\//.test(path) ? '*/ " ` ) ] x y' : '"\n : ) ] {';
      const [found, ...rest] = await brokenFiles(
        [{ path, text: `${text.slice(0, place)}${end}${text.slice(place)}` }],
        catalog,
      );
      expect(rest).toEqual([]);
      expect(found?.entry?.code, text.slice(place - 80, place + 20)).toBe("late");
    }
  });

  it("names the line and column, in characters beyond ASCII too", async () => {
    const text = "// é 😀\nconst a = 'é😀' 1;\n";
    expect(await brokenFiles([{ path: "a.js", text }], catalog)).toMatchObject([
      { path: "a.js", line: 2, column: 16, entry: undefined },
    ]);
  });

  it("finds it in a file that is parsed in parts", async () => {
    const filler = `${"/** A line. */\nexport const a = 1;\n\n"}`.repeat(30_000);
    const text = `${filler}/** late: **/ x y */\nexport interface Late {}\n\n${filler}`;
    expect(await brokenFiles([{ path: "a.ts", text }], catalog)).toMatchObject([
      { line: 90_001, entry: { code: "late" } },
    ]);
  });
});

describe("what was proven to parse", () => {
  it("is not parsed again, and what is broken never counts as proven", async () => {
    const { proofs, asked } = countedProofs();
    const sound = { path: "a.ts", text: "export const a = 1;\n" };
    const broken = { path: "b.ts", text: "export const b = ;\n" };
    for (let run = 0; run < 2; run += 1) {
      const found = await brokenFiles([sound, broken], catalog, proofs);
      expect(found.map(({ path }) => path)).toEqual(["b.ts"]);
    }
    // The broken one is looked at as a whole, and then in its parts.
    expect(asked.known).toBe(1);
    expect(proofs.kept.size).toBe(1);
    // The same text is another matter as another kind of file.
    const typed = "export const c: number = 1;\n";
    expect(await brokenFiles([{ path: "c.ts", text: typed }], catalog, proofs)).toEqual([]);
    expect(await brokenFiles([{ path: "c.js", text: typed }], catalog, proofs)).toHaveLength(1);
  });
});

function countedProofs() {
  const kept = new Set<string>();
  const asked = { known: 0 };
  const proofs = {
    kept,
    digest: (text: string) => text,
    has: (name: string) => {
      if (kept.has(name)) asked.known += 1;
      return kept.has(name);
    },
    keep: (name: string) => {
      kept.add(name);
    },
  };
  return { proofs, asked };
}
