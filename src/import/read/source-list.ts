/** Values that are written out in a source → the tree of a list. */
import type { Syntax, SyntaxOf } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";
import type { Located, SourceFile, Span } from "../../model/source.js";
import { statusByName } from "../make/guess-status.js";
import { type KnownValue, knownValue, nameOfKey, pathOf } from "./known-value.js";
import type { ListMember, ListNode, ListText } from "./list-tree.js";
import { isNothing } from "./note-unwritten.js";
import { typesOf } from "./parameters.js";

/** What is known of a source: its text, and the values of members that other values name, as `ErrorCode.Gone`. */
export interface SourceContext {
  readonly file: SourceFile;
  /** `PREFIX`, `ErrorCode.Gone` → its value. */
  readonly values: ReadonlyMap<string, KnownValue>;
  /** Is told what is not written out, so that it is not read. */
  readonly unread?: (at: Span) => void;
  /** Is told what is defined elsewhere, and was taken to be as it is called. */
  readonly guessed?: (at: Span, value: string) => void;
  /** The names that the file declares at its top. */
  readonly declared?: ReadonlySet<string>;
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
      const items = node.elements.flatMap((item) => {
        if (item === null) return [];
        const read = item.type === "SpreadElement" ? undefined : sourceList(item, context);
        if (read === undefined) noteUnread(item, context);
        return read ?? [];
      });
      return { kind: "list", items, at };
    }
    case "NewExpression":
      return mapOf(node, context);
    case "CallExpression": {
      // `Object.freeze({ … })`, and what else stands around a value.
      const [first] = node.arguments;
      const isFrozen =
        node.callee.type === "MemberExpression" && nameOfKey(node.callee.property) === "freeze";
      return isFrozen && first !== undefined ? sourceList(first as Syntax, context) : undefined;
    }
    default:
      return sourceText(node, context);
  }
}

/** `new Map([["gone", "It is gone."]])`. */
function mapOf(
  { callee, arguments: [first] }: SyntaxOf<"NewExpression">,
  context: SourceContext,
): ListNode | undefined {
  const pairs = first === undefined ? undefined : unwrap(first as Syntax);
  if (callee.type !== "Identifier" || callee.name !== "Map" || pairs?.type !== "ArrayExpression")
    return undefined;
  const members = pairs.elements.flatMap((each): readonly ListMember[] => {
    const pair = each === null ? undefined : unwrap(each as Syntax);
    const [key, content] = pair?.type === "ArrayExpression" ? pair.elements : [];
    const name = key ? sourceText(key as Syntax, context) : undefined;
    const value = content ? sourceList(content as Syntax, context) : undefined;
    if (name !== undefined && value !== undefined)
      return [{ name: name.value, at: name.at, value }];
    if (each !== null) noteUnread(each as Syntax, context);
    return [];
  });
  return { kind: "map", members, at: spanOf(pairs, context) };
}

function memberOf(
  property: SyntaxOf<"ObjectExpression">["properties"][number],
  context: SourceContext,
): readonly ListMember[] {
  const isProperty = property.type === "Property";
  const name = isProperty ? keyOf(property.key, property.computed, context) : undefined;
  const value = isProperty ? sourceList(property.value as Syntax, context) : undefined;
  if (!isProperty || name === undefined || value === undefined) {
    noteUnread(property, context);
    return [];
  }
  const comment = commentBefore(context.file, property.start - (context.offset ?? 0));
  return [{ name, at: spanOf(property.key, context), value, ...(comment && { comment }) }];
}

// What the file itself declares is read where it stands, and nothing is lost of what is not there.
function noteUnread(node: Syntax, context: SourceContext): void {
  const value = node.type === "Property" ? (node.value as Syntax) : node;
  const isOwn =
    node.type === "SpreadElement" &&
    node.argument.type === "Identifier" &&
    context.declared?.has(node.argument.name) === true;
  if (!isNothing(value) && !isOwn) context.unread?.(spanOf(node, context));
}

/** The name of a member: `gone`, `"gone"`, `[ErrorCode.Gone]`. */
function keyOf(key: Syntax, computed: boolean, context: SourceContext): string | undefined {
  if (!computed) return nameOfKey(key);
  const text = sourceText(key, context);
  return text?.value;
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
  const known = knownValue(node, context.values);
  if (known !== undefined) return text(known.value, known.isNumber);
  if (node.type === "TemplateLiteral") return text(templateText(node, context));
  if (node.type === "BinaryExpression" && node.operator === "+") return sumText(node, context);
  if (node.type === "MemberExpression") {
    const value = valueElsewhere(node, context);
    return value === undefined ? undefined : text(value, /^-?\d+$/.test(value));
  }
  if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression") {
    const returned = returnedBy(node);
    const value = returned && sourceText(returned, context);
    return value && { ...value, types: typesOf(node.params as readonly Syntax[]) };
  }
  return undefined;
}

/** What is defined elsewhere is called after what it is: `StatusCodes.NOT_FOUND`, `ErrorCode.Gone`. */
function valueElsewhere(
  node: SyntaxOf<"MemberExpression">,
  context: SourceContext,
): string | undefined {
  const name = nameOfKey(node.property as Syntax);
  const status = name === undefined ? undefined : statusByName(name);
  if (status !== undefined) return status.toString();
  const path = pathOf(node);
  if (name === undefined || path === undefined || !/^[A-Z]/.test(path)) return undefined;
  context.guessed?.(spanOf(node, context), name);
  return name;
}

function sumText(
  { left, right }: SyntaxOf<"BinaryExpression">,
  context: SourceContext,
): ListText | undefined {
  const partOf = (side: Syntax) => {
    const inner = unwrap(side);
    const isValue = inner.type === "MemberExpression";
    const text = isValue ? knownValue(inner, context.values) : sourceText(inner, context);
    return text?.value ?? `{{{${valueName(inner)}}}}`;
  };
  const node = { start: left.start, end: right.end };
  const value = partOf(left as Syntax) + partOf(right as Syntax);
  return { kind: "text", value, isNumber: false, at: spanOf(node, context) };
}

// Between three braces a value stays apart from a dollar before it.
function templateText(
  { quasis, expressions }: SyntaxOf<"TemplateLiteral">,
  { values }: SourceContext,
): string {
  return quasis
    .map(({ value: { cooked, raw } }, index) => {
      const expression = expressions[index];
      const known = expression === undefined ? { value: "" } : knownValue(expression, values);
      const after = known?.value ?? `{{{${valueName(unwrap(expression as Syntax))}}}}`;
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

function returnedBy({
  body,
}: SyntaxOf<"ArrowFunctionExpression"> | SyntaxOf<"FunctionExpression">): Syntax | undefined {
  if (body === null) return undefined;
  if (body.type !== "BlockStatement") return body as Syntax;
  const last = body.body.at(-1);
  return last?.type === "ReturnStatement" ? (last.argument ?? undefined) : undefined;
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
