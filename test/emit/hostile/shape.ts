/** What a generated file is made of, whatever its texts say. */
import { createProcessor } from "@mdx-js/mdx";
import {
  NodeTypes,
  parse as parseTemplate,
  type RootNode,
  type TemplateChildNode,
} from "@vue/compiler-dom";
import { load } from "js-yaml";
import MarkdownIt from "markdown-it";
import ts from "typescript";

const markdown = new MarkdownIt({ html: true });
const mdx = createProcessor({ format: "mdx" });

/** The shape of a file as lines; two that differ in texts alone have the same. Throws where the file is none of its kind. */
export function shapeOf(path: string, text: string): readonly string[] {
  if (/\.[jt]s$/.test(path)) return codeShape(path, text);
  if (path.endsWith(".json")) return [dataShape(JSON.parse(text))];
  if (path.endsWith(".yaml")) return [dataShape(load(text))];
  if (path.endsWith(".html")) return htmlShape(text);
  if (path.endsWith(".md")) return pageShape(text);
  return path.endsWith(".txt") ? markdownShape(text) : [];
}

/** What MDX would run or put in place of text: nothing, in a page of ours. */
export function mdxNodes(page: string): readonly string[] {
  const found: string[] = [];
  if (!hasMdxMarks(bodyOf(page))) return found;
  const visit = (node: { readonly type: string; readonly children?: readonly never[] }): void => {
    if (node.type.startsWith("mdx")) found.push(node.type);
    for (const child of node.children ?? []) visit(child);
  };
  visit(mdx.parse(bodyOf(page)) as never);
  return found;
}

// MDX takes ten times as long as Markdown, and differs from it only where one of its marks stands outside of code.
function hasMdxMarks(body: string): boolean {
  return markdown.parse(body, {}).some(({ type, content, children }) => {
    if (type === "code_block" || type.startsWith("html")) return true;
    const codes = (children ?? []).filter((child) => child.type === "code_inline");
    const outside = codes.reduce((text, code) => text.replace(code.content, ""), content);
    return type === "inline" && /[{}<]|^(import|export)\b/m.test(outside);
  });
}

function codeShape(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const lines: string[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    const tags = ts.getJSDocTags(node).map(({ kind }) => ts.SyntaxKind[kind]);
    const docs = ts.getJSDocCommentsAndTags(node).length;
    lines.push(`${" ".repeat(depth)}${kindOf(node)} ${docs} ${tags.join()}`);
    if (!isName(node)) ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(source, 0);
  return lines;
}

function isName(node: ts.Node): boolean {
  return ts.isPropertyName(node) && !ts.isNumericLiteral(node);
}

function kindOf(node: ts.Node): string {
  if (ts.isComputedPropertyName(node) && !ts.isStringLiteral(node.expression)) return "Computed";
  if (isName(node) || ts.isNoSubstitutionTemplateLiteral(node)) return "Name";
  return ts.SyntaxKind[node.kind];
}

/** Names of members are texts of the catalog too, so that only how many there are counts. */
function dataShape(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(dataShape).join()}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.values(value).map(dataShape).sort().join()}}`;
  return value === null ? "null" : typeof value;
}

function htmlShape(text: string): readonly string[] {
  const errors: unknown[] = [];
  const root = parseTemplate(text.replace("<!doctype html>", ""), {
    parseMode: "html",
    // A page is no template.
    delimiters: ["\0{", "}\0"],
    onError: (error) => errors.push(error),
  });
  if (errors.length > 0) throw errors[0];
  const lines: string[] = [];
  const visit = (node: RootNode | TemplateChildNode, inside: string): void => {
    if (node.type === NodeTypes.COMMENT) lines.push(`${inside} comment`);
    if (node.type !== NodeTypes.ELEMENT && node.type !== NodeTypes.ROOT) return;
    const way = node.type === NodeTypes.ROOT ? inside : `${inside} ${node.tag}`;
    // What colours code depends on the code.
    const isColor = way.includes(" pre ") && way.endsWith(" span");
    if (node.type === NodeTypes.ELEMENT && !isColor)
      lines.push(`${way} ${node.props.map(({ name }) => name).join()}`);
    for (const child of node.children) visit(child, isColor ? inside : way);
  };
  visit(root, "");
  return lines;
}

function pageShape(text: string): readonly string[] {
  const [, head = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  return [dataShape(load(head)), ...markdownShape(bodyOf(text))];
}

function bodyOf(page: string): string {
  return page.replace(/^---\n[\s\S]*?\n---\n/, "");
}

function markdownShape(text: string): readonly string[] {
  const template = markdown.render(text).replaceAll("<pre", "<pre v-pre");
  if (/\{\{/.test(template.replace(/<(pre|code)[ >][\s\S]*?<\/\1>/g, "")))
    throw new Error("Vue would work this out.");
  if (/<!--\s*@include:/.test(text)) throw new Error("VitePress would include a file.");
  const lines = markdown.parse(text, {}).map(({ type, tag, children }) => {
    const inner = (children ?? []).map((child) => child.type);
    const marks = inner.filter((each) => !/^(text|text_special|code_inline)$/.test(each));
    return [type, tag, ...marks].join(" ");
  });
  return lines;
}
