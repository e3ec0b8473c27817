/** Reads the places where the code of an error is compared with texts. */

import { keyName } from "../syntax/declare-names.js";
import type { Syntax, SyntaxOf } from "../syntax/parse-source.js";
import { unwrap } from "../syntax/unwrap.js";
import type { Seen } from "../syntax/walked-tree.js";
import { type CodeValue, codeValueOf, evidenceOf, likelyCode } from "./code-value.js";
import { followed, type ScopedNode } from "./follow-value.js";
import { readItems, readMap } from "./read-collections.js";
import {
  joined,
  readKeys,
  readList,
  readPattern,
  readText,
  type TextReader,
} from "./read-texts.js";
import type { CodeComparison, CodeTexts, TextForm } from "./source-facts.js";
import { originOf } from "./value-origin.js";

/** `switch`, comparisons, lists, lookups and patterns of ts-pattern. */
export function readComparisons(reader: TextReader): readonly CodeComparison[] {
  const { switches, comparisons, lookups, calls } = reader.tree;
  return [
    ...switches.flatMap((seen) => readSwitch(seen, reader)),
    ...comparisons.flatMap((seen) => readEquality(seen, reader)),
    ...lookups.flatMap((seen) => readLookup(seen, reader)),
    ...calls.flatMap((seen) => readListSearch(seen, reader)),
    ...readPatternChains(calls, reader),
  ];
}

function comparison(form: TextForm, value: CodeValue, texts: CodeTexts): readonly CodeComparison[] {
  // One condition among several may well be about an error of somebody else; the cases of one switch are not.
  const isOneChoice = form === "switch" || form === "pattern" || form === "lookup";
  return [{ form, ...value, ...texts, isOneChoice }];
}

/** The code that an expression is, or may be by its name. */
function comparedValue(located: ScopedNode, { tree }: TextReader): CodeValue | undefined {
  const value = codeValueOf(located, tree);
  if (value !== undefined || !likelyCode(located.node)) return value;
  return { evidence: undefined, needsEvidence: false, isLikely: true };
}

function readSwitch(
  { node, scope }: Seen<SyntaxOf<"SwitchStatement">>,
  reader: TextReader,
): readonly CodeComparison[] {
  const value = comparedValue({ node: node.discriminant, scope }, reader);
  if (value === undefined) return [];
  const tests = node.cases.flatMap(({ test }) => test ?? []);
  return comparison(
    "switch",
    value,
    joined(tests.map((test) => readText({ node: test, scope }, reader))),
  );
}

function readEquality(
  { node, scope }: Seen<SyntaxOf<"BinaryExpression">>,
  reader: TextReader,
): readonly CodeComparison[] {
  const { left, right } = node;
  if (node.operator === "in") {
    const value = codeValueOf({ node: left, scope }, reader.tree);
    return value ? comparison("lookup", value, readKeys({ node: right, scope }, reader)) : [];
  }
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const value = comparedValue({ node: one, scope }, reader);
    if (value === undefined) continue;
    const { texts } = readText({ node: other, scope }, reader);
    if (texts.length > 0) return comparison("comparison", value, { texts, unread: [] });
    const listed = value.isLikely ? undefined : readItems({ node: other, scope }, reader);
    if (listed !== undefined) return comparison("list", value, listed);
    // A constant of another module.
    const origin = value.isLikely ? undefined : originOf({ node: other, scope }, reader.tree);
    if (origin !== undefined && "module" in origin)
      return comparison("comparison", value, elsewhere(other, reader));
  }
  return [];
}

// `messages[error.code]`
function readLookup(
  { node, scope }: Seen<SyntaxOf<"MemberExpression">>,
  reader: TextReader,
): readonly CodeComparison[] {
  const value = comparedValue({ node: node.property, scope }, reader);
  if (value === undefined) return [];
  const keys = readKeys({ node: node.object, scope }, reader);
  return value.isLikely && keys.texts.length === 0 ? [] : comparison("lookup", value, keys);
}

const textTests = /^(startsWith|endsWith|match|matchAll|search|test|exec)$/;
const searches = /^(includes|has|get|indexOf|lastIndexOf)$/;

