import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { emitOutput } from "../../src/emit/emit-output.js";
import {
  type CatalogTexts,
  entryText,
  errorsText,
  headText,
  soundCatalogOf,
} from "../support/catalog-of.js";
import { noAssets } from "../support/no-assets.js";

const bare = { resolver: undefined, retry: undefined, since: undefined };
const late = { title: "Too late", message: "It is late.", status: "[503, 504]" };
const outputs =
  "outputs: { typescript: ../a, javascript: { path: ../b, declaration_map: false }, zod: ../a, openapi: ../o.yaml, json-schema: ../j, fixtures: ../f, site: ../s }";

const short: CatalogTexts = {
  "catalog.yaml": headText(
    "docs: https://errors.example/{code}",
    outputs,
    "defaults: { category: orders, resolver: user, retry: never, since: 1.0.0, stack: false }",
  ),
  "errors/a.yaml": `errors:\n${entryText("sold_out", bare)}`,
  "errors/b.yaml": `defaults: { resolver: operator, stack: true }\nerrors:\n${entryText("late", { ...bare, ...late, retry: "backoff" })}${entryText("gone", { ...bare, title: "Gone", message: "It is gone.", stack: "false" })}  away: { retired: { since: 1.0.0 } }\n`,
};
const long: CatalogTexts = {
  "catalog.yaml": headText("docs: https://errors.example/{code}", outputs),
  "errors/a.yaml": errorsText(entryText("sold_out", { stack: "false" })),
  "errors/b.yaml": errorsText(
    entryText("late", { ...late, resolver: "operator", retry: "backoff" }),
    entryText("gone", {
      title: "Gone",
      message: "It is gone.",
      resolver: "operator",
      stack: "false",
    }),
    "  away: { retired: { since: 1.0.0 } }\n",
  ),
};

describe("defaults", () => {
  const [one, other] = [soundCatalogOf(short), soundCatalogOf(long)];

  it("give every output and the ledger what entries that say it themselves give", () => {
    const files = (catalog: typeof one) =>
      catalog.outputs.flatMap((output) => emitOutput(output, catalog, noAssets).files);
    expect(files(one).length).toBeGreaterThan(20);
    expect(files(one)).toEqual(files(other));
    expect(printLedger(one)).toBe(printLedger(other));
    expect(diffCatalogs(one, other)).toEqual([]);
  });

  it("leave unsaid what nobody said, and take nothing for a code that is gone", () => {
    const { entries } = soundCatalogOf({
      ...short,
      "catalog.yaml": headText("defaults: { category: orders, since: 1.0.0 }").replace(
        "rules:",
        "rules:\n  missing-resolver: off\n  missing-retry: off",
      ),
    });
    const said = entries.map(({ code, resolver, retry, since }) =>
      [code, resolver?.value, retry?.value, since?.value].map(String).join(" "),
    );
    expect(said).toEqual([
      "sold_out undefined undefined 1.0.0",
      "late operator backoff 1.0.0",
      "gone operator undefined 1.0.0",
      "away undefined undefined undefined",
    ]);
  });

  it("are changes of every code that goes by them, with their place", () => {
    const changed = soundCatalogOf({
      ...short,
      "catalog.yaml": String(short["catalog.yaml"]).replace("retry: never", "retry: backoff"),
    });
    const changes = diffCatalogs(one, changed);
    expect(changes.map(({ id, code }) => `${id} ${code}`)).toEqual([
      "retry-changed gone",
      "retry-changed sold_out",
    ]);
    const { location } = changes[0] ?? {};
    expect(location?.file.text.slice(location.start, location.end)).toBe("backoff");
  });
});
