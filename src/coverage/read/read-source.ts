/** Reads one file: text → what it says about errors. */
import { placeFinder } from "../../model/source.js";
import type { SourcePlace } from "../source-place.js";
import { parseSource, type Syntax, type SyntaxOf } from "../syntax/parse-source.js";
import { scriptBlocks } from "../syntax/script-blocks.js";
import { walkTree } from "../syntax/walk-tree.js";
import type { Seen, WalkedTree } from "../syntax/walked-tree.js";
import { boundFunctions } from "./bound-functions.js";
import { readBoundElsewhere, readErrorHandlers } from "./error-handlers.js";
import { tableTypes, typesIn } from "./imported-types.js";
import { readComparisons } from "./read-comparisons.js";
import { readExports } from "./read-exports.js";
import { readImports } from "./read-imports.js";
import { noMarkup, readMarkup } from "./read-markup.js";
import { noTexts, readArguments, readKeys, type TextReader } from "./read-texts.js";
import type { CallFact, ReadingOptions, SourceFacts } from "./source-facts.js";
import { type Imported, originOf } from "./value-origin.js";

/** What the file says. Never throws: what cannot be parsed has a problem. */
export function readSource(options: ReadingOptions): SourceFacts {
  const { file, isTest } = options;
  const blocks = scriptBlocks(file.path, file.text);
  if (blocks?.problem !== undefined) return unread(options, blocks.problem);
  const { program, problem } = parseSource(file.path, blocks?.code ?? file.text, blocks?.language);
  if (program === undefined) return unread(options, problem);
  try {
    return factsOf(walkTree(program, isTest), options, blocks?.markup);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unread(options, { message: "it is nested too deeply", start: 0 });
  }
}

function unread(
  { file, isTest }: ReadingOptions,
  problem: { readonly message: string; readonly start: number } | undefined,
): SourceFacts {
  const { message = "it cannot be parsed", start = 0 } = problem ?? {};
  const place = { path: file.path, ...placeFinder()({ file, start, end: start }) };
  return {
    ...{ path: file.path, isTest, problem: { message, place } },
    ...{ exports: new Map(), stars: [], functions: [], calls: [], comparisons: [], tables: [] },
    ...{ values: [], imports: [], named: [], matched: [], computedImports: [] },
    ...{ markup: noMarkup, errorHandlers: [], boundElsewhere: [] },
  };
}

function factsOf(tree: WalkedTree, options: ReadingOptions, markup?: string): SourceFacts {
  const { file, isTest, isKnown } = options;
  const placeOf = placeFinder();
  const placeAt = (start: number): SourcePlace => ({
    path: file.path,
    ...placeOf({ file, start, end: start }),
  });
  const reader: TextReader = {
    tree,
    texts: new Map(),
    textAt: (text, { start, end }) => ({
      text,
      place: placeAt(start),
      span: isKnown(text) ? undefined : { file, start, end },
    }),
    unreadAt: (what, { start }) => ({ what, place: placeAt(start) }),
  };
  return {
    path: file.path,
    isTest,
    problem: undefined,
    ...readExports(tree),
    functions: tree.functions.map(({ name, owner, start, types, scope }, number) => ({
      ...{ name, owner, place: placeAt(start) },
      boundTo: boundFunctions(tree).get(number) ?? [],
      types: types.map((node) => typesIn({ node, scope })),
    })),
    calls: tree.calls.flatMap((call) => callFact(call, reader, placeAt, options)),
    comparisons: readComparisons(reader),
    tables: tree.typed.flatMap(({ node: { value, type }, scope }) => {
      const types = tableTypes({ node: type, scope });
      const isTable = types.some(({ name }) => options.mayLead(name.module));
      return isTable ? [{ types, keys: readKeys({ node: value, scope }, reader) }] : [];
    }),
    values: tree.values.flatMap(({ node, scope }) => {
      const origin = originOf({ node, scope }, tree);
      const used = origin && "operations" in origin ? origin : leading(origin, options);
      return used === undefined ? [] : [{ origin: used, place: placeAt(node.start) }];
    }),
    imports: readImports(tree, placeAt),
    named: tree.texts
      .filter(({ text }) => isKnown(text))
      .map(({ text, start }) => ({ code: text, place: placeAt(start) })),
    matched: tree.calls.flatMap(({ node, scope }) => {
      return readArguments(codeArguments(node), { scope }, reader).texts;
    }),
    computedImports: tree.computedImports.map(({ start }) => placeAt(start)),
    markup: markup === undefined ? noMarkup : readMarkup(markup, tree, placeAt, options),
    errorHandlers: readErrorHandlers(tree),
    boundElsewhere: readBoundElsewhere(tree).flatMap(({ operation, make, start }) =>
      options.mayLead(make.module) ? [{ operation, make, place: placeAt(start) }] : [],
    ),
  };
}

function leading(
  origin: ReturnType<typeof originOf>,
  { mayLead }: ReadingOptions,
): Imported | undefined {
  if (origin === undefined || !("module" in origin)) return undefined;
  return mayLead(origin.module) ? origin : undefined;
}

function callFact(
  { node, scope, owner, guarded }: Seen<SyntaxOf<"CallExpression">>,
  reader: TextReader,
  placeAt: (start: number) => SourcePlace,
  options: ReadingOptions,
): readonly CallFact[] {
  const { tree } = reader;
  const callee = originOf({ node: node.callee, scope }, tree);
  const given = node.arguments.flatMap((each) =>
    each.type === "MemberExpression" || each.type === "Identifier"
      ? (leading(originOf({ node: each, scope }, tree), options) ?? [])
      : [],
  );
  const isOurs = callee !== undefined && (!("module" in callee) || options.mayLead(callee.module));
  if (!isOurs && given.length === 0) return [];
  const [, second] = node.arguments;
  const takesTexts = isOurs && "module" in callee && second !== undefined;
  return [
    {
      callee: isOurs ? callee : { owner: -1 },
      ...{ place: placeAt(node.start), owner, guarded, given },
      span: { file: options.file, start: node.start, end: node.callee.end },
      texts: takesTexts ? readArguments(node.arguments.slice(1), { scope }, reader) : noTexts,
      keys: takesTexts ? readKeys({ node: second, scope }, reader) : noTexts,
      functions: node.arguments.flatMap((each) => functionOf(each, scope, tree)),
    },
  ];
}

function functionOf(
  node: Syntax,
  scope: Seen<unknown>["scope"],
  tree: WalkedTree,
): readonly number[] {
  const origin = originOf({ node, scope }, tree);
  return origin !== undefined && "owner" in origin ? [origin.owner] : [];
}

// `expect(error).toBeErrorCode("not_found")`, `assertErrorCode(error, "not_found")`
function codeArguments({
  callee,
  arguments: given,
}: SyntaxOf<"CallExpression">): SyntaxOf<"CallExpression">["arguments"] {
  const isMember = callee.type === "MemberExpression" && !callee.computed;
  const named = isMember ? callee.property : callee;
  const name = named.type === "Identifier" ? named.name : "";
  if (isMember && /^to(Be|Throw)ErrorCode$/.test(name)) return given.slice(0, 1);
  return /^assert(Throws|Rejects)?ErrorCode$/.test(name) ? given.slice(1, 2) : [];
}