// `["a", "b"].includes(error.code)`, `codes.has(error.code)`, `texts.get(error.code)`, `Object.hasOwn(texts, error.code)`
function readListSearch(
  { node, scope }: Seen<SyntaxOf<"CallExpression">>,
  reader: TextReader,
): readonly CodeComparison[] {
  const { callee, arguments: given } = node;
  const [first, second] = given;
  if (callee.type !== "MemberExpression" || first === undefined) return [];
  const method = keyName({ key: callee.property, computed: callee.computed }) ?? "";
  if (method === "hasOwn" && second !== undefined) {
    const value = comparedValue({ node: second, scope }, reader);
    return value ? comparison("lookup", value, readKeys({ node: first, scope }, reader)) : [];
  }
  const isOwn = method === "hasOwnProperty";
  if (textTests.test(method)) {
    const value =
      codeValueOf({ node: callee.object, scope }, reader.tree) ??
      codeValueOf({ node: first, scope }, reader.tree);
    const isText = value !== undefined && !searches.test(method);
    if (isText) return comparison("comparison", value, elsewhere(node, reader, "computed"));
  }
  if (!isOwn && !searches.test(method)) return [];
  const value = comparedValue({ node: first, scope }, reader);
  if (value === undefined) return [];
  const whole = { node: callee.object, scope };
  if (isOwn) return comparison("lookup", value, readKeys(whole, reader));
  const texts = readList(whole, reader) ?? readMap(whole, reader);
  if (texts !== undefined) return comparison("list", value, texts);
  // What is filled later on, or stands in another file.
  return comparison("list", value, elsewhere(node, reader));
}

function elsewhere(
  node: Syntax,
  { unreadAt }: TextReader,
  what: "elsewhere" | "computed" = "elsewhere",
): CodeTexts {
  return { texts: [], unread: [unreadAt(what, node)] };
}

/** One comparison for each `match(error)` of ts-pattern: its arms are read with the first of them in hand. */
function readPatternChains(
  calls: readonly Seen<SyntaxOf<"CallExpression">>[],
  reader: TextReader,
): readonly CodeComparison[] {
  const chains = new Map<Syntax, { readonly value: CodeValue; readonly texts: CodeTexts[] }>();
  const add = (start: Syntax, value: CodeValue, texts: CodeTexts): void => {
    const chain = chains.get(start) ?? { value, texts: [] };
    chain.texts.push(texts);
    chains.set(start, chain);
  };
  const starts = new Map<Syntax, SyntaxOf<"CallExpression">>();
  for (const { node, scope } of calls) {
    if (isPatternFunction(node, "isMatching", scope, reader)) {
      const [pattern, input] = node.arguments;
      if (pattern === undefined) continue;
      const read = readPattern({ node: pattern, scope }, false, reader);
      add(node, matchedValue(input, scope, reader), read);
      continue;
    }
    const start = chainStart(node, starts);
    if (start === undefined || !isPatternFunction(start, "match", scope, reader)) continue;
    const [input] = start.arguments;
    const code = input && codeValueOf({ node: input, scope }, reader.tree);
    const patterns = node.arguments
      .slice(0, -1)
      .filter((each) => !isFunction({ node: each, scope }));
    const read = (isCode: boolean) =>
      joined(patterns.map((node) => readPattern({ node, scope }, isCode, reader)));
    // What may be matched is a code or an error: a type alone does not tell which of them it is.
    if (code !== undefined) add(start.callee, code, read(true));
    add(start, matchedValue(input, scope, reader), read(false));
  }
  return [...chains.values()].flatMap(({ value, texts }) =>
    comparison("pattern", value, joined(texts)),
  );
}

function matchedValue(
  input: Syntax | undefined,
  scope: ScopedNode["scope"],
  { tree }: TextReader,
): CodeValue {
  const evidence = input && evidenceOf({ node: input, scope }, tree);
  return { evidence, needsEvidence: false };
}

// The `match(…)` at the start of the chain that a `.with(…)` ends. Of a chain of thousands each is walked through once.
function chainStart(
  node: SyntaxOf<"CallExpression">,
  starts: Map<Syntax, SyntaxOf<"CallExpression">>,
): SyntaxOf<"CallExpression"> | undefined {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return undefined;
  if (callee.property.name !== "with") return undefined;
  let at: Syntax = unwrap(callee.object);
  const way: Syntax[] = [];
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression" && !starts.has(at)) {
    const before: Syntax = unwrap(at.callee.object);
    if (before.type !== "CallExpression") break;
    way.push(at);
    at = before;
  }
  const start = starts.get(at) ?? at;
  if (start.type !== "CallExpression") return undefined;
  for (const each of way) starts.set(each, start);
  return start;
}

function isPatternFunction(
  { callee }: SyntaxOf<"CallExpression">,
  name: string,
  scope: ScopedNode["scope"],
  { tree }: TextReader,
): boolean {
  const origin = originOf({ node: callee, scope }, tree);
  if (origin === undefined || !("module" in origin)) return false;
  return origin.module === "ts-pattern" && origin.path.join(".") === name;
}

function isFunction(located: ScopedNode): boolean {
  const { node } = followed(located);
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}
