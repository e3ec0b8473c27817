/** Takes the code out of files that hold markup too: `.vue`, `.svelte`, `.astro`. */

import type { SourceLanguage } from "./parse-source.js";

/** The code of such a file, and what else it holds. All texts are as long as the file's, blanks in place of the rest. */
export interface ScriptBlocks {
  readonly code: string;
  readonly language: SourceLanguage;
  /** The markup, without comments and styles. */
  readonly markup: string;
  /** Why not all of the code can be read, and where. */
  readonly problem: { readonly message: string; readonly start: number } | undefined;
}

/** The endings of files that hold code in blocks. */
export const blockEndings: readonly string[] = [".vue", ".svelte", ".astro"];

/** The blocks of a file; undefined where its ending says that all of it is code. */
export function scriptBlocks(path: string, text: string): ScriptBlocks | undefined {
  const ending = blockEndings.find((each) => path.endsWith(each));
  if (ending === undefined) return undefined;
  const parts: Part[] = [];
  const isAstro = ending === ".astro";
  const fence = isAstro ? frontmatter(text) : undefined;
  if (fence !== undefined) parts.push(fence);
  for (let at = fence?.end ?? 0; at < text.length; ) {
    const part = nextPart(text, at, isAstro);
    if (part === undefined) break;
    if (part.kind !== "tag") parts.push(part);
    at = part.end;
  }
  const codes = parts.filter(({ kind }) => kind === "code");
  const languages = codes.map(({ language }) => language);
  return {
    code: kept(text, codes, ";"),
    language: languageOfAll(languages),
    markup: kept(text, gapsBetween(parts, text.length), " "),
    problem: parts.find(({ problem }) => problem !== undefined)?.problem,
  };
}

interface Part {
  readonly kind: "code" | "other" | "tag";
  /** The text inside. */
  readonly from: number;
  readonly to: number;
  /** The whole, with what marks it. */
  readonly start: number;
  readonly end: number;
  readonly language?: string;
  readonly problem?: ScriptBlocks["problem"] | undefined;
}

function frontmatter(text: string): Part | undefined {
  const open = /^\s*---/.exec(text)?.[0];
  if (open === undefined) return undefined;
  const from = open.length;
  const close = /^[ \t]*---/gm;
  close.lastIndex = from;
  const found = close.exec(text);
  const base = { kind: "code", language: "ts", start: 0, from } as const;
  if (found === null)
    return {
      ...{ ...base, kind: "other", to: text.length, end: text.length },
      problem: { message: "its code does not end", start: from - 3 },
    };
  return { ...base, to: found.index, end: close.lastIndex };
}

// A quote before it: `"<script>"` is a text in some expression.
const opening = /<!--|(?<!["'`])<(script|style)(?=[\s/>])|<[a-z]/gi;

function nextPart(text: string, at: number, isAstro: boolean): Part | undefined {
  opening.lastIndex = at;
  const found = opening.exec(text);
  if (found === null) return undefined;
  const start = found.index;
  const [whole, name] = found;
  const inner = opening.lastIndex;
  if (whole === "<!--") {
    const close = text.indexOf("-->", inner);
    const end = close < 0 ? text.length : close + 3;
    const problem = close < 0 ? { message: "a comment does not end", start } : undefined;
    return { kind: "other", start, end, from: start, to: end, problem };
  }
  const tag = readTag(text, inner);
  if (tag.end === undefined) {
    const problem = { message: "a tag does not end", start };
    return { kind: "other", start, end: text.length, from: start, to: text.length, problem };
  }
  if (name === undefined || tag.isEmpty)
    return { kind: "tag", start, end: tag.end, from: start, to: tag.end };
  const closing = new RegExp(`</${name}(?=[\\s/>])[^>]*>`, "gi");
  closing.lastIndex = tag.end;
  const close = closing.exec(text);
  const isScript = name.toLowerCase() === "script";
  const [to, end] = close === null ? [text.length, text.length] : [close.index, closing.lastIndex];
  const base = { start, end, from: tag.end, to };
  if (!isScript || !isCode(tag.attributes)) return { ...base, kind: "other" };
  const language = isAstro ? "ts" : (tag.attributes.get("lang") ?? languageOfType(tag.attributes));
  if (close === null)
    return { ...base, kind: "other", problem: { message: "its script does not end", start } };
  if (languages.has(language)) return { ...base, kind: "code", language };
  const message = `its script is written in ${JSON.stringify(language)}`;
  return { ...base, kind: "other", problem: { message, start } };
}

interface Tag {
  readonly end: number | undefined;
  readonly isEmpty: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

// Sticky, and no two parts can take the same character: a tag is read in one walk, however it goes on.
const attribute =
  /[\s/]+|(["'=]|\{[^}]*\}?)|([^\s/<>="'{]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|(\{[^}]*\}?|[^\s"'<>{]+)))?/y;

function readTag(text: string, from: number): Tag {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) break;
    const [, , name, double, single, bare] = found;
    if (name !== undefined) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
    at = attribute.lastIndex;
  }
  // What looked like a tag may be `a <b`, and end where one begins.
  const end = text[at] === ">" ? at + 1 : text[at] === "<" ? at : undefined;
  return { end, isEmpty: text.slice(at - 1, at + 1) === "/>", attributes };
}

const languages: ReadonlySet<string> = new Set([
  "js",
  "jsx",
  "ts",
  "tsx",
  "javascript",
  "typescript",
]);

function languageOfType(attributes: Tag["attributes"]): string {
  return /typescript|\bts\b/.test(attributes.get("type") ?? "") ? "ts" : "js";
}

// Data and templates stand in scripts too.
function isCode(attributes: Tag["attributes"]): boolean {
  const type = attributes.get("type") ?? "";
  return (
    type === "" ||
    /^(module|(text|application)\/(x-)?(java|type|ecma)script|text\/(babel|ts))$/i.test(type)
  );
}

function languageOfAll(all: readonly (string | undefined)[]): SourceLanguage {
  const isTyped = all.some((each) => each?.startsWith("t"));
  if (!isTyped) return "jsx";
  return all.some((each) => each?.endsWith("x")) ? "tsx" : "ts";
}

function gapsBetween(parts: readonly Part[], length: number): readonly Pick<Part, "from" | "to">[] {
  const gaps: Pick<Part, "from" | "to">[] = [];
  let at = 0;
  for (const { start, end } of parts) {
    gaps.push({ from: at, to: start });
    at = end;
  }
  return [...gaps, { from: at, to: length }];
}

/** The text with blanks in place of what is not in the parts. `after` ends each. */
function kept(text: string, parts: readonly Pick<Part, "from" | "to">[], after: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of parts) {
    pieces.push(blank(text.slice(at, from)), text.slice(from, to));
    at = to;
    if (to >= text.length) continue;
    pieces.push(after);
    at += 1;
  }
  return [...pieces, blank(text.slice(at))].join("");
}

function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, " ");
}
