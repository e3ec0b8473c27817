/** Values that are written out in a source → the tree of a list. */
import type { Syntax, SyntaxOf } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";
import type { Located, SourceFile, Span } from "../../model/source.js";
import { statusByName } from "../make/guess-status.js";
import type { ListMember, ListNode, ListText } from "./list-tree.js";

/** What is known of a source: its text, and the values of members that other values name, as `ErrorCode.Gone`. */
export interface SourceContext {
  readonly file: SourceFile;
  /** `ErrorCode.Gone` → its value. */
  readonly values: ReadonlyMap<string, string>;
  /** How many units the source that was parsed has before the text of the file. */
  readonly offset?: number;
}

/** The value of an expression, as far as it is written out. */
export function sourceList(expression: Syntax, context: SourceContext): ListNode | undefined {
  const node = unwrap(expression);
  const at = spanOf(node, context);
  switch (node.type) {
    case "ObjectExpression":
      return {
        kind: "map",
        members: node.properties.flatMap((each) => memberOf(each, context)),
        at,
      };
    case "ArrayExpression": {
      const items = node.elements.flatMap((item) =>
        item === null || item.type === "SpreadElement" ? [] : (sourceList(item, context) ?? []),
      );
      return { kind: "list", items, at };
    }
    case "CallExpression": {
      // `Object.freeze({ … })`, `new Map` and what else stands around a value.
      const [first] = node.arguments;
      const isFrozen =
        node.callee.type === "MemberExpression" && nameOfKey(node.callee.property) === "freeze";
      return isFrozen && first !== undefined ? sourceList(first as Syntax, context) : undefined;
    }
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return sourceText(node, context);
    default:
      return sourceText(node, context);
  }
}

function memberOf(
  property: SyntaxOf<"ObjectExpression">["properties"][number],
  context: SourceContext,
): readonly ListMember[] {
  if (property.type !== "Property") return [];
  const name = keyOf(property.key, property.computed, context);
  const value = sourceList(property.value as Syntax, context);
  if (name === undefined || value === undefined) return [];
  const comment = commentBefore(context.file, property.start - (context.offset ?? 0));
  return [{ name, at: spanOf(property.key, context), value, ...(comment && { comment }) }];
}

/** The name of a member: `gone`, `"gone"`, `[ErrorCode.Gone]`. */
function keyOf(key: Syntax, computed: boolean, context: SourceContext): string | undefined {
  if (!computed) return nameOfKey(key);
  const text = sourceText(key, context);
  return text?.value;
}

/** A name that is written out. */
export function nameOfKey(key: Syntax): string | undefined {
  if (key.type === "Identifier" || key.type === "PrivateIdentifier") return key.name;
  if (key.type !== "Literal") return undefined;
  return typeof key.value === "string" ? key.value : (key.raw ?? undefined);
}

/** The text of an expression: a literal, a template, a member whose value is known, or a function that gives a text. */
export function sourceText(expression: Syntax, context: SourceContext): ListText | undefined {
  const node = unwrap(expression);
  const at = spanOf(node, context);
  const text = (value: string, isNumber = false): ListText => ({
    kind: "text",
    value,
    isNumber,
    at,
  });
  if (node.type === "Literal") {
    if (node.value === null || node.value instanceof RegExp) return undefined;
    return typeof node.value === "string"
      ? text(node.value)
      : text(String(node.value), typeof node.value === "number");
  }
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = sourceText(node.argument, context);
    return value?.isNumber ? text(`-${value.value}`, true) : undefined;
  }
  if (node.type === "TemplateLiteral") return text(templateText(node));
  if (node.type === "BinaryExpression" && node.operator === "+") return sumText(node, context);
  if (node.type === "MemberExpression") {
    const path = pathOf(node);
    const name = nameOfKey(node.property as Syntax);
    // What is defined elsewhere is called after what it is: `StatusCodes.NOT_FOUND`.
    const status = name === undefined ? undefined : statusByName(name);
    const known = path === undefined ? undefined : context.values.get(path);
    const value = known ?? status?.toString() ?? name;
    return value === undefined ? undefined : text(value, /^-?\d+$/.test(value));
  }
  if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression") {
    const returned = returnedBy(node);
    const value = returned && sourceText(returned, context);
    return value && { ...value, types: typesOf(node.params as readonly Syntax[]) };
  }
  return undefined;
}

