import { describe, expect, it } from "vitest";
import { examineCatalog } from "../../src/check/check-catalog.js";
import { rules } from "../../src/check/check-rules.js";
import { printBaseline } from "../../src/check/print-baseline.js";
import { brokenFiles } from "../../src/emit/broken-files.js";
import { emitOutput } from "../../src/emit/emit-output.js";
import type { Catalog } from "../../src/model/catalog.js";
import type { GeneratedFile } from "../../src/model/generated-file.js";
import { type CatalogTexts, catalogOf, lines, soundCatalogOf } from "../support/catalog-of.js";
import { noAssets } from "../support/no-assets.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";
import { validatorOf } from "./json-schema/validator.js";

const whole: Readonly<Record<string, string>> = {
  title: "About @",
  message: '"This is @ with {n}."',
  meaning: "It is @.",
  causes: "[It was @.]",
  fixes: "[Do @ again.]",
  resolver: "user",
  retry: "never",
  examples: "[{ title: A case of @, fields: { n: 1 } }]",
  since: "1.0.0",
};
const parts = Object.keys(whole);

/** An entry without some of its parts. */
const entry = (code: string, lacks: readonly string[], more = "fields: { n: integer }") =>
  [
    `  ${code}: { status: 409`,
    ...parts
      .filter((part) => !lacks.includes(part))
      .map((part) => `${part}: ${whole[part]?.replaceAll("@", code)}`),
    `${more} }`,
  ].join(", ");

/** Entries that lack each part alone, and all of them in every shape that an entry may have. */
const texts: CatalogTexts = {
  "catalog.yaml": lines(
    "catalog: depot",
    "title: Errors of the depot",
    "version: 2.0.0",
    "docs: https://errors.example.com/{code}",
    "categories: { main: Main, empty: Empty }",
    "fallback: fallen",
    "roles: { unexpected: fallen, timeout: hasty }",
    "rules: { key-order: off, category-empty: off }",
    "outputs:",
    "  typescript: ../errors",
    "  javascript: ../js",
    "  zod: ../errors",
    "  openapi: [../openapi.yaml, { path: ../part.json, wire: problem, for: producers, form: fragment }]",
    "  json-schema: ../schemas",
    "  fixtures: ../fixtures",
    "  site: ../site",
  ),
  "errors/main.yaml": lines(
    "category: main",
    "errors:",
    ...parts.map((part) => entry(`no_${part}`, [part])),
    entry("bare", parts),
    entry(
      "several",
      parts,
      "headers: { X-N: '{n}' }, fields: { n: integer, \"m?\": string, s: { type: string, secret: true } }",
    ),
    entry(
      "listed",
      parts,
      'fields: { "errors?": { type: array, items: { type: object, properties: { field: string, message: string }, required: [field] } } }',
    ),
    entry("hidden", parts, "never_sent: true"),
    "  fallen: { status: 500 }",
    "  hasty: { status: 504 }",
    entry("aged", parts, "deprecated: { since: 1.0.0 }, name: agedError"),
    entry("over", parts, "retired: { since: 1.0.0, replaced_by: bare }"),
    '  "4711": { status: [404, 410], name: fourSeven }',
    "  tombstone: { retired: { since: 1.0.0 } }",
  ),
  "locales/de.yaml": lines("locale: de", "categories: { main: Haupt, empty: Leer }", "errors: {}"),
  "operations.yaml": lines('operations: { get: { codes: [bare, "4711"] } }'),
};

const files = (catalog: Catalog, ...kinds: readonly string[]): readonly GeneratedFile[] =>
  catalog.outputs
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((output) => {
      const { folder, files: made } = emitOutput(output, catalog, noAssets);
      return made.map(({ path, text }) => ({
        path: `${folder}/${path}`.replaceAll("../", ""),
        text,
      }));
    });

const sound = (() => {
  const { catalog } = catalogOf(texts);
  if (catalog === undefined) throw new Error("There is no catalog.");
  const { found } = examineCatalog(catalog).baseline;
  return { found, catalog: soundCatalogOf({ ...texts, "baseline.json": printBaseline(found) }) };
})();

