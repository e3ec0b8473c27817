/** Classes of errors → what they say of codes: their members, and what they hand to the class above them. */
import type { Syntax } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";
import { snakeCase } from "../../model/code-form.js";
import type { Located } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ListKey } from "../listed-code.js";
import { statusByName } from "../make/guess-status.js";
import { keysOfNames } from "./key-of-name.js";
import { nameOfKey } from "./known-value.js";
import { isNothing, noteUnwritten } from "./note-unwritten.js";
import {
  type Class,
  constructorOf,
  defaultsOf,
  namesIn,
  paramNames,
  typesOf,
} from "./parameters.js";
import {
  commentBefore,
  type SourceContext,
  sourceList,
  sourceText,
  spanOf,
} from "./source-list.js";

/** What a class says, and which class is above it. */
interface ReadClass {
  readonly name: string;
  readonly node: Class;
  readonly above: string;
  readonly params: readonly string[];
  readonly says: Partial<Record<ListKey, Located<string>>>;
  readonly types: ReadonlyMap<string, string>;
  /** What it works out when it runs. */
  readonly unwritten: readonly Syntax[];
}

const maxDepth = 20;

/** Reads the classes that extend an error and say something of their own. */
export function classCodes(
  declared: readonly { readonly name: string; readonly node: Syntax }[],
  context: SourceContext,
  note: TakeNote,
): readonly ListedCode[] {
  const classes = declared.flatMap(({ name, node }) => {
    const made = unwrap(node);
    return made.type === "ClassDeclaration" || made.type === "ClassExpression"
      ? [{ name: name === "default" ? (made.id?.name ?? name) : name, node: made }]
      : [];
  });
  const paramsOf = new Map(classes.map(({ name, node }) => [name, paramNames(node)]));
  const read = classes.map((each) => readClass(each, paramsOf, context));
  const byName = new Map(read.map((each) => [each.name, each]));
  return read.flatMap((each) => {
    const chain = chainOf(each, byName);
    const top = chain.at(-1)?.above ?? "";
    const isError =
      /(Error|Exception|Problem|Failure|Fault)$/.test(top) || statusByName(top) !== undefined;
    if (!isError) return [];
    for (const part of each.unwritten) noteUnwritten(spanOf(part, context), note);
    if (each.node.abstract === true) return [];
    const status = statusByName(top);
    const says = Object.assign(
      {},
      ...chain.map((link) => link.says).reverse(),
    ) as ReadClass["says"];
    const isOwn = Object.keys(each.says).length > 0 || (status !== undefined && chain.length === 1);
    if (!isOwn) return [];
    const at = spanOf(each.node.id ?? each.node, context);
    const comment = commentBefore(context.file, declarationStart(each.node, context));
    return [
      {
        ...(status !== undefined && { status: { value: String(status), at } }),
        ...(comment && { meaning: comment }),
        ...says,
        code: says.code ?? proposedCode(each.name, at, note),
        at,
        types: each.types,
      },
    ];
  });
}

function proposedCode(name: string, at: Located<string>["at"], note: TakeNote): Located<string> {
  const code = snakeCase(name.replace(/(Http)?(Error|Exception)$/, "")) || snakeCase(name);
  note("code-proposed", at, `${name} has no code, and became ${code}.`, { code });
  return { value: code, at };
}

function declarationStart(node: Class, { file }: SourceContext): number {
  const before = file.text.slice(Math.max(0, node.start - 40), node.start);
  return node.start - (/(?:export\s+)?(?:default\s+)?$/.exec(before)?.[0].length ?? 0);
}

/** The class and those above it in the file, the nearest first. */
function chainOf(first: ReadClass, byName: ReadonlyMap<string, ReadClass>): readonly ReadClass[] {
  const chain = [first];
  for (
    let above = byName.get(first.above);
    above !== undefined && chain.length < maxDepth;
    above = byName.get(above.above)
  )
    chain.push(above);
  return chain;
}

