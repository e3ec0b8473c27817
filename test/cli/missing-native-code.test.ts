import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import type * as Workplaces from "../support/workplace.js";

/** What a package with native code throws: one error for each place where it looked, the last first. */
function chain(...messages: readonly string[]): Error | undefined {
  const [message, ...rest] = messages;
  return message === undefined ? undefined : new Error(message, { cause: chain(...rest) });
}

const bindingOf = (name: string) =>
  chain(
    "Cannot find native binding.",
    `Cannot find module '@oxc-${name}/binding-wasm32-wasi'\nRequire stack:\n- bindings.js`,
    `Cannot find module '@oxc-${name}/binding-linux-x64-gnu'\nRequire stack:\n- bindings.js`,
    `Cannot find module './${name}.linux-x64-gnu.node'`,
  );
const binding = bindingOf("parser");
/** The command as it is loaded anew, so that nothing of it has the parser already. */
let command: typeof Workplaces;
const place = () =>
  command.workplace({
    ...command.inCatalog({
      "catalog.yaml": headText(),
      "errors/a.yaml": errorsText(entryText("late")),
    }),
    "src/a.ts": "",
  });

beforeEach(async () => {
  vi.resetModules();
  command = await import("../support/workplace.js");
});

afterEach(() => {
  vi.doUnmock("oxc-parser");
  vi.doUnmock("oxc-resolver");
});

it.each([
  ["oxc-parser", "@oxc-parser/binding-linux-x64-gnu", binding],
  [
    "oxc-parser",
    "oxc-parser",
    chain("Cannot find package 'oxc-parser' imported from dist/coverage.js"),
  ],
  ["oxc-resolver", "@oxc-resolver/binding-linux-x64-gnu", bindingOf("resolver")],
  [
    "oxc-resolver",
    "oxc-resolver",
    chain("Cannot find package 'oxc-resolver' imported from dist/cli.js"),
  ],
])(
  "errdex coverage where %s lacks %s ends with 2 and says how to get it",
  async (mocked, name, error) => {
    vi.doMock(mocked, () => {
      throw error;
    });
    const { code, err } = await place().errdex(["coverage", "src"]);
    expect([code, err]).toEqual([
      2,
      `errdex: errdex coverage needs the package ${name}, which is not installed. Run \`npm install --include=optional\`; where that does not help, delete node_modules and package-lock.json first.\n`,
    ]);
  },
);

it("errdex build without the parser ends with 2 and writes nothing", async () => {
  vi.doMock("oxc-parser", () => {
    throw binding;
  });
  const folder = command.workplace(
    command.inCatalog({
      "catalog.yaml": headText("outputs: { typescript: ../ts }"),
      "errors/a.yaml": errorsText(entryText("late")),
    }),
  );
  const { code, err } = await folder.errdex(["build"]);
  expect(code).toBe(2);
  expect(err).toContain("errdex build needs the package @oxc-parser/binding-linux-x64-gnu,");
  expect(folder.files("").filter((file) => !file.startsWith("catalog/"))).toEqual([]);
});

it("another fault of the parser is a bug", async () => {
  vi.doMock("oxc-parser", () => {
    throw new Error("Something else.");
  });
  expect((await place().errdex(["coverage", "src"])).code).toBe(3);
});

it.each(["parser", "resolver"])(
  "the built command without the native code of the %s ends with 2",
  (name) => {
    const { folder, write } = place();
    write({
      "missing.cjs": `const Module = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  if (/^(@oxc-${name}.binding-|.*${name}\\.[a-z0-9-]+\\.node$)/.test(request))
    throw new Error(\`Cannot find module '\${request}'\`);
  return resolve(request, ...rest);
};
`,
    });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--require", join(folder, "missing.cjs"), `${root}dist/cli.js`, "coverage", "src"],
      { cwd: folder, encoding: "utf8" },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(
        new RegExp(`^errdex: errdex coverage needs the package @oxc-${name}/binding-[^\\n]+\\n$`),
      ),
    });
  },
);
