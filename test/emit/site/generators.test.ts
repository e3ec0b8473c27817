/** The Markdown of a site, as the generators of documentation read it. */
import { compile as compileMdx } from "@mdx-js/mdx";
import { baseParse, NodeTypes, type RootNode, type TemplateChildNode } from "@vue/compiler-dom";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { emitSite } from "../../../src/emit/site/emit-site.js";
import { shippedCatalog } from "../../shipped-catalog.js";
import { noAssets } from "../../support/no-assets.js";
import { siteCatalog } from "../../support/site-catalog.js";

const pages = [shippedCatalog, siteCatalog()].flatMap((catalog) =>
  emitSite(catalog, noAssets).flatMap(({ path, text }) =>
    path.endsWith(".md") ? [{ path: `${catalog.name.value}/${path}`, text }] : [],
  ),
);
const body = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, "");

it("there are pages of every kind", () => {
  expect(pages.length).toBeGreaterThan(100);
});

describe("a page compiles", () => {
  it("as MDX, for Docusaurus: no expression, no component, no module in it", async () => {
    for (const { path, text } of pages) {
      const compiled = String(await compileMdx(body(text), { format: "mdx", jsx: true }));
      // What the text brings in would be called here; the elements of Markdown come from a table.
      const [, written = ""] = /return <>([\s\S]*)<\/>;/.exec(compiled) ?? [];
      expect(written, path).not.toBe("");
      const left = written.replace(/\{"(?:[^"\\]|\\.)*"\}/g, "");
      expect(left, path).not.toMatch(/\{(?!" ")/);
      expect(left.match(/<\/?(?!_components\.)[A-Za-z][\w.]*/g) ?? [], path).toEqual([]);
    }
  });

  it("as a template of Vue, for VitePress: nothing that Vue would work out", () => {
    const markdown = new MarkdownIt({ html: true });
    for (const { path, text } of pages) {
      // VitePress leaves blocks of code alone.
      const html = markdown.render(body(text)).replaceAll("<pre", "<pre v-pre");
      const errors: unknown[] = [];
      const root = baseParse(html, { onError: (error) => errors.push(error) });
      expect(errors, path).toEqual([]);
      expect(workedOut(root), path).toEqual([]);
    }
  });
});

function workedOut(node: RootNode | TemplateChildNode): readonly string[] {
  if (node.type === NodeTypes.INTERPOLATION) return [node.loc.source];
  if (node.type !== NodeTypes.ROOT && node.type !== NodeTypes.ELEMENT) return [];
  const own =
    node.type === NodeTypes.ELEMENT
      ? node.props.flatMap((prop) => (prop.type === NodeTypes.DIRECTIVE ? [prop.loc.source] : []))
      : [];
  return [...own.filter((prop) => prop !== "v-pre"), ...node.children.flatMap(workedOut)];
}
