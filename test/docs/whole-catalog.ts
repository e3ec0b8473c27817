/** Adds to what a page shows what it leaves out. */
import { type CatalogTexts, lines, strictHeadText } from "../support/catalog-of.js";

const parts: Readonly<Record<string, string>> = {
  status: "409",
  title: "Title of @",
  message: "This is about @.",
  meaning: "It is so.",
  causes: "[It happens.]",
  fixes: "[Try again.]",
  resolver: "user",
  retry: "never",
  examples: "[{ title: A case }]",
  since: "1.0.0",
};

/**
 * A catalog of what a page shows: entries get the parts that they lack, but for the one that the rule is about, and
 * catalog.yaml and an entry are added where there is none.
 */
export function wholeCatalog(texts: CatalogTexts, rule: string): CatalogTexts {
  const isErrors = (path: string) => path.startsWith("errors/");
  const filled = Object.entries(texts).map(([path, text]): [string, string] => [
    path,
    /(^|\/)errors\//.test(path) ? withParts(String(text), rule) : String(text),
  ]);
  const hasEntries = filled.some(([path, text]) => isErrors(path) && !text.includes("errors: {}"));
  const entry = withParts(
    lines("category: orders", "errors:", "  sold_out:", "    status: 409"),
    "",
  );
  const own = Object.fromEntries(filled);
  return {
    ...(hasEntries ? {} : { "errors/rest.yaml": entry }),
    ...own,
    "catalog.yaml": withRules(own["catalog.yaml"] ?? strictHeadText(), rule),
  };
}

// Parts are added at the end of an entry, which is not where they belong.
function withRules(head: string, rule: string): string {
  if (rule === "key-order") return head;
  if (/^rules: \{ /m.test(head)) return head.replace("rules: { ", "rules: { key-order: off, ");
  return `${head.trimEnd()}\nrules: { key-order: off }\n`;
}

function withParts(text: string, rule: string): string {
  const blocks = text.split(/^(?= {2}\S)/m);
  return blocks
    .map((block) => {
      const [, code] = /^ {2}(\S.*):\s*$/m.exec(block.split("\n")[0] ?? "") ?? [];
      if (code === undefined || /^ {4}retired:/m.test(block)) return block;
      const name = code.replaceAll('"', "");
      const missing = Object.entries(parts).filter(
        ([part]) => rule !== `missing-${part}` && !new RegExp(`^ {4}${part}:`, "m").test(block),
      );
      const added = missing.map(([part, value]) => `    ${part}: ${value.replace("@", name)}\n`);
      return `${block.trimEnd()}\n${added.join("")}`;
    })
    .join("");
}