describe("entries that lack what a baseline covers", () => {
  it("lack every part that a build does well without, alone and with all others", () => {
    const exemptible = Object.values(rules)
      .filter(({ name, exemptible: isExemptible }) => isExemptible && name.startsWith("missing-"))
      .map(({ name }) => name);
    expect(exemptible.filter((rule) => !sound.found.has(rule))).toEqual([]);
    for (const part of parts)
      expect([...(sound.found.get(`missing-${part}`) ?? new Map()).keys()]).toEqual(
        expect.arrayContaining([`no_${part}`, "bare", "several", "4711"]),
      );
  });

  it("become files that parse, whatever is written", async () => {
    const all = files(sound.catalog);
    expect(await brokenFiles(all, sound.catalog)).toEqual([]);
    const people = all.filter(({ path }) => /\.(html|md|yaml|json|txt)$/.test(path));
    expect(people.length).toBeGreaterThan(60);
    const odd = /\b(undefined|NaN)\b|\[object|^retry: null|>null</m;
    expect(people.filter(({ text }) => odd.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each(["errors", "js"])(
    "become modules in %s/ that compile, and do what whole ones do",
    async (folder) => {
      const modules = files(
        sound.catalog,
        ...(folder === "js" ? ["javascript"] : ["typescript", "zod"]),
      );
      const typed = modules.filter(({ path }) => path.endsWith(".ts"));
      const consumer = lines(
        'import { translate } from "errdex";',
        `import { agedError, bare, type BareFields, categories, decode, type DepotError, encode, fourSeven, fromJSON, isRetryable, listed, match, retries, several } from "./${folder}/index.js";`,
        `import { de } from "./${folder}/locales/de.js";`,
        `import { guidance } from "./${folder}/guidance.js";`,
        `import { catalog } from "./${folder}/server.js";`,
        `import { problem } from "./${folder}/wire.js";`,
        "const fields: BareFields = { n: 1 };",
        'const all: readonly DepotError[] = [bare(fields), fourSeven(), fourSeven({ status: 410 }), agedError(), listed(), several({ n: 2, s: "hush" })];',
        "const answerOf = ({ status, headers, body }: ReturnType<typeof encode>) => ({ status, headers: new Headers(headers), body });",
        "export const results: unknown = all.map((error) => ({",
        "  code: error.code, message: error.message, status: error.status, text: String(error), ",
        "  decoded: [decode(answerOf(encode(error))).code, problem.decode(answerOf(problem.encode(error))).code],",
        "  json: fromJSON(JSON.parse(JSON.stringify(error))).code,",
        "  translated: translate(error, de).message,",
        "  retry: [isRetryable(error), retries[error.code]],",
        "  category: categories[error.code],",
        "  matched: match(error, { bare: ({ n }) => `bare ${n}`, '4711': ({ status }) => status }, () => 'other'),",
        "  guidance: guidance.of(error.code)?.meaning ?? null,",
        "}));",
        "export const fallback: string = catalog.fallback().code;",
      );
      expect(
        typeErrors({
          ...Object.fromEntries(typed.map(({ path, text }) => [path, text])),
          "consumer.ts": consumer,
        }),
      ).toEqual([]);
      const { results, fallback } = await runModule({
        "consumer.ts": consumer,
        ...Object.fromEntries(modules.map(({ path, text }) => [path, text])),
      });
      const facts = (code: string, status = 409, matched: unknown = "other") => ({
        ...{ code, message: code, status, text: `${code}: ${code}`, decoded: [code, code] },
        ...{ json: code, translated: code, retry: [false, null], category: "main", matched },
        guidance: "",
      });
      expect([results, fallback]).toEqual([
        [
          ...[facts("bare", 409, "bare 1"), facts("4711", 404, 404), facts("4711", 410, 410)],
          ...["aged", "listed", "several"].map((code) => facts(code)),
        ],
        "fallen",
      ]);
    },
  );

  it("become schemas that are sound, and that the answers of the fixtures fit", () => {
    const [schemas, fixtures] = [
      files(sound.catalog, "json-schema"),
      files(sound.catalog, "fixtures"),
    ];
    expect(schemas.length).toBeGreaterThan(1);
    for (const wire of ["flat", "problem"]) {
      const { answers } = JSON.parse(
        fixtures.find(({ path }) => path === `fixtures/${wire}.json`)?.text ?? "",
      );
      const sent = Object.entries(
        answers as Readonly<Record<string, readonly { readonly body: unknown }[]>>,
      ).flatMap(([code, all]) => all.map(({ body }) => ({ code, body })));
      expect(sent.length).toBeGreaterThan(9);
      for (const { path, text } of schemas.filter((each) => each.path.includes(`/${wire}.`))) {
        const validate = validatorOf(JSON.parse(text));
        // What is retired is read, and no longer sent.
        const isRead = path.includes("consumers");
        for (const { code, body } of sent)
          if (isRead || code !== "over")
            expect([path, body, validate(body)]).toEqual([path, body, []]);
      }
    }
  });
});
