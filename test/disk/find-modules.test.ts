import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModules } from "../../src/disk/find-modules.js";
import { workplace } from "../support/workplace.js";

const isGenerated = (text: string) => (text.startsWith("// Generated") ? "shop" : undefined);

async function modulesOf(texts: Readonly<Record<string, string>>, inside = "") {
  const { folder } = workplace(texts);
  return findModules({
    cwd: join(folder, inside),
    top: folder,
    endings: [".ts", ".js"],
    generatedFrom: isGenerated,
  });
}

describe("a module that is looked for", () => {
  it("is told by its way from the folder", async () => {
    const modules = await modulesOf({ "app/a.ts": "", "lib/b.ts": "b" }, "app");
    expect(modules.resolve("../lib/b.js", "a.ts")).toBe("../lib/b.ts");
    expect(modules.outside("../lib/b.ts")).toBe("b");
    expect(modules.outside("../lib/none.ts")).toBe(undefined);
  });

  it("is never outside the repository, whatever the specifier, and nothing is thrown", async () => {
    const modules = await modulesOf({
      "tsconfig.json":
        '{ "compilerOptions": { "baseUrl": "/", "paths": { "@/*": ["../*", "/*"] } } }',
      "package.json": '{ "name": "a", "imports": { "#*": "./*" }, "exports": { "./*": "./*" } }',
      "lib/b.ts": "",
    });
    const step = fc.constantFrom(
      "..",
      ".",
      "lib",
      "b.js",
      "@",
      "#",
      "~",
      "etc",
      "tmp",
      "a",
      "",
      "*",
      "?",
      "\0",
      "%2e",
    );
    const specifier = fc.oneof(
      fc.array(step, { maxLength: 300 }).map((steps) => steps.join("/")),
      fc.string({ unit: "binary", maxLength: 50 }),
      fc.string({ unit: "binary-ascii", maxLength: 2000 }),
    );
    fc.assert(
      fc.property(specifier, (name) => {
        expect(modules.resolve(name, "lib/a.ts") ?? "lib/b.ts").toBe("lib/b.ts");
      }),
      { numRuns: 2000 },
    );
  });
});
