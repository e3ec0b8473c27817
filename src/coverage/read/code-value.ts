/** Tells which expressions are the code of an error, and what is known of the error. */
import { remembered } from "../../model/remembered.js";
import { keyName } from "../syntax/declare-names.js";
import type { Syntax } from "../syntax/parse-source.js";
import { type Binding, lookUpValue, type Scope } from "../syntax/scope.js";
import { unwrap } from "../syntax/unwrap.js";
import type { WalkedTree } from "../syntax/walked-tree.js";
import type { ScopedNode } from "./follow-value.js";
import { importedTypes } from "./imported-types.js";
import { type Imported, originOf } from "./value-origin.js";

const longestWay = 20;

/** The code of some error. */
export interface CodeValue {
  /**
   * The types that the error may have, or the functions that it came from: all of them are a catalog's where the error
   * is. Undefined: nobody says what it is.
   */
  readonly evidence: readonly Imported[] | undefined;
  /** Whether it is a code at all only where the evidence is a catalog's: `function title(code: ErrorCode)`. */
  readonly needsEvidence: boolean;
  /** Whether only its name says that it may be a code. */
  readonly isLikely?: boolean;
}

/** The code that an expression is, if it is one: `error.code`, or a name that was given it. */
export function codeValueOf(
  { node, scope }: ScopedNode,
  tree: WalkedTree,
  steps = longestWay,
  isThroughCalls = true,
): CodeValue | undefined {
  const inner = unwrap(node);
  const dressed = steps === 0 ? undefined : insideOf(inner);
  if (dressed !== undefined)
    return codeValueOf({ node: dressed, scope }, tree, steps - 1, isThroughCalls);
  if (inner.type === "MemberExpression") {
    if (keyName({ key: inner.property, computed: inner.computed }) !== "code") return undefined;
    return { evidence: evidenceOf({ node: inner.object, scope }, tree), needsEvidence: false };
  }
  if (inner.type !== "Identifier") return undefined;
  const binding = lookUpValue(inner.name, scope);
  if (binding?.kind !== "value" || steps === 0) return undefined;
  const { path, from, type } = binding;
  if (path?.at(-1) === "code") {
    const whole = from && { node: from, scope: binding.scope };
    const evidence = whole && path.length === 1 ? evidenceOf(whole, tree) : undefined;
    return { evidence, needsEvidence: false };
  }
  if (path?.length !== 0) return undefined;
  const code = codeTypes(type, binding.scope);
  if (code !== undefined) return { evidence: code, needsEvidence: true };
  if (from !== undefined)
    return codeValueOf({ node: from, scope: binding.scope }, tree, steps - 1, isThroughCalls);
  return isThroughCalls ? givenCode(binding.parameterOf, tree) : undefined;
}

/** The code that a function of the file is given as its first argument. */
function givenCode(owner: number | undefined, tree: WalkedTree): CodeValue | undefined {
  if (owner === undefined) return undefined;
  for (const { node, scope } of callsOf(tree).get(owner) ?? []) {
    const [first] = node.arguments;
    const value = first && codeValueOf({ node: first, scope }, tree, longestWay, false);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The calls of the functions of a file, by their numbers. */
const callsOf = remembered((tree: WalkedTree): ReadonlyMap<number, WalkedTree["calls"]> => {
  const calls = new Map<number, WalkedTree["calls"][number][]>();
  for (const call of tree.calls) {
    const origin = originOf({ node: call.node.callee, scope: call.scope }, tree);
    if (origin === undefined || !("owner" in origin)) continue;
    const before = calls.get(origin.owner);
    if (before === undefined) calls.set(origin.owner, [call]);
    else before.push(call);
  }
  return calls;
});

// `error.code ?? ""`, `String(error.code)`, `error.code.trim()`, and the same between backticks.
function insideOf(node: Syntax): Syntax | undefined {
  if (node.type === "LogicalExpression") return node.operator === "&&" ? node.right : node.left;
  if (node.type === "TemplateLiteral") {
    const isPlain = node.quasis.every(({ value }) => value.raw === "");
    return isPlain && node.expressions.length === 1 ? node.expressions[0] : undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  const { callee, arguments: given } = node;
  if (callee.type === "Identifier") return callee.name === "String" ? given[0] : undefined;
  const method = callee.type === "MemberExpression" ? keyName({ key: callee.property }) : undefined;
  const isDress = method !== undefined && /^(to(Lower|Upper)Case|toString|trim)$/.test(method);
  return isDress && callee.type === "MemberExpression" ? callee.object : undefined;
}

/**
 * What may be a code, by its name alone: `code` of a function that anybody may call, `body.errorCode`. What is a code is
 * none of these.
 */
export function likelyCode(node: Syntax): boolean {
  let inner = unwrap(node);
  for (let next = insideOf(inner); next !== undefined; next = insideOf(inner)) inner = unwrap(next);
  const name =
    inner.type === "Identifier"
      ? inner.name
      : inner.type === "MemberExpression"
        ? keyName({ key: inner.property, computed: inner.computed })
        : undefined;
  return name !== undefined && /(^|_|[a-z])code$/i.test(name);
}

/** What is known of an error: see {@link CodeValue}. */
export function evidenceOf(
  { node, scope }: ScopedNode,
  tree: WalkedTree,
  steps = 20,
): readonly Imported[] | undefined {
  const inner = unwrap(node);
  if (inner.type === "CallExpression") {
    const maker = originOf({ node: inner.callee, scope }, tree);
    return maker !== undefined && "module" in maker ? [maker] : undefined;
  }
  if (inner.type !== "Identifier" || steps === 0) return undefined;
  const binding: Binding | undefined = lookUpValue(inner.name, scope);
  if (binding?.kind !== "value" || binding.path?.length !== 0) return undefined;
  if (binding.type !== undefined)
    return importedTypes({ node: binding.type, scope: binding.scope });
  const { from, scope: within } = binding;
  return from && evidenceOf({ node: from, scope: within }, tree, steps - 1);
}

// `ErrorCode`, `QuotaExceeded["code"]`.
function codeTypes(type: Syntax | undefined, scope: Scope): readonly Imported[] | undefined {
  if (type === undefined) return undefined;
  const isMember = type.type === "TSIndexedAccessType";
  if (!isMember) return importedTypes({ node: type, scope });
  const { indexType, objectType } = type;
  const key = indexType.type === "TSLiteralType" ? indexType.literal : undefined;
  const isCode = key?.type === "Literal" && key.value === "code";
  return isCode ? importedTypes({ node: objectType, scope }) : undefined;
}
