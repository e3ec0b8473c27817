/** Parses what was emitted, so that nobody writes what is broken. The only file of the room that knows the parser. */
import { load, YAMLException } from "js-yaml";
import type { Catalog, Entry } from "../model/catalog.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { Proofs } from "../wire/proofs.js";
import { entryNear } from "./entry-near.js";

/** A file that does not parse. */
export interface BrokenFile {
  readonly path: string;
  /** From 1, as columns are. */
  readonly line: number;
  readonly column: number;
  /** What the parser says. */
  readonly message: string;
  /** Whose text stands at the place; undefined where no entry is near. */
  readonly entry: Entry | undefined;
}

/** Why a text does not parse, and where. */
interface Problem {
  readonly message: string;
  readonly start: number;
}

type Parser = (text: string, proofs: Proofs | undefined) => Promise<Problem | undefined>;

/**
 * The files that do not parse as what their names say they are. TypeScript, JavaScript, JSON and YAML are looked at.
 *
 * @param proofs of texts that parse; those are not parsed again.
 */
export async function brokenFiles(
  files: readonly GeneratedFile[],
  catalog: Catalog,
  proofs?: Proofs,
): Promise<readonly BrokenFile[]> {
  const broken: BrokenFile[] = [];
  for (const file of files) {
    const { path } = file;
    const parse = parserOf(path);
    if (parse === undefined) continue;
    const { text } = file;
    const problem = await parse(text, proofs);
    if (problem === undefined) continue;
    const { message, start } = problem;
    const before = text.slice(0, start).split("\n");
    broken.push({
      path,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message,
      entry: entryNear(text, start, catalog),
    });
  }
  return broken;
}

function parserOf(path: string): Parser | undefined {
  if (/\.(json|map)$/.test(path)) return parseJson;
  if (/\.ya?ml$/.test(path)) return parseYaml;
  if (/\.d\.[cm]?ts$/.test(path)) return (text, proofs) => parseCode(text, "dts", proofs);
  if (/\.[cm]?ts$/.test(path)) return (text, proofs) => parseCode(text, "ts", proofs);
  return /\.[cm]?js$/.test(path) ? (text, proofs) => parseCode(text, "js", proofs) : undefined;
}

const partLength = 500_000;

async function parseCode(
  text: string,
  lang: "js" | "ts" | "dts",
  proofs?: Proofs,
): Promise<Problem | undefined> {
  // Native code: loaded where something is written, so that no other command waits for it.
  const { parseSync } = await import("oxc-parser");
  const parse = (part: string) => {
    const name = proofs?.digest(`parses as ${lang}\n${part}`);
    if (name !== undefined && proofs?.has(name)) return undefined;
    const { errors } = parseSync("module", part, { lang, sourceType: "module" });
    const error = errors.find(({ severity }) => String(severity) === "Error");
    if (name !== undefined && error === undefined) proofs?.keep(name);
    return error;
  };
  const firstProblem = (code: string, length: number): Problem | undefined => {
    for (const { start, part } of partsOf(code, length)) {
      const error = parse(part);
      if (error === undefined) continue;
      // What is left open is noticed far behind its place, but not behind its own declaration.
      const inner = length > 0 ? firstProblem(part, 0) : undefined;
      const at = inner ?? { message: error.message, start: error.labels[0]?.start ?? 0 };
      return { ...at, start: start + at.start };
    }
    return undefined;
  };
  return firstProblem(text, partLength);
}

// In parts, for a tree takes many times the memory of its text, and a part that was parsed once need not be parsed again. No declaration of ours has an empty line in it.
function* partsOf(
  text: string,
  length: number,
): Iterable<{ readonly start: number; readonly part: string }> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n\n", start + Math.max(1, length));
    const end = found === -1 ? text.length : found;
    yield { start, part: text.slice(start, end) };
    start = end;
  }
}

async function parseJson(text: string): Promise<Problem | undefined> {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    // Not every message of JSON.parse says where.
    const problem = await parseCode(`(${text})`, "js");
    return {
      message: (error as SyntaxError).message,
      start: Math.max(0, (problem?.start ?? 0) - 1),
    };
  }
}

async function parseYaml(text: string): Promise<Problem | undefined> {
  try {
    load(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { message: error.reason, start: error.mark?.position ?? 0 };
  }
}
