/** The error responses of an OpenAPI document → what they say of codes. */
import { quoted } from "../../diagnostics/suggest.js";
import { snakeCase } from "../../model/code-form.js";
import { registeredStatuses } from "../../model/http-status.js";
import type { Located, Span } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ReadList } from "../listed-code.js";
import { type ListMap, type ListMember, type ListNode, memberOf } from "./list-tree.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** A code that a response shows, and what stands beside it. */
interface Shown {
  readonly code: Located<string>;
  readonly message: Located<string> | undefined;
  readonly status?: Located<string> | undefined;
}

/**
 * Reads the responses of all operations. The code stands in a schema as `const` or `enum`, or in an example; where a
 * response shows none, its name or its status stands for one.
 */
export function openapiCodes(root: ListNode, note: TakeNote): ReadList {
  const found = new Map<string, ListedCode>();
  const texts = new Map<string, string>();
  const document: OpenapiDocument = { root, shown: new Map(), used: new Set(), ...onceNoted(note) };
  for (const { name, value, at } of responsesIn(document)) {
    const { target, component } = resolved(value, document);
    if (target?.kind !== "map") continue;
    document.used.add(target);
    const isOne = /^\d+$/.test(name);
    const description = textMember(target, "description");
    const codes = shownBy(target, document);
    for (const { code, message, status } of codes) {
      const id = `${name} ${code.value}`;
      const text = message ?? (codes.length === 1 ? description : undefined);
      const said = texts.get(code.value) ?? text?.value ?? "";
      if (said !== "") texts.set(code.value, said);
      if (text !== undefined && text.value !== said)
        document.left(
          text.at,
          `${quoted(code.value)} has another message here, which was not taken.`,
        );
      const own = isOne ? { value: name, at } : (status ?? classNamed({ value: name, at }));
      if (!found.has(id))
        found.set(id, {
          ...{ code, at: code.at },
          ...(own && { status: own }),
          ...(text && { message: text }),
        });
    }
    if (codes.length > 0) continue;
    if (!isOne) {
      document.left(target.at, `The response ${quoted(name)} shows no code, and was not taken.`);
      continue;
    }
    const proposed = snakeCase(
      component ?? registeredStatuses.get(Number(name)) ?? `status_${name}`,
    );
    const id = `${name} ${proposed}`;
    if (found.has(id)) continue;
    note("code-proposed", at, `This response shows no code, and became ${proposed}.`, {
      code: proposed,
    });
    found.set(id, {
      code: { value: proposed, at },
      status: { value: name, at },
      at,
      ...(description && { message: description }),
    });
  }
  noteUnused(document);
  if (found.size === 0)
    note(
      "list-unread",
      { ...root.at, end: root.at.start },
      "No operation of this document has an error response.",
    );
  return { codes: [...found.values()], columns: new Map(), left: [], repeats: true };
}

interface OpenapiDocument {
  readonly root: ListNode;
  /** What each response shows: one is named by many operations. */
  readonly shown: Map<ListMap, readonly Shown[]>;
  /** The responses of operations. */
  readonly used: Set<ListNode>;
  /** Says, once for each place, what was not taken. */
  readonly left: (at: Span, message: string) => void;
}

function onceNoted(note: TakeNote): Pick<OpenapiDocument, "left"> {
  const places = new Set<number>();
  return {
    left: (at, message) => {
      if (!places.has(at.start)) note("part-left", at, message);
      places.add(at.start);
    },
  };
}

// `default` stands for any status, `4XX` for one of its class.
function classNamed(name: Located<string>): Located<string> | undefined {
  return name.value === "default" ? undefined : name;
}

/** Responses that no operation names have no status, and those of webhooks and callbacks are the answers of others. */
function noteUnused(document: OpenapiDocument): void {
  const { root, used, left } = document;
  for (const holder of [memberOf(root, "components"), root])
    for (const { name, at, value } of membersOf(memberOf(holder, "responses")))
      if (!used.has(value) && shownBy(value, document).length > 0)
        left(
          at,
          `No operation answers with the response ${quoted(name)}, so it has no status and was not taken.`,
        );
  const hooks = memberOf(root, "webhooks");
  if (hooks !== undefined) left(hooks.at, "Webhooks are answered by others, and were not read.");
}

/** Every response that may be one of an error, by operation. */
function responsesIn(document: OpenapiDocument): readonly ListMember[] {
  const paths = memberOf(document.root, "paths");
  return membersOf(paths).flatMap(({ value }) =>
    membersOf(resolved(value, document).target)
      .filter(({ name }) => methods.includes(name))
      .flatMap(({ value: operation }) => {
        const calls = memberOf(operation, "callbacks");
        if (calls !== undefined)
          document.left(calls.at, "Callbacks are answered by others, and were not read.");
        return membersOf(memberOf(operation, "responses"));
      })
      .filter(({ name }) => /^([45]\d\d|[45]xx|default)$/i.test(name)),
  );
}

