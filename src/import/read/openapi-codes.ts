/** The error responses of an OpenAPI document → what they say of codes. */
import { snakeCase } from "../../model/code-form.js";
import { registeredStatuses } from "../../model/http-status.js";
import type { Located, Span } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ReadList } from "../listed-code.js";
import { type ListMap, type ListMember, type ListNode, memberOf } from "./list-tree.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** A code that a response shows, and the text beside it. */
interface Shown {
  readonly code: Located<string>;
  readonly message: Located<string> | undefined;
}

/**
 * Reads the responses of all operations. The code stands in a schema as `const` or `enum`, or in an example; where a
 * response shows none, its name or its status stands for one.
 */
export function openapiCodes(root: ListNode, note: TakeNote): ReadList {
  const found = new Map<string, ListedCode>();
  const document: OpenapiDocument = { root, shown: new Map() };
  for (const { name, value, at } of responsesIn(document)) {
    const { target, component } = resolved(value, root);
    if (target?.kind !== "map") continue;
    const status = { value: name, at };
    const description = textMember(target, "description");
    const codes = shownBy(target, document);
    for (const { code, message } of codes) {
      const id = `${name} ${code.value}`;
      const text = message ?? (codes.length === 1 ? description : undefined);
      if (!found.has(id))
        found.set(id, { code, status, at: code.at, ...(text && { message: text }) });
    }
    if (codes.length > 0) continue;
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
      status,
      at,
      ...(description && { message: description }),
    });
  }
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
}

/** Every response with a status of an error, by operation. */
function responsesIn({ root }: OpenapiDocument): readonly ListMember[] {
  const paths = memberOf(root, "paths");
  return membersOf(paths).flatMap(({ value }) =>
    membersOf(resolved(value, root).target)
      .filter(({ name }) => methods.includes(name))
      .flatMap(({ value: operation }) => membersOf(memberOf(operation, "responses")))
      .filter(({ name }) => /^[45]\d\d$/.test(name)),
  );
}

function shownBy(response: ListMap, { root, shown }: OpenapiDocument): readonly Shown[] {
  const known = shown.get(response);
  if (known !== undefined) return known;
  const found = new Map<string, Shown>();
  const add = (all: readonly Shown[]) => {
    for (const each of all) {
      const before = found.get(each.code.value);
      if (before?.message === undefined)
        found.set(each.code.value, { ...each, message: each.message ?? before?.message });
    }
  };
  // Swagger 2 has the schema and the examples in the response itself.
  for (const part of [
    response,
    ...membersOf(memberOf(response, "content")).map(({ value }) => value),
  ]) {
    add(codesOfExample(memberOf(part, "example"), 0));
    for (const { value } of membersOf(memberOf(part, "examples"))) {
      const { target } = resolved(value, root);
      add(codesOfExample(memberOf(target, "value") ?? target, 0));
    }
    add(codesOfSchema(memberOf(part, "schema"), root, 0));
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
    return [{ code: { value: code.value, at: code.at }, message }];
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
  root: ListNode,
  depth: number,
): readonly Shown[] {
  const { target } = resolved(schema, root);
  if (target?.kind !== "map" || depth > deepest) return [];
  const properties = membersOf(memberOf(target, "properties"));
  const own = codeNames.flatMap((name) => {
    const property = properties.find((each) => each.name === name);
    const { target: type } = resolved(property?.value, root);
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
  return [...parts, ...inner].flatMap((part) => codesOfSchema(part, root, depth + 1));
}

/** What a reference of the document leads to, and the name of the component. Those to elsewhere lead to nothing. */
function resolved(
  node: ListNode | undefined,
  root: ListNode,
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
