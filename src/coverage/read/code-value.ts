/** Tells which expressions are the code of an error, and what is known of the error. */
import { keyName } from "../syntax/declare-names.js";
import type { Syntax } from "../syntax/parse-source.js";
import { type Binding, lookUpValue, type Scope } from "../syntax/scope.js";
import { unwrap } from "../syntax/unwrap.js";
import type { WalkedTree } from "../syntax/walked-tree.js";
import type { ScopedNode } from "./follow-value.js";
import { importedTypes } from "./imported-types.js";
import { type Imported, originOf } from "./value-origin.js";

/** The code of some error. */
export interface CodeValue {
  /**
   * The types that the error may have, or the functions that it came from: all of them are a catalog's where the error
   * is. Undefined: nobody says what it is.
   */
  readonly evidence: readonly Imported[] | undefined;
  /** Whether it is a code at all only where the evidence is a catalog's: `function title(code: ErrorCode)`. */
  readonly needsEvidence: boolean;
}

/** The code that an expression is, if it is one: `error.code`, or a name that was given it. */
export function codeValueOf(
  { node, scope }: ScopedNode,
  tree: WalkedTree,
  steps = 20,
): CodeValue | undefined {
  const inner = unwrap(node);
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
  return from && codeValueOf({ node: from, scope: binding.scope }, tree, steps - 1);
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