function shownBy(response: ListNode, document: OpenapiDocument): readonly Shown[] {
  const { shown } = document;
  if (response.kind !== "map") return [];
  const known = shown.get(response);
  if (known !== undefined) return known;
  const found = new Map<string, Shown>();
  const add = (all: readonly Shown[]) => {
    for (const each of all) {
      const before = found.get(each.code.value);
      const { code } = before ?? each;
      const message = before?.message ?? each.message;
      found.set(code.value, { code, message, status: before?.status ?? each.status });
    }
  };
  // Swagger 2 has the schema and the examples in the response itself.
  for (const part of [
    response,
    ...membersOf(memberOf(response, "content")).map(({ value }) => value),
  ]) {
    add(codesOfExample(memberOf(part, "example"), 0));
    for (const { value } of membersOf(memberOf(part, "examples"))) {
      const { target } = resolved(value, document);
      const elsewhere = memberOf(target, "externalValue");
      if (elsewhere !== undefined)
        document.left(elsewhere.at, "This example is in another file, and was not read.");
      else add(codesOfExample(memberOf(target, "value") ?? target, 0));
    }
    add(codesOfSchema(memberOf(part, "schema"), document, 0));
  }
  const all = [...found.values()];
  shown.set(response, all);
  return all;
}

const codeNames = ["code", "error_code", "errorCode", "error", "type", "reason"];
const deepest = 5;

/** The code of an answer that is shown, at its top or inside `error`. */
function codesOfExample(example: ListNode | undefined, depth: number): readonly Shown[] {
  if (example?.kind !== "map" || depth > deepest) return [];
  const name = codeNames.find((each) => isCodeText(memberOf(example, each)));
  const code = name === undefined ? undefined : memberOf(example, name);
  if (code?.kind === "text") {
    const message = ["message", "detail", "error_description", "title"]
      .map((each) => textMember(example, each))
      .find((each) => each !== undefined);
    const status = ["status", "statusCode"]
      .map((each) => textMember(example, each))
      .find((each) => /^[45]\d\d$/.test(each?.value ?? ""));
    return [{ code: { value: code.value, at: code.at }, message, status }];
  }
  return example.members.flatMap(({ value }) =>
    value.kind === "list"
      ? value.items.flatMap((item) => codesOfExample(item, depth + 1))
      : codesOfExample(value, depth + 1),
  );
}

function isCodeText(node: ListNode | undefined): boolean {
  return (
    node?.kind === "text" && /^[\w.:/#-]{1,128}$/.test(node.value) && node.value !== "about:blank"
  );
}

/** The codes that a schema allows, in all its parts. */
function codesOfSchema(
  schema: ListNode | undefined,
  document: OpenapiDocument,
  depth: number,
): readonly Shown[] {
  const { target } = resolved(schema, document);
  if (target?.kind !== "map" || depth > deepest) return [];
  const properties = membersOf(memberOf(target, "properties"));
  const own = codeNames.flatMap((name) => {
    const property = properties.find((each) => each.name === name);
    const { target: type } = resolved(property?.value, document);
    const constant = memberOf(type, "const");
    const listed = memberOf(type, "enum");
    const values =
      constant !== undefined ? [constant] : listed?.kind === "list" ? listed.items : [];
    return values.flatMap((value) =>
      value.kind === "text" && isCodeText(value)
        ? [{ code: { value: value.value, at: value.at }, message: undefined }]
        : [],
    );
  });
  if (own.length > 0) return own;
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((name) => {
    const list = memberOf(target, name);
    return list?.kind === "list" ? list.items : [];
  });
  const inner = properties.filter(({ name }) => name === "error").map(({ value }) => value);
  return [...parts, ...inner].flatMap((part) => codesOfSchema(part, document, depth + 1));
}

/** What a reference of the document leads to, and the name of the component. Those to elsewhere lead to nothing, which is noted. */
function resolved(
  node: ListNode | undefined,
  { root, left }: OpenapiDocument,
): { readonly target: ListNode | undefined; readonly component?: string } {
  let target = node;
  let component: string | undefined;
  for (let step = 0; step < 10; step += 1) {
    const reference = memberOf(target, "$ref");
    if (reference?.kind !== "text") break;
    const path = /^#\/(.*)$/.exec(reference.value)?.[1];
    const names = path?.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    component = names?.at(-1);
    target = names?.reduce<ListNode | undefined>((at, name) => memberOf(at, name), root);
    if (target === undefined) {
      const where = path === undefined ? "leads out of this file" : "leads to nothing";
      left(reference.at, `${quoted(reference.value)} ${where}, and was not read.`);
    }
  }
  return component === undefined ? { target } : { target, component };
}

function membersOf(node: ListNode | undefined): readonly ListMember[] {
  return node?.kind === "map" ? node.members : [];
}

function textMember(node: ListNode, name: string): Located<string> | undefined {
  const found = memberOf(node, name);
  const at: Span | undefined = found?.at;
  return found?.kind === "text" && at !== undefined && found.value.trim() !== ""
    ? { value: found.value, at }
    : undefined;
}