function sumText(
  { left, right }: SyntaxOf<"BinaryExpression">,
  context: SourceContext,
): ListText | undefined {
  const partOf = (side: Syntax) => {
    const text = sourceText(side, context);
    return text?.value ?? `{{{${valueName(unwrap(side))}}}}`;
  };
  const node = { start: left.start, end: right.end };
  const value = partOf(left as Syntax) + partOf(right as Syntax);
  return { kind: "text", value, isNumber: false, at: spanOf(node, context) };
}

// Between three braces a value stays apart from a dollar before it.
function templateText({ quasis, expressions }: SyntaxOf<"TemplateLiteral">): string {
  return quasis
    .map(({ value: { cooked, raw } }, index) => {
      const expression = expressions[index];
      const after = expression === undefined ? "" : `{{{${valueName(unwrap(expression))}}}}`;
      return `${cooked ?? raw}${after}`;
    })
    .join("");
}

/** What the value of an expression is called: `id`, `user.id`, `String(id)`. */
function valueName(node: Syntax): string {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression") {
    const name = nameOfKey(node.property as Syntax) ?? "value";
    const owner = unwrap(node.object as Syntax);
    const isData =
      owner.type === "Identifier" &&
      !/^(params?|args?|options?|opts|data|ctx|this)$/.test(owner.name);
    return isData && /^\w+$/.test(name)
      ? `${(owner as SyntaxOf<"Identifier">).name}_${name}`
      : name.replace(/\W/g, "_");
  }
  if (node.type === "CallExpression" && node.arguments[0] !== undefined)
    return valueName(unwrap(node.arguments[0] as Syntax));
  return "value";
}

/** `a.b` of a member. */
function pathOf({ object, property, computed }: SyntaxOf<"MemberExpression">): string | undefined {
  const name = nameOfKey(property as Syntax);
  return object.type === "Identifier" &&
    name !== undefined &&
    (!computed || property.type === "Literal")
    ? `${object.name}.${name}`
    : undefined;
}

function returnedBy({
  body,
}: SyntaxOf<"ArrowFunctionExpression"> | SyntaxOf<"FunctionExpression">): Syntax | undefined {
  if (body === null) return undefined;
  if (body.type !== "BlockStatement") return body as Syntax;
  const last = body.body.at(-1);
  return last?.type === "ReturnStatement" ? (last.argument ?? undefined) : undefined;
}

const typeOfKeyword: ReadonlyMap<string, string> = new Map([
  ["TSNumberKeyword", "number"],
  ["TSStringKeyword", "string"],
  ["TSBooleanKeyword", "boolean"],
  ["TSBigIntKeyword", "string"],
]);

/** Name → type of parameters, also of those that are taken out of an object. */
export function typesOf(params: readonly Syntax[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const add = (name: string | undefined, annotation: unknown) => {
    const type = (annotation as { readonly typeAnnotation?: Syntax } | null | undefined)
      ?.typeAnnotation;
    if (type === undefined) return;
    const keyword = typeOfKeyword.get(type.type);
    if (name !== undefined && keyword !== undefined) types.set(name, keyword);
    if (type.type !== "TSTypeLiteral") return;
    for (const member of type.members)
      if (member.type === "TSPropertySignature")
        add(nameOfKey(member.key as Syntax), member.typeAnnotation);
  };
  for (const param of params) {
    const inner = param.type === "TSParameterProperty" ? (param.parameter as Syntax) : param;
    const target = inner.type === "AssignmentPattern" ? (inner.left as Syntax) : inner;
    const name = target.type === "Identifier" ? target.name : undefined;
    add(name, (target as { readonly typeAnnotation?: unknown }).typeAnnotation);
  }
  return types;
}

/** The documentation that stands right before a place. */
export function commentBefore(file: SourceFile, start: number): Located<string> | undefined {
  const { text } = file;
  let end = start;
  while (/\s/.test(text.charAt(end - 1))) end -= 1;
  if (text.slice(end - 2, end) !== "*/") return undefined;
  // Nobody writes longer ones, and looking further from each place would take the square of the file.
  const from =
    text.slice(Math.max(0, end - 4000), end).lastIndexOf("/**") + Math.max(0, end - 4000);
  if (!text.startsWith("/**", from) || text.slice(from, end - 2).includes("*/")) return undefined;
  const value = text
    .slice(from + 3, end - 2)
    .replace(/^[ \t]*\*[ \t]?/gm, "")
    .split(/(?:^|\s)@[a-z]/im, 1)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  return value === "" ? undefined : { value, at: { file, start: from, end } };
}

/** Where a node stands in the file. */
export function spanOf(
  { start, end }: Pick<Span, "start" | "end">,
  { file, offset = 0 }: SourceContext,
): Span {
  return { file, start: start - offset, end: end - offset };
}
