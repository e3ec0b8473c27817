import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { checkDocuments, type Document } from "./check-document.js";
import { fencesOf } from "./fences.js";

const paths = [
  "README.md",
  ...readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.startsWith("api"))
    .map((path) => `docs/${path}`),
].filter((path) => existsSync(root + path));

const documents: readonly Document[] = paths.map((path) => ({
  path,
  markdown: readFileSync(root + path, "utf8"),
}));

// All documents at once: the compiler reads its own library and the modules only once.
const complaints = await checkDocuments(documents);

describe("the documents", () => {
  it("show code that compiles, catalogs that are sound and commands that exist", () => {
    expect(complaints).toEqual([]);
  });

  it("close every block of code that they open", () => {
    for (const { path, markdown } of documents) {
      const marks = markdown.match(/^\s*(```|~~~)/gm) ?? [];
      expect(marks.length, path).toBe(fencesOf(markdown).length * 2);
    }
  });
});

/** A document of blocks of code, each in its own fence, the first opening on line 1. */
function document(...blocks: readonly (readonly [head: string, code: string])[]): Document {
  const markdown = blocks.map(([head, code]) => `\`\`\`${head}\n${code}\n\`\`\`\n`).join("");
  return { path: "guide.md", markdown };
}

const catalogYaml = `# catalog/catalog.yaml
catalog: shop
title: Errors of the shop
version: 1.0.0
wire: flat
categories: { orders: Orders }
outputs: { typescript: ../src/shop }`;

const errorsYaml = `# catalog/errors/orders.yaml
category: orders
errors:
  sold_out:
    status: 409
    title: Sold out
    message: There is no {product} left.
    meaning: It is gone.
    causes: [Somebody bought it.]
    fixes: [Buy something else.]
    resolver: user
    retry: never
    fields: { product: string }
    examples: [{ title: One, fields: { product: cup } }]
    since: 1.0.0`;

describe("the check of documents", () => {
  it.each<[string, readonly (readonly [string, string])[], readonly unknown[]]>([
    [
      "compiles what users import",
      [
        ["ts", 'import { notFound } from "errdex/image-hosting";\nthrow notFound();'],
        ["ts", 'import { isCatalogError } from "errdex";\nexport const yes = isCatalogError(1);'],
        ["ts", 'import { loadCatalog } from "errdex/compiler";\nloadCatalog([]);'],
      ],
      [],
    ],
    [
      "names the line of the document that does not compile",
      [
        ["ts", "export const one = 1;"],
        ["ts", "\nconst two: string = 2;"],
      ],
      ["guide.md:6: Type 'number' is not assignable to type 'string'. (TS2322)"],
    ],
    [
      "finds an import that does not exist",
      [["ts", 'import { notFund } from "errdex/image-hosting";\nthrow notFund();']],
      [expect.stringMatching(/^guide\.md:2: .*no exported member named 'notFund'/)],
    ],
    ["leaves alone what is marked", [["ts ignore", "const two: string = 2;"]], []],
    [
      "keeps snippets apart",
      [
        ["ts", "const a = 1;\nexport { a };"],
        ["ts", "const a = 2;\nexport { a };"],
      ],
      [],
    ],
    [
      "finds JavaScript that cannot be parsed",
      [["js", "const = 1;"]],
      ["guide.md:2: Variable declaration expected."],
    ],
    [
      "loads a catalog and compiles against what it becomes",
      [
        ["yaml", catalogYaml],
        ["yaml", errorsYaml],
        ["ts", 'import { soldOut } from "./shop/index.js";\nthrow soldOut({ product: 1 });'],
      ],
      [expect.stringMatching(/^guide\.md:29: Type 'number' is not assignable to type 'string'/)],
    ],
    [
      "uses the starter where a document shows no catalog.yaml",
      [
        [
          "yaml",
          errorsYaml
            .replace("category: orders", "category: sales")
            .replace("orders.yaml", "sales.yaml"),
        ],
        ["ts", 'import { soldOut } from "./errors/index.js";\nthrow soldOut({ product: "cup" });'],
        [
          "ts",
          'import { outOfStock } from "./errors/index.js";\nthrow outOfStock({ product: "cup", available: 2 });',
        ],
      ],
      [],
    ],
    [
      "names the line of the document where a catalog is wrong",
      [["yaml", errorsYaml.replace("status: 409", "status: 200")]],
      [expect.stringMatching(/^guide\.md:6: /)],
    ],
    ["leaves alone YAML that is of no catalog", [["yaml", "on: push\njobs: {"]], []],
    [
      "knows the commands and their options",
      [
        [
          "sh",
          "npm install errdex # the package\nnpx errdex init\nerrdex build --check && errdex check catalog --format json\n$ errdex --version\nnpm run bench\ncurl -sX POST https://example.com | errdex explain not_found",
        ],
      ],
      [],
    ],
    [
      "finds commands, options and scripts that do not exist",
      [["sh", "errdex bild\nerrdex build --chek\nnpm run banch\nnpm instal"]],
      [
        "guide.md:2: errdex has no command bild.",
        "guide.md:3: errdex build has no option --chek.",
        "guide.md:4: package.json has no script banch.",
        "guide.md:5: npm has no command instal.",
      ],
    ],
  ])("%s", async (_, blocks, want) => {
    expect(await checkDocuments([document(...blocks)])).toEqual(want);
  });

  it("finds blocks that are indented, longer or made of tildes", () => {
    const markdown =
      "- item\n  ```ts\n  const a = 1;\n  ```\n````md\n```ts\nno\n```\n````\n~~~sh\nls\n~~~\n";
    expect(fencesOf(markdown).map(({ language, code, line }) => [language, code, line])).toEqual([
      ["ts", "const a = 1;\n", 2],
      ["md", "```ts\nno\n```\n", 5],
      ["sh", "ls\n", 10],
    ]);
  });
});
