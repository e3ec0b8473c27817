/** "Go to definition" in an editor: it opens the YAML that declares a code, not what was generated from it. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { depot } from "./depot.js";
import { languageServer } from "./language-server.js";

const server = languageServer();
const project = depot("{ javascript: ../lib }", { keep: true });
const { folder } = project;
afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

project.write({
  "catalog/wire/plain.yaml": `wire: plain
body: { error: $code, text: $message, "left?": $left }
omits: [place, kind, counts, odd, opens]
codes: { sold_out: { code: SOLD } }
`,
  "tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, module: "nodenext", target: "es2022", types: [] },
  }),
  "main.ts": `import { closed, type DepotError, httpStatus, isMainError, match, soldOut, type ErrorByCode, type OrderError, type Place, type SoldOut } from "./lib/index.js";
import { plain } from "./lib/wire.js";

export const error = soldOut({ left: 1, kind: "a", place: { shelf: "7" } });
export const place: Place = error.place;
export const shelf = place.shelf;
export type Wanted = ErrorByCode["closed"] | SoldOut | OrderError | DepotError;
export const all = [closed(), httpStatus.sold_out, isMainError(error), plain, match];
`,
});
const built = project.errdex("build");

it("is built", () => expect(built).toContain("wrote lib/index.d.ts.map"));

/** Line and column, from 1, where a file has the text first. */
function placeIn(file: string, text: string) {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8").split(text, 1)[0]?.split("\n") ?? [];
  return { file: path, line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 };
}

describe("from a name of the generated module", () => {
  it.each([
    ["a constructor", "= soldOut‸(", "catalog/errors/main.yaml", "sold_out:"],
    ["a constructor, where it is imported", "{ closed‸,", "catalog/errors/main.yaml", "closed:"],
    ["an interface", "| SoldOut‸ |", "catalog/errors/main.yaml", "sold_out:"],
    ["a code in the map of all", '"closed‸"', "catalog/errors/main.yaml", "closed:"],
    ["a code in a table", "httpStatus.sold_out‸", "catalog/errors/main.yaml", "sold_out:"],
    ["a field that is given", "({ left‸:", "catalog/errors/main.yaml", "left:"],
    ["another one", ", place‸: {", "catalog/errors/main.yaml", "place: Place"],
    ["a field that is read", "error.place‸;", "catalog/errors/main.yaml", "place: Place"],
    ["a named type", ": Place‸ =", "catalog/catalog.yaml", "Place:"],
    ["a member of one", "place.shelf‸", "catalog/catalog.yaml", "shelf:"],
    ["a category", "isMainError‸(", "catalog/catalog.yaml", "main:"],
    ["an operation", "OrderError‸ |", "catalog/operations.yaml", "order:"],
    ["the union", "DepotError‸;", "catalog/catalog.yaml", "depot"],
  ])("%s it opens the YAML at its line", async (_, marked, file, text) => {
    expect(await server.definitionOf(join(folder, "main.ts"), marked)).toEqual([
      placeIn(file, text),
    ]);
  });

  it("a wire format it opens its file", async () => {
    const [place] = await server.definitionOf(join(folder, "main.ts"), "plain‸,");
    expect(place?.file).toBe(join(folder, "catalog/wire/plain.yaml"));
  });

  it("what no file of the catalog says stays where it is", async () => {
    const [place] = await server.definitionOf(join(folder, "main.ts"), "match‸]");
    expect(place?.file).toBe(join(folder, "lib/index.d.ts"));
  });
});

describe.each([
  ["imported", "shipped.mts"],
  ["required", "shipped.cts"],
])("from a name of errdex/image-hosting, %s", (_, file) => {
  const shipped = join(inject("consumer"), "node_modules/errdex/catalog");

  it.each([
    ["= quotaExceeded‸;", "errors/limits.yaml", "  quota_exceeded:"],
    [": QuotaExceeded‸)", "errors/limits.yaml", "  quota_exceeded:"],
    ["error.usage‸", "errors/limits.yaml", "      usage: "],
    ["picora‸]", "wire/picora.yaml", undefined],
    [", de‸,", "locales/de.yaml", undefined],
  ])("%s leads into the catalog that the package carries", async (marked, path, text) => {
    project.write({
      [file]: `import { quotaExceeded, type QuotaExceeded } from "errdex/image-hosting";
import { picora } from "errdex/image-hosting/wire";
import { de } from "errdex/image-hosting/locales/de";
export const made = quotaExceeded;
export const read = (error: QuotaExceeded) => error.usage;
export const all = [read, de, picora];
`,
    });
    const [place] = await server.definitionOf(join(folder, file), marked);
    expect(place?.file).toBe(join(shipped, path));
    if (text === undefined) return;
    const lines = readFileSync(join(shipped, path), "utf8").split("\n");
    const quota = lines.findIndex((line) => line.startsWith("  quota_exceeded:"));
    expect(place?.line).toBe(
      lines.findIndex((line, at) => at >= quota && line.startsWith(text)) + 1,
    );
  });
});

it("from a name of errdex/http leads into its catalog", async () => {
  project.write({
    "http.mts": `import { rateLimited } from "errdex/http";\nexport const made = rateLimited;\n`,
  });
  const [place] = await server.definitionOf(join(folder, "http.mts"), "= rateLimited‸;");
  const catalog = join(inject("consumer"), "node_modules/errdex/src/http/catalog");
  expect(place?.file).toBe(join(catalog, "errors/limits.yaml"));
});

describe("the maps", () => {
  it("are the output's own: checked, and gone with it", () => {
    expect(project.errdex("build", "--check")).toContain("up to date");
    project.write({
      "catalog/errors/main.yaml": `# A line more.\n${read("catalog/errors/main.yaml")}`,
    });
    expect(project.errdex("build", "--check")).toContain("lib/index.d.ts.map");
    const head = read("catalog/catalog.yaml");
    project.write({
      "catalog/catalog.yaml": head.replace(
        "javascript: ../lib",
        "javascript: { path: ../lib, declaration_map: false }",
      ),
    });
    expect(project.errdex("build")).toContain("removed lib/index.d.ts.map");
    expect(read("lib/index.d.ts")).not.toContain("sourceMappingURL");
    expect(project.errdex("build", "--check")).toContain("up to date");
  });
});

function read(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}
