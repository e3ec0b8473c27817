/** Reads the places where the code of an error is compared with texts. */
import { type CodeValue, codeValueOf, evidenceOf } from "./code-value.js";
import type { CodeGroup, CodeTexts, TextForm } from "./facts.js";
import type { Seen } from "./gathered.js";
import { followed, type Located, originOf, unwrap } from "./origin.js";
import type { Syntax, SyntaxOf } from "./parse-source.js";
import {
  joined,
  readKeys,
  readList,
  readPattern,
  readText,
  type TextReader,
} from "./read-texts.js";

/** `switch`, comparisons, lists, lookups and patterns of ts-pattern. */
export function readGroups(reader: TextReader): readonly CodeGroup[] {
  const { switches, comparisons, lookups, calls } = reader.gathered;
  return [
    ...switches.flatMap((seen) => switchGroup(seen, reader)),
    ...comparisons.flatMap((seen) => comparisonGroup(seen, reader)),
    ...lookups.flatMap((seen) => lookupGroup(seen, reader)),
    ...calls.flatMap((seen) => listGroup(seen, reader)),
    ...patternGroups(calls, reader),
  ];
}

function group(form: TextForm, value: CodeValue, texts: CodeTexts): readonly CodeGroup[] {
  // One condition among several may well be about an error of somebody else; the cases of one switch are not.
  const isOneChoice = form === "switch" || form === "pattern" || form === "lookup";
  return [{ form, ...value, ...texts, isOneChoice }];
}

function switchGroup(
  { node, scope }: Seen<SyntaxOf<"SwitchStatement">>,
  reader: TextReader,
): readonly CodeGroup[] {
  const value = codeValueOf({ node: node.discriminant, scope }, reader.gathered);
  if (value === undefined) return [];
  const tests = node.cases.flatMap(({ test }) => test ?? []);
  return group(
    "switch",
    value,
    joined(tests.map((test) => readText({ node: test, scope }, reader))),
  );
}

function comparisonGroup(
  { node, scope }: Seen<SyntaxOf<"BinaryExpression">>,
  reader: TextReader,
): readonly CodeGroup[] {
  const { left, right } = node;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const value = codeValueOf({ node: one, scope }, reader.gathered);
    if (value === undefined) continue;
    const { texts } = readText({ node: other, scope }, reader);
    if (texts.length > 0) return group("comparison", value, { texts, unread: [] });
  }
  return [];
}

// `messages[error.code]`
function lookupGroup(
  { node, scope }: Seen<SyntaxOf<"MemberExpression">>,
  reader: TextReader,
): readonly CodeGroup[] {
  const value = codeValueOf({ node: node.property, scope }, reader.gathered);
  if (value === undefined) return [];
  return group("lookup", value, readKeys({ node: node.object, scope }, reader));
}

// `["a", "b"].includes(error.code)`, `codes.has(error.code)`
function listGroup(
  { node, scope }: Seen<SyntaxOf<"CallExpression">>,
  reader: TextReader,
): readonly CodeGroup[] {
  const { callee, arguments: given } = node;
  const [first] = given;
  if (callee.type !== "MemberExpression" || first === undefined) return [];
  const method = callee.property.type === "Identifier" ? callee.property.name : "";
  if (method !== "includes" && method !== "has") return [];
  const value = codeValueOf({ node: first, scope }, reader.gathered);
  const texts = value && readList({ node: callee.object, scope }, reader);
  return value === undefined || texts === undefined ? [] : group("list", value, texts);
}

/** One group for each `match(error)` of ts-pattern: its arms are read with the first of them in hand. */
function patternGroups(
  calls: readonly Seen<SyntaxOf<"CallExpression">>[],
  reader: TextReader,
): readonly CodeGroup[] {
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
    const code = input && codeValueOf({ node: input, scope }, reader.gathered);
    const patterns = node.arguments
      .slice(0, -1)
      .filter((each) => !isFunction({ node: each, scope }));
    const read = (isCode: boolean) =>
      joined(patterns.map((node) => readPattern({ node, scope }, isCode, reader)));
    // What may be matched is a code or an error: a type alone does not tell which of them it is.
    if (code !== undefined) add(start.callee, code, read(true));
    add(start, matchedValue(input, scope, reader), read(false));
  }
  return [...chains.values()].flatMap(({ value, texts }) => group("pattern", value, joined(texts)));
}

function matchedValue(
  input: Syntax | undefined,
  scope: Located["scope"],
  { gathered }: TextReader,
): CodeValue {
  const evidence = input && evidenceOf({ node: input, scope }, gathered);
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
  scope: Located["scope"],
  { gathered }: TextReader,
): boolean {
  const origin = originOf({ node: callee, scope }, gathered);
  if (origin === undefined || "owner" in origin) return false;
  return origin.module === "ts-pattern" && origin.path.join(".") === name;
}

function isFunction(located: Located): boolean {
  const { node } = followed(located);
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}