function readClass(
  { name, node }: { readonly name: string; readonly node: Class },
  paramsOf: ReadonlyMap<string, readonly string[]>,
  context: SourceContext,
): ReadClass {
  const above = node.superClass === null ? "" : lastName(unwrap(node.superClass as Syntax));
  const made = constructorOf(node);
  const params = (made?.params ?? []) as readonly Syntax[];
  const defaults = defaultsOf(params);
  const names = paramNames(node);
  const bound = namesIn(params);
  const unwritten: Syntax[] = [];
  const leave = (value: Syntax) => {
    if (!isNothing(value) && !bound.has(rootOf(value))) unwritten.push(value);
  };
  const says: Partial<Record<ListKey, Located<string>>> = {};
  const say = (key: ListKey | undefined, value: Syntax | null | undefined) => {
    const isParam = value?.type === "Identifier" && names.includes(value.name);
    const known = isParam ? defaults.get(value.name) : value;
    const text = known === null || known === undefined ? undefined : sourceText(known, context);
    if (key !== undefined && known !== null && known !== undefined && text === undefined)
      leave(known);
    if (key !== undefined && text !== undefined && says[key] === undefined)
      says[key] = { value: text.value, at: text.at };
  };
  for (const member of node.body.body)
    if (member.type === "PropertyDefinition")
      say(keyOfMember(member.key as Syntax), member.value as Syntax | null);
    else if (member.type === "MethodDefinition" && member.kind === "get")
      say(keyOfMember(member.key as Syntax), returnedBy(member.value.body) ?? (member as Syntax));
  for (const statement of made?.body?.body ?? []) {
    const expression =
      statement.type === "ExpressionStatement" ? unwrap(statement.expression as Syntax) : undefined;
    if (expression?.type === "AssignmentExpression" && expression.left.type === "MemberExpression")
      say(keyOfMember(expression.left.property as Syntax), expression.right as Syntax);
    if (expression?.type === "CallExpression" && expression.callee.type === "Super")
      for (const [key, value] of argumentKeys(expression.arguments as readonly Syntax[], {
        params: paramsOf.get(above),
        context,
        leave,
      }))
        say(key, value);
  }
  return {
    name,
    node,
    above,
    params: names,
    says,
    types: typesOf(params),
    unwritten: unwritten.sort((a, b) => a.start - b.start),
  };
}

const memberKeys: ReadonlyMap<string, ListKey> = new Map([
  ["code", "code"],
  ["errorCode", "code"],
  ["errCode", "code"],
  ["status", "status"],
  ["statusCode", "status"],
  ["httpStatus", "status"],
  ["httpCode", "status"],
  ["message", "message"],
  ["detail", "message"],
  ["title", "title"],
]);

function keyOfMember(key: Syntax): ListKey | undefined {
  return memberKeys.get(nameOfKey(key) ?? "");
}

/** What is handed upwards: by the names of the parameters there, by those of an object, or by what it looks like. */
function argumentKeys(
  given: readonly Syntax[],
  {
    params,
    context,
    leave,
  }: {
    readonly params: readonly string[] | undefined;
    readonly context: SourceContext;
    /** Is told what is not written out. */
    readonly leave: (value: Syntax) => void;
  },
): readonly (readonly [ListKey, Syntax])[] {
  if (params !== undefined && params.length > 0) {
    const keys = [...keysOfNames(params)];
    return keys.flatMap(([key, index]) =>
      given[index] === undefined ? [] : [[key, given[index]] as const],
    );
  }
  return given.flatMap((each): readonly (readonly [ListKey, Syntax])[] => {
    const node = unwrap(each);
    if (node.type === "ObjectExpression")
      return node.properties.flatMap((property) => {
        if (property.type === "SpreadElement") leave(property);
        const key = property.type === "Property" ? keyOfMember(property.key as Syntax) : undefined;
        return key === undefined || property.type !== "Property"
          ? []
          : [[key, property.value as Syntax] as const];
      });
    if (node.type === "Identifier") return [["message", node]];
    const text = sourceList(node, context);
    if (text?.kind !== "text") {
      leave(node);
      return [];
    }
    if (
      /^[1-5]\d\d$/.test(text.value) ||
      (node.type === "MemberExpression" && statusByName(text.value) !== undefined)
    )
      return [["status", node]];
    return [
      [
        /^[\w.:/-]+$/.test(text.value) && /[_./:]|^[A-Z0-9]+$/.test(text.value)
          ? "code"
          : "message",
        node,
      ],
    ];
  });
}

/** `options` of `options`, of `...options` and of `options.title`. */
function rootOf(expression: Syntax): string {
  let node = unwrap(expression);
  if (node.type === "SpreadElement") node = unwrap(node.argument as Syntax);
  while (node.type === "MemberExpression") node = unwrap(node.object as Syntax);
  return node.type === "Identifier" ? node.name : "";
}

function returnedBy(body: { readonly body: readonly unknown[] } | null): Syntax | undefined {
  const last = body?.body.at(-1) as Syntax | undefined;
  return last?.type === "ReturnStatement"
    ? ((last.argument as Syntax | null) ?? undefined)
    : undefined;
}

/** `HttpError` of `HttpError` and of `createError.HttpError`. */
function lastName(node: Syntax): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? (nameOfKey(node.property as Syntax) ?? "") : "";
}
