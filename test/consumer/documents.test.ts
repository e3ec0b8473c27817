import { readFileSync } from "node:fs";
import { posix } from "node:path";
import markdownIt from "markdown-it";
import { expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { npm } from "./npm.js";

const [packed] = JSON.parse(npm(["pack", "--dry-run", "--json", "--ignore-scripts"], root)) as [
  { readonly size: number; readonly files: readonly { readonly path: string }[] },
];
const paths = packed.files.map(({ path }) => path);
const documents = paths.filter((path) => path.endsWith(".md"));
const parser = markdownIt({ html: true });

function textOf(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** Where links and pictures lead to. */
function targetsOf(markdown: string): readonly string[] {
  const inline = parser.parse(markdown, {}).flatMap(({ children }) => children ?? []);
  const html = parser
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type.startsWith("html_"))
    .flatMap(({ content }) => [...content.matchAll(/\b(?:href|src)="([^"]*)"/g)])
    .map(([, target = ""]) => target);
  return [
    ...inline.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []),
    ...html,
  ];
}

/** What a fragment can name: a heading as GitHub names it, or an anchor. */
function anchorsOf(path: string): ReadonlySet<string> {
  const markdown = textOf(path);
  const tokens = parser.parse(markdown, {});
  const headings = tokens.flatMap((token, index) =>
    token.type === "heading_open" ? [plainText(tokens[index + 1]?.children ?? [])] : [],
  );
  const slugs = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  const ids = [...markdown.matchAll(/<a id="([^"]+)"/g)].map(([, id = ""]) => id);
  return new Set([...slugs, ...ids]);
}

function plainText(tokens: readonly { readonly content: string }[]): string {
  return tokens.map(({ content }) => content).join("");
}

function complaintAbout(target: string, from: string): string | undefined {
  if (/^https:\/\/[\w.-]+\.\w+(\/|$)/.test(target)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(target))
    return `${from}: ${target} is neither https nor relative`;
  const [file = "", fragment] = decodeURI(target).split("#");
  const path = file === "" ? from : posix.join(posix.dirname(from), file);
  if (!paths.some((each) => each === path || (file !== "" && each.startsWith(`${path}/`))))
    return `${from}: ${target} is not in the package`;
  if (fragment === undefined || anchorsOf(path).has(fragment)) return undefined;
  return `${from}: ${path} has nothing called #${fragment}`;
}

it("every link of a document that the package carries leads into the package or to https", () => {
  expect(documents).toEqual(
    expect.arrayContaining(["README.md", "docs/cli.md", ".github/SECURITY.md"]),
  );
  const links = documents.flatMap((path) =>
    targetsOf(textOf(path)).map((target) => ({ target, path })),
  );
  expect(links.length).toBeGreaterThan(100);
  expect(links.flatMap(({ target, path }) => complaintAbout(target, path) ?? [])).toEqual([]);
});

it("the package carries no documentation that is generated, and stays small", () => {
  expect(paths.filter((path) => /^(docs\/api|test|node_modules)\//.test(path))).toEqual([]);
  expect(packed.size).toBeLessThan(1_800_000);
});
