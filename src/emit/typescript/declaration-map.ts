/** Declaration maps: with them "go to definition" opens the file of the catalog, not what was generated from it. */
import { encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import { compareText } from "../../model/catalog.js";
import type { GeneratedFile } from "../../model/generated-file.js";
import { placeFinder, type SourceFile, type Span } from "../../model/source.js";
import type { DeclaredPlace } from "./declared-places.js";

/** What the declarations of a module come from. */
export interface MapOptions {
  readonly places: ReadonlyMap<string, DeclaredPlace>;
  /** The path of a file of the catalog as seen from the module, with `/`. */
  readonly pathOf: (file: SourceFile) => string;
  /** The sentence that says who wrote the file. */
  readonly note: string;
}

/** The declarations with their map beside them, if there is something that it could say. */
export function withDeclarationMap(
  declarations: GeneratedFile,
  { places, pathOf, note }: MapOptions,
): readonly GeneratedFile[] {
  const names = namesIn(declarations.text, places);
  if (names.length === 0) return [declarations];
  const sources = [...new Set(names.map(({ at }) => at.file))]
    .map((file) => ({ file, path: pathOf(file) }))
    .sort((a, b) => compareText(a.path, b.path));
  const indexes = new Map(sources.map(({ file }, index) => [file, index]));
  const placeOf = placeFinder();
  const lines: SourceMapSegment[][] = declarations.text.split("\n").map(() => []);
  for (const { line, column, at } of names) {
    const { line: sourceLine, column: sourceColumn } = placeOf(at);
    // TypeScript asks for the next segment at or behind a name. What is no name of the catalog must find none.
    lines[line]?.push(
      [column - 1],
      [column, indexes.get(at.file) ?? 0, sourceLine - 1, sourceColumn - 1],
    );
  }
  const file = declarations.path.replace(/^.*\//, "");
  const map = {
    "x-generated": note,
    version: 3,
    file,
    sources: sources.map(({ path }) => path),
    names: [],
    mappings: encode(lines),
  };
  return [
    { ...declarations, text: `${declarations.text}//# sourceMappingURL=${file}.map\n` },
    { path: `${declarations.path}.map`, text: `${JSON.stringify(map, null, 2)}\n` },
  ];
}

/** A name in a text, from 0, and where in the catalog it comes from. */
interface PlacedName {
  readonly line: number;
  readonly column: number;
  readonly at: Span;
}

const key = /"(?:[^"\\]|\\.)*"|[\w$]+/.source;
const declared = /^(export (?:declare (?:const|function)|interface|type) )([\w$]+)/;
const member = new RegExp(`^( {2}readonly )(${key})\\??: `);
const parameterToken = new RegExp(`(readonly )(${key})\\??: |"(?:[^"\\\\]|\\\\.)*"|[{}]`, "g");

// Every line of declarations is ours: texts of the catalog stand in comments and between quotes.
function namesIn(text: string, places: ReadonlyMap<string, DeclaredPlace>): readonly PlacedName[] {
  const names: PlacedName[] = [];
  let owner: DeclaredPlace | undefined;
  for (const [line, written] of text.split("\n").entries()) {
    const add = (column: number, at: Span | undefined) => {
      if (at !== undefined) names.push({ line, column, at });
    };
    const [, before, name = ""] = declared.exec(written) ?? [];
    if (before !== undefined) {
      owner = places.get(name);
      add(before.length, owner?.at);
      for (const { column, key } of parametersIn(written)) add(column, owner?.members.get(key));
    } else {
      const [, indent = "", key = ""] = member.exec(written) ?? [];
      add(indent.length, owner?.members.get(named(key)));
    }
  }
  return names;
}

/** The members of an object in a line, not those of objects in it. */
function parametersIn(line: string): readonly { readonly column: number; readonly key: string }[] {
  const found: { readonly column: number; readonly key: string }[] = [];
  let depth = 0;
  for (const { 0: token, 1: before = "", 2: key, index } of line.matchAll(parameterToken)) {
    if (token === "{") depth++;
    else if (token === "}") depth--;
    else if (key !== undefined && depth === 1)
      found.push({ column: index + before.length, key: named(key) });
  }
  return found;
}

function named(key: string): string {
  return key.startsWith('"') ? JSON.parse(key) : key;
}
