/** Source text → syntax tree. The only file that knows the parser. */
import { type Node, parseSync, visitorKeys } from "oxc-parser";
import { isNestedTooDeeply } from "./nesting.js";

/** A node of a syntax tree, as ESTree and typescript-estree have it. Offsets are UTF-16 units. */
export type Syntax = Node;

/** The nodes of one type. */
export type SyntaxOf<Type extends Node["type"], From = Node> = From extends {
  readonly type: infer Own;
}
  ? Extract<Own, Type> extends never
    ? never
    : From
  : never;

/** What a source was parsed to. */
export interface ParsedSource {
  /** Absent where the file does not parse. */
  readonly program: SyntaxOf<"Program"> | undefined;
  /** Why it does not parse, and where. */
  readonly problem: { readonly message: string; readonly start: number } | undefined;
}

/** The languages that a source may be in. JSX stands for JavaScript too. */
export type SourceLanguage = "jsx" | "ts" | "tsx";

/** Parses a source. Never throws. */
export function parseSource(
  path: string,
  text: string,
  language: SourceLanguage = languageOf(path),
): ParsedSource {
  if (isNestedTooDeeply(text)) return failed("it is nested too deeply", 0);
  try {
    const { program, errors } = parseSync(path, text, {
      lang: language,
      preserveParens: false,
    });
    const error = errors.find(
      ({ severity, message }) => String(severity) === "Error" && !mayReturn.test(message),
    );
    if (error === undefined) return { program, problem: undefined };
    return failed(error.message, error.labels[0]?.start ?? 0);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), 0);
  }
}

function failed(message: string, start: number): ParsedSource {
  return { program: undefined, problem: { message, start } };
}

// Modules of CommonJS may, and so may the code at the top of a page of Astro.
const mayReturn = /^A 'return' statement can only be used within a function body/;

// Files that end in .js often hold JSX; in TypeScript `<T>value` may be a cast, so there the ending decides.
function languageOf(path: string): SourceLanguage {
  if (/\.[cm]?ts$/.test(path)) return "ts";
  return path.endsWith(".tsx") ? "tsx" : "jsx";
}

/** The members of a node that hold nodes or lists of nodes, in order. */
export function childKeys(node: Syntax): readonly string[] {
  return visitorKeys[node.type] ?? [];
}

/** The nodes directly below a node, in order. */
export function forEachChild(node: Syntax, visit: (child: Syntax) => void): void {
  const members = node as unknown as Readonly<Record<string, Syntax | readonly Syntax[] | null>>;
  for (const key of childKeys(node)) {
    const child = members[key];
    if (child === null || child === undefined) continue;
    if (!Array.isArray(child)) visit(child as Syntax);
    else for (const each of child as readonly (Syntax | null)[]) if (each !== null) visit(each);
  }
}
