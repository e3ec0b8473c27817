/** A catalog may call what it brings like anything of ours, of the runtime and of JavaScript. */
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitJavaScript, emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import type { Catalog } from "../../src/model/catalog.js";
import { camelCase, constructorName, pascalCase } from "../../src/model/identifier.js";
import { root } from "../shipped-catalog.js";
import {
  catalogOf,
  entryText,
  errorsText,
  headText,
  soundCatalogOf,
} from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

/** Globals that generated code could mean, and members that all objects have. */
const ofJavaScript = `AggregateError Array ArrayLike Awaited BigInt Boolean Date Error Exclude Extract Function Headers
  Infinity Intl JSON Map NaN NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray Record
  Reflect RegExp Required Response ReturnType Set String Symbol Uint8Array Uppercase WeakMap console constructor
  fetch global globalThis hasOwnProperty isPrototypeOf process prototype queueMicrotask structuredClone toJSON
  toString valueOf __dirname`;

/** Words of TypeScript alone, and names inside the functions of a module. */
const others = `abstract any as asserts async bigint boolean declare from get infer is keyof namespace never number
  object of readonly satisfies set string symbol type unique unknown using
  E H Code Result answer client codes entries error fields formats handlers index messages options retry
  value wire cause name message stack status all fallback zod`;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** All that a file exports, types too. */
function exportsOf(path: string): readonly string[] {
  const program = ts.createProgram([root + path], {
    module: ts.ModuleKind.NodeNext,
    paths: {
      "errdex/generated": [`${root}src/runtime/generated.ts`],
    },
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(root + path) as ts.SourceFile;
  const symbol = checker.getSymbolAtLocation(file);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
}

const names = [
  ...["src/runtime/index.ts", "src/runtime/generated.ts", "test/golden/orders/typescript/index.ts"]
    .flatMap(exportsOf)
    .filter((name) => !name.startsWith("$")),
  ...words(ofJavaScript),
  ...words(others),
];
// The first two are what the category of these codes is called, and `function` a word of the language.
const codes = [...new Map(names.map((name) => [camelCase(name), name])).values()]
  .filter((name) => !/^(isO|O)rdersError$|^Function$/.test(name))
  .sort();

const entries = codes.map((code, index) =>
  entryText(code, {
    title: `Title ${index}`,
    message: `["Message ${index} {value.of}", "Message ${index} {options}"]`,
    fields: "{ options: string, value?: Usage }",
    examples: "[{ title: A case, fields: { options: x } }]",
  }),
);
const called = soundCatalogOf({
  "catalog.yaml": headText(
    "types: { Usage: { properties: { of: string } } }",
    "fallback: plain_one",
  ),
  "errors/a.yaml": errorsText(entryText("plain_one"), ...entries),
  "operations.yaml": `operations: { buy: { codes: [${codes.join(", ")}] } }\n`,
});

type Made = Error & { readonly code: string };
interface Module extends Record<string, unknown> {
  readonly $decode: (answer: unknown) => Made;
  readonly $encode: (error: unknown) => object;
  readonly $fromJSON: (value: unknown) => Made;
  readonly $hasCode: (value: unknown, code: string) => boolean;
  readonly $match: (error: unknown, handlers: object) => string;
  readonly $categories: Readonly<Record<string, string>>;
}

const emitCommonJs = (catalog: Catalog) => emitJavaScript(catalog, { packageFormat: "commonjs" });

describe.each(Object.entries({ emitTypeScript, emitJavaScript, emitCommonJs }))(
  "%s, all of them codes",
  (_, emit) => {
    const files = Object.fromEntries(emit(called).map(({ path, text }) => [path, text]));

    it("compiles", () => {
      const typed = Object.entries(files).filter(([path]) => path.endsWith(".ts"));
      expect(typeErrors(Object.fromEntries(typed))).toEqual([]);
    });

    it("runs", async () => {
      const first = ["index.ts", "index.js"].find((path) => path in files) as string;
      const module = (await runModule({
        [first]: files[first] as string,
        ...files,
      })) as unknown as Module;
      const broken = called.entries.filter((entry) => {
        const { code } = entry;
        if (code === "plain_one") return false;
        const construct = module[constructorName(entry)] as (fields: object) => Made;
        const error = construct({ options: "x" });
        return !(
          error.code === code &&
          error.message.endsWith(" x") &&
          module.$hasCode(error, code) &&
          module.$decode(module.$encode(error)).code === code &&
          module.$fromJSON(JSON.parse(JSON.stringify(error))).code === code &&
          module.$match(error, { [code]: (each: Made) => each.code }) === code &&
          module.$categories[code] === "orders"
        );
      });
      expect(broken.map(({ code }) => code)).toEqual([]);
    });
  },
);

it("compiles where types, categories, operations and wire formats have the names", () => {
  const types = [...new Set(names.map(pascalCase))].filter((name) => /^[A-Z]/.test(name));
  const given = types.filter((name) => !name.endsWith("Error") && name !== "SoldOut");
  const ids = ["any", "catalog", "retryable", "unrecognized", "code", "handlers"];
  const kebab = [
    ...new Set(
      names.map((name) => camelCase(name).replace(/[A-Z]/g, (each) => `-${each.toLowerCase()}`)),
    ),
  ];
  const formats = kebab.filter((name) => name !== "function" && /^[a-z][a-z-]*$/.test(name));
  const texts = {
    "catalog.yaml": `${headText(
      `types: { ${given.map((name) => `${name}: { properties: { a: string } }`).join(", ")} }`,
      "fallback: sold_out",
    ).replace(
      "orders: Orders",
      `orders: Orders, ${ids
        .slice(0, 3)
        .map((id) => `${id}: ${id} errors`)
        .join(", ")}`,
    )}`,
    "errors/a.yaml": errorsText(
      entryText("sold_out", {
        fields: `{ ${given.map((name, index) => `f${index}?: ${name}`).join(", ")} }`,
        examples: "[{ title: A case }]",
      }),
      entryText("by_code", {
        title: "Two",
        message: "Two",
        fields: "{ a: string }",
        examples: "[{ title: A case, fields: { a: x } }]",
      }),
    ),
    "operations.yaml": `operations: { ${ids
      .slice(3)
      .map((id) => `${id}: { codes: [sold_out] }`)
      .join(", ")} }\n`,
    ...Object.fromEntries(
      formats.map((name) => [
        `wire/${name}.yaml`,
        `wire: ${name}\nbody: { code: $code, message: $message }\nomits: [a, ${given.map((_, index) => `f${index}`).join(", ")}]\n`,
      ]),
    ),
  };
  const { catalog, diagnostics } = catalogOf(texts);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect([...new Set(errors.map(({ rule, message }) => `${rule} ${message}`))].slice(0, 5)).toEqual(
    [],
  );
  const files = emitTypeScript(catalog as NonNullable<typeof catalog>);
  expect(typeErrors(Object.fromEntries(files.map(({ path, text }) => [path, text])))).toEqual([]);
});

it.each([
  ["then", "code-reserved", "await import()"],
  ["unrecognized", "code-reserved", "no catalog knows"],
  ["exports", "code-identifier", "word of the language"],
  ["class", "code-identifier", "word of the language"],
])("refuses the code %s, and says why", (code, rule, why) => {
  const { diagnostics } = catalogOf({
    "catalog.yaml": headText(),
    "errors/a.yaml": errorsText(entryText(code)),
  });
  const found = diagnostics.filter((each) => each.rule === rule);
  expect(found.map(({ message }) => message).join()).toContain(why);
});
