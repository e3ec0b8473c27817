/** Calls of http-errors and of @fastify/error → what they say of codes. */
import { forEachChild, type Syntax, type SyntaxOf } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";
import { snakeCase } from "../../model/code-form.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode } from "../listed-code.js";
import { statusByName } from "../make/guess-status.js";
import { messageFields } from "../make/message-fields.js";
import { titleOfMessage } from "../make/propose-words.js";
import { nameOfKey } from "./known-value.js";
import { type ListText, memberOf } from "./list-tree.js";
import { typesOf } from "./parameters.js";
import { type SourceContext, sourceList, sourceText, spanOf } from "./source-list.js";

type Call = SyntaxOf<"CallExpression"> | SyntaxOf<"NewExpression">;

/** A call, and what it is called that it makes. */
interface NamedCall {
  readonly call: Call;
  readonly name: string | undefined;
  readonly types: ReadonlyMap<string, string>;
}

/** Reads the calls of a source that imports one of the packages. */
export function callCodes(
  program: SyntaxOf<"Program">,
  context: SourceContext,
  note: TakeNote,
): readonly ListedCode[] {
  const names = importedNames(program);
  if (names.size === 0) return [];
  return namedCalls(program).flatMap((named) => {
    const callee = unwrap(named.call.callee as Syntax);
    const owner = callee.type === "MemberExpression" ? unwrap(callee.object as Syntax) : callee;
    const from = owner.type === "Identifier" ? names.get(owner.name) : undefined;
    if (from === undefined) return [];
    const member =
      callee.type === "MemberExpression" ? nameOfKey(callee.property as Syntax) : undefined;
    return from === "@fastify/error"
      ? fastifyCode(named, context)
      : httpCode(named, member, context, note);
  });
}

const packages = ["http-errors", "@fastify/error"];

/** Local name → package. */
function importedNames(program: SyntaxOf<"Program">): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration" && packages.includes(statement.source.value))
      for (const { local } of statement.specifiers) names.set(local.name, statement.source.value);
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations) {
      const call = init === null ? undefined : unwrap(init as Syntax);
      const [wanted] =
        call?.type === "CallExpression" &&
        call.callee.type === "Identifier" &&
        call.callee.name === "require"
          ? call.arguments
          : [];
      const module =
        wanted?.type === "Literal" && typeof wanted.value === "string" ? wanted.value : "";
      if (id.type === "Identifier" && packages.includes(module)) names.set(id.name, module);
    }
  }
  return names;
}

/** `createError(404, "No such user", { code: "USER_NOT_FOUND" })`, `new createError.NotFound("No such user")`. */
function httpCode(
  { call, name, types }: NamedCall,
  member: string | undefined,
  context: SourceContext,
  note: TakeNote,
): readonly ListedCode[] {
  if (member !== undefined && statusByName(member) === undefined) return [];
  const at = spanOf(call, context);
  const given = (call.arguments as readonly Syntax[]).map((each) => ({
    node: each,
    value: sourceList(each, context),
  }));
  const texts = given.flatMap(({ value }) => (value?.kind === "text" ? [value] : []));
  const options = given.find(({ value }) => value?.kind === "map")?.value;
  const status =
    texts.find(isStatus) ??
    (member === undefined ? undefined : { value: String(statusByName(member)), at });
  const message = texts.find((text) => !isStatus(text));
  const code = memberOf(options, "code");
  // `createError(status, …)` in a helper makes errors of any kind.
  if (status === undefined && message === undefined) return [];
  const listed = {
    at,
    types,
    ...(status && { status: { value: status.value, at: status.at } }),
    ...(message && { message: { value: message.value, at: message.at } }),
  };
  if (code?.kind === "text") return [{ ...listed, code: { value: code.value, at: code.at } }];
  const proposed = snakeCase(
    name ?? (message === undefined ? "" : titleOfMessage(messageFields(message.value).message)),
  ).slice(0, 60);
  if (proposed === "") {
    note("code-missing", at, "This error has neither a code nor a message to make one of.");
    return [];
  }
  note("code-proposed", at, `This error has no code, and became ${proposed}.`, { code: proposed });
  return [{ ...listed, code: { value: proposed, at } }];
}

function isStatus({ value, isNumber }: ListText): boolean {
  return (
    (isNumber && /^[1-5]\d\d$/.test(value)) ||
    (!isNumber && !/\s/.test(value) && statusByName(value) !== undefined)
  );
}

/** `createError("FST_GONE", "%s is gone", 410)`. */
function fastifyCode({ call }: NamedCall, context: SourceContext): readonly ListedCode[] {
  const [code, message, status] = (call.arguments as readonly Syntax[]).map((each) =>
    sourceText(each, context),
  );
  if (code === undefined) return [];
  return [
    {
      ...{ code: { value: code.value, at: code.at }, at: spanOf(call, context) },
      ...(message && { message: { value: message.value, at: message.at } }),
      status:
        status === undefined
          ? { value: "500", at: code.at }
          : { value: status.value, at: status.at },
    },
  ];
}

/** The calls of a source; one that a variable holds, or that its function gives back, is called like it. */
function namedCalls(program: Syntax): readonly NamedCall[] {
  const calls: NamedCall[] = [];
  const waiting: {
    readonly node: Syntax;
    readonly name?: string | undefined;
    readonly types: NamedCall["types"];
  }[] = [{ node: program, types: new Map() }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, name, types } = next;
    if (node.type === "CallExpression" || node.type === "NewExpression")
      calls.push({ call: node, name, types });
    const isFunction =
      node.type === "ArrowFunctionExpression" ||
      node.type === "FunctionExpression" ||
      node.type === "FunctionDeclaration";
    const inner = isFunction ? typesOf(node.params as readonly Syntax[]) : types;
    const passes =
      /^(VariableDeclarator|Property|ArrowFunctionExpression|FunctionExpression|FunctionDeclaration|BlockStatement|FunctionBody|ReturnStatement|TSAsExpression)$/.test(
        node.type,
      );
    const children: (typeof waiting)[number][] = [];
    forEachChild(node, (child) =>
      children.push({
        node: child,
        name: passes ? (nameOf(node) ?? name) : undefined,
        types: inner,
      }),
    );
    waiting.push(...children.reverse());
  }
  return calls;
}

function nameOf(node: Syntax): string | undefined {
  if (node.type === "VariableDeclarator")
    return node.id.type === "Identifier" ? node.id.name : undefined;
  if (node.type === "Property") return nameOfKey(node.key as Syntax);
  // What a function throws in the midst of its work is not called like it.
  return undefined;
}
