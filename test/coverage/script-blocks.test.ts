import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptBlocks } from "../../src/coverage/syntax/script-blocks.js";
import { covered, shown } from "./covered.js";

const from = 'import { soldOut, hasCode } from "./errors/index.js";';
const seen = (path: string, text: string) =>
  shown(covered({ [path]: text })).map((line) => line.replaceAll(`${path}:`, ""));

describe("a file with blocks of code", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "of Vue, at its lines and columns",
      "src/Shop.vue",
      `<template>\n  <p>soldout</p>\n</template>\n\n<script setup lang="ts">\n${from}\nconst a = (e: unknown) => hasCode(e, "sold_outt");\nthrow soldOut();\n</script>\n<style>p { color: red }</style>\n`,
      ["sold_out raised 8:7", "unknown sold_outt in hasCode 7:38 like sold_out"],
    ],
    [
      "of Vue, two that share their names",
      "src/Shop.vue",
      `<script lang='ts'>\n${from}\nexport default {}\n</script><script setup lang=ts>\n(() => soldOut() as any)()\n</script>`,
      ["sold_out raised 5:8"],
    ],
    [
      "of JavaScript with JSX",
      "src/Shop.vue",
      `<script lang="jsx">${from} export const a = () => <b on={() => soldOut()} />;</script>`,
      ["sold_out raised 1:110"],
    ],
    [
      "of TypeScript with JSX",
      "src/Shop.vue",
      `<script lang="tsx">${from} export const a = (b: any) => <b on={() => soldOut()} />;</script>`,
      ["sold_out raised 1:116"],
    ],
    [
      "of Svelte, of a module and of its own",
      "src/Shop.svelte",
      `<script module lang="ts">\n${from}\n</script>\n<script>\n  $: soldOut();\n</script>\n<button on:click={() => { if (a > b) buy() }}>Buy</button>`,
      ["sold_out raised 5:6"],
    ],
    [
      "of Astro, its fences and scripts",
      "src/page.astro",
      `---\n${from}\nconst { code } = Astro.props as { code: string };\nif (!code) return soldOut();\n---\n<p>{code}</p>\n<script>\nsoldOut();\n</script>`,
      ["sold_out raised 4:19", "sold_out raised 8:1"],
    ],
    [
      "that stand in comments, texts, styles and other languages",
      "src/Shop.vue",
      `<!-- <script>${from} soldOut();</script> -->\n<script type="application/json">{ "soldOut": "(" }</script>\n<style>a { content: "<script>(" }</style>\n<template><a :b="'<script>('" c='<script>('>{{ "<script>(" }}</a></template>\n<script src="./a.ts" />\n<script>\n${from}\n// "<script>"\nsoldOut("<script>");\n</script>`,
      ["sold_out raised 9:1"],
    ],
    [
      "with line ends of Windows, and what is no ASCII",
      "src/Shop.vue",
      `<template>\r\n<p>😀 é</p>\r\n</template>\r\n<script>\r\n${from}\r\nconst a = "😀"; soldOut();\r\n</script>\r\n`,
      ["sold_out raised 6:17"],
    ],
    ["with none", "src/Shop.vue", "<template><p>Hello</p></template>", []],
    ["that is empty", "src/page.astro", "", []],
    [
      "and a comparison in its markup",
      "src/Shop.vue",
      `<template>{{ a <b ? 1 : 2 }}</template><script>${from} soldOut()</script>`,
      ["sold_out raised 1:102"],
    ],
  ])("is read: %s", (_, path, text, want) => {
    expect(seen(path, text)).toEqual(want);
  });

  it.each<[string, string, string]>([
    ["whose script does not end", "src/Shop.vue", "<script>\nsoldOut();"],
    [
      "whose script begins in another",
      "src/Shop.vue",
      "<script>const a = 1; <script></script></script>",
    ],
    ["whose tag does not end", "src/Shop.vue", `<script>${from} soldOut();</script><p title="a`],
    ["whose comment does not end", "src/Shop.svelte", `<!-- <script>${from} soldOut();</script>`],
    ["whose fence does not end", "src/page.astro", `---\n${from}\nsoldOut();\n<p>Hello</p>`],
    ["in a language that is not known", "src/Shop.vue", `<script lang="coffee">soldOut()</script>`],
    ["that does not parse", "src/Shop.svelte", "<script>const = 1;</script>"],
    [
      "with a script in an expression",
      "src/Shop.svelte",
      '{@html "a <script> b"}<script>soldOut()</script>',
    ],
  ])("is not seen: %s", (_, path, text) => {
    const { unseen, catalogs } = covered({ [path]: text });
    expect(unseen).toMatchObject([{ reason: "unparsed", place: { path } }]);
    expect(catalogs[0]?.raised.whole).toBe(false);
  });

  it("says what its markup has of the catalog", () => {
    const text = `<script setup>
import * as errors from "./errors/index.js";
import { soldOut as raise, isOrdersError, match } from "./errors/index.js";
const again = raise;
</script>
<template>
  <!-- raise() -->
  <p class="raise-it" :match="1" @click="again()">{{ text.errors }} raised</p>
  <p v-if="isOrdersError(e) || e.code === 'not_found' || e.code === 'ENOENT'">{{ errors.notFound() }}</p>
</template>
`;
    const all = covered({ "src/Shop.vue": text });
    expect(
      all.unseen.map(({ message, place }) => `${place.line}:${place.column} ${message}`),
    ).toEqual([
      "8:42 The markup has the constructor of sold_out. What it does with it was not seen.",
      "9:12 The markup has the guard category orders. What it does with it was not seen.",
      "9:44 The markup has the code not_found. What it does with it was not seen.",
      "9:82 The markup has the module of the catalog. What it does with it was not seen.",
    ]);
    expect(all.catalogs[0]).toMatchObject({ raised: { whole: false }, handled: { whole: false } });
  });

  it("is found by those that import it", () => {
    const texts = {
      "src/a.ts": `import Shop, { raise } from "./Shop.svelte";\nraise();`,
      "src/Shop.svelte": `<script module>export { soldOut as raise } from "./errors/index.js";</script>`,
    };
    expect(shown(covered(texts))).toEqual(["sold_out raised 2:1"]);
  });

  it("of a kind that is not read is named once, where it imports the catalog", () => {
    const texts = {
      "src/a.mdx": `import { Button } from "./ui.js";\n\n# Import { soldOut } from "here"`,
      "src/b.mdx": `${from}\n\n<Button on={() => soldOut()} />`,
      "src/c.mdx": from,
      "src/d.html": `<script type="module">import { soldOut } from "@/errors";</script>`,
      "src/e.ejs": `<%= require("./errors") %>`,
      "src/ui.js": "",
    };
    const { unseen, files } = covered(texts);
    expect(files).toBe(1);
    expect(unseen.map(({ message, place }) => `${place.path} ${message.slice(0, 30)}`)).toEqual([
      "src/b.mdx Files that end in .mdx are not",
      "src/d.html Files that end in .html are no",
      "src/e.ejs Files that end in .ejs are not",
    ]);
  });

  it("may hold anything, and keeps every place", () => {
    const part = fc.constantFrom(
      ...["<script>", "</script>", "<script lang=ts>", "<style>", "</style>", "<!--", "-->", "---"],
      ..."<p a=|<p a={|\"|'|`|{|}|>|/>|\n|\r\n|a|😀|=| |<script".split("|"),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }),
        fc.constantFrom("a.vue", "a.astro"),
        (all, path) => {
          const text = all.join("");
          const { code = "", markup = "" } = scriptBlocks(path, text) ?? {};
          expect([code.length, markup.length]).toEqual([text.length, text.length]);
          expect(code.split("\n").length).toBe(text.split("\n").length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    "<p a=",
    "<p a={",
    '<p a="',
    "<script>",
    "<!--",
    "<",
    "a={",
    "---\n",
    "{{ a <b ",
    "</script",
  ])("is read in linear time, however often it has %j", (part) => {
    const text = part.repeat(400_000);
    for (const path of ["a.vue", "a.astro"])
      expect(scriptBlocks(path, text)?.code.length).toBe(text.length);
  });
});
