import { afterEach, expect, it, vi } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

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
const place = () =>
  workplace({
    ...inCatalog({ "catalog.yaml": headText(), "errors/a.yaml": errorsText(entryText("late")) }),
    "src/a.ts": "",
  });

afterEach(() => {
  vi.doUnmock("oxc-parser");
  vi.doUnmock("oxc-resolver");
  vi.resetModules();
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
  const folder = workplace(
    inCatalog({
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
