/** The tree of a list → what it says of codes: lists of mappings, mappings by code, codes by name, messages by code. */
import { quoted } from "../../diagnostics/suggest.js";
import { isCode } from "../../model/code-form.js";
import type { Located } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ListKey, ReadList } from "../listed-code.js";
import { keysOfNames } from "./key-of-name.js";
import type { ListItems, ListMap, ListMember, ListNode, ListText } from "./list-tree.js";
import { type MemberContext, memberReader, type TreeOptions, textOf } from "./member-reader.js";
import { withComment } from "./merge-codes.js";

/** What is gathered from a tree. */
interface Gathered extends MemberContext {
  readonly codes: ListedCode[];
}

/** Reads a tree. */
export function codesOfTree(root: ListNode, options: TreeOptions, note: TakeNote): ReadList {
  const read = codesIn(root, options, note);
  if (read.codes.length === 0)
    note(
      "list-unread",
      { ...root.at, end: root.at.start },
      "Nothing in this list looks like codes.",
      {
        help: "A list is mappings with a code, mappings by code, or messages by code; --column says what is called how.",
      },
    );
  return { ...read, codes: read.codes.map(withComment) };
}

/** Reads a tree that may have no codes. */
export function codesIn(root: ListNode, options: TreeOptions, note: TakeNote): ReadList {
  const leftOut: (() => void)[] = [];
  const gathered: Gathered = {
    ...{ codes: [], columns: new Map(), left: new Map(), options, note },
    leaveOut: (at, message) => leftOut.push(() => note("part-left", at, message)),
  };
  gather(root, undefined, gathered, 0);
  // What is left out of a list is of no interest where there is none.
  if (gathered.codes.length > 0) for (const say of leftOut) say();
  return { codes: gathered.codes, columns: gathered.columns, left: [...gathered.left.values()] };
}

// Codes stand in a few groups, no deeper.
const deepest = 6;

function gather(
  node: ListNode,
  category: Located<string> | undefined,
  gathered: Gathered,
  depth: number,
): void {
  if (node.kind === "text") return;
  if (node.kind === "list") listedIn(node, category, gathered);
  else if (isOfEntries(node, gathered.options)) keyedIn(node, category, gathered);
  else if (isOfTexts(node)) textsIn(node, category, gathered);
  else groupsIn(node, category, gathered, depth);
}

function groupsIn(
  node: ListMap,
  category: Located<string> | undefined,
  gathered: Gathered,
  depth: number,
): void {
  const beside = besideGroups(node, gathered.options);
  const inner = node.members.filter((member) => !beside.has(member));
  for (const member of node.members) {
    const isDeep = depth === deepest;
    if (isDeep || beside.has(member)) {
      const where = isDeep ? `is nested more than ${deepest} levels deep` : "stands beside groups";
      gathered.leaveOut(member.at, `${quoted(member.name)} ${where}, and was not taken.`);
      continue;
    }
    // What stands around all is a wrapper and no group.
    const isGroup = inner.length > 1 && member.value.kind === "map";
    const group = isGroup ? { value: member.name, at: member.at } : category;
    gather(member.value, group, gathered, depth + 1);
  }
}

const telling: readonly ListKey[] = ["code", "status", "title", "message", "meaning"];

/** Whether a mapping is what is said of one code. */
function isEntry(node: ListNode, { columns }: TreeOptions): boolean {
  if (node.kind !== "map") return false;
  const texts = node.members.filter(({ value }) => value.kind === "text").map(({ name }) => name);
  const keys = keysOfNames(texts);
  const isAsked = [...columns.values()].some((name) => texts.includes(name));
  return isAsked || telling.some((key) => keys.has(key));
}

/** Whether a mapping is what is said of codes, by code or name. */
export function isOfEntries({ members }: ListMap, options: TreeOptions): boolean {
  const entries = members.filter(({ value }) => isEntry(value, options));
  if (entries.length === 0 || entries.length < members.length / 2) return false;
  // Beside groups stands what holds for all of them, such as defaults.
  const groups = members.filter(({ value }) => isGroup(value, options));
  return (
    groups.length < entries.filter(({ name }) => !isExtension(name)).length || groups.length === 0
  );
}

function isGroup(node: ListNode, options: TreeOptions): boolean {
  if (node.kind === "list") return node.items.some((item) => isEntry(item, options));
  return node.kind === "map" && !isEntry(node, options) && isOfEntries(node, options);
}

/** The members that are no groups: texts, extensions, and what is said of one code. */
function besideGroups({ members }: ListMap, options: TreeOptions): ReadonlySet<ListMember> {
  const hasGroups = members.some(({ value }) => isGroup(value, options));
  const isExtended = members.some(({ name }) => !isExtension(name));
  return new Set(
    members.filter(
      ({ name, value }) =>
        value.kind === "text" ||
        (isExtended && isExtension(name)) ||
        (hasGroups && isAllOfKeys(value, options)),
    ),
  );
}

/** Whether what a mapping has is known, and more than a code that is called like a key. */
function isAllOfKeys(node: ListNode, options: TreeOptions): boolean {
  if (node.kind !== "map" || !isEntry(node, options)) return false;
  return keysOfNames(node.members.map(({ name }) => name)).size >= node.members.length / 2;
}

function isExtension(name: string): boolean {
  return name.startsWith("x-");
}

function isOfTexts({ members }: ListMap): boolean {
  return members.length > 0 && members.every(({ value }) => value.kind === "text");
}

function listedIn(
  { items }: ListItems,
  category: Located<string> | undefined,
  gathered: Gathered,
): void {
  const maps = items.filter((item) => item.kind === "map");
  const read = memberReader(maps, gathered);
  for (const item of items) {
    if (item.kind === "text")
      gathered.codes.push({ code: textOf(item), at: item.at, ...withCategory(category) });
    if (item.kind === "list") gathered.leaveOut(item.at, "A list within a list was not taken.");
    if (item.kind !== "map") continue;
    const found = read(item);
    if (found.code !== undefined)
      gathered.codes.push({ ...withCategory(category), ...found, code: found.code });
    else gathered.note("code-missing", item.at, "This has no code.");
  }
}

/** Mappings by code, or by name where they have a code themselves. */
function keyedIn(
  { members }: ListMap,
  category: Located<string> | undefined,
  gathered: Gathered,
): void {
  const read = memberReader(
    members.map(({ value }) => value).filter((value) => value.kind === "map"),
    gathered,
  );
  const rows = members.map((member) => ({
    member,
    found:
      isEntry(member.value, gathered.options) && member.value.kind === "map"
        ? read(member.value)
        : undefined,
  }));
  const isStatus = rows.every(
    ({ found }) =>
      found?.code === undefined ||
      (found.status === undefined && /^[45]\d\d$/.test(found.code.value)),
  );
  for (const { member, found } of rows) {
    const key = { value: member.name, at: member.at };
    if (found === undefined) {
      gathered.note("code-missing", member.at, `Nothing that ${member.name} says is known.`);
      continue;
    }
    const { code, ...rest } = found;
    const { comment } = member;
    const base = { ...withCategory(category), ...rest, ...(comment && { comment }) };
    if (code === undefined) gathered.codes.push({ ...base, code: key });
    else if (isStatus) gathered.codes.push({ ...base, status: code, code: key });
    else gathered.codes.push({ name: key, ...base, code });
  }
}

/** Texts by name: messages or statuses by code, or codes by name. */
function textsIn(
  { members }: ListMap,
  category: Located<string> | undefined,
  gathered: Gathered,
): void {
  const texts = members as readonly (ListMember & { readonly value: ListText })[];
  const values = texts.map(({ value }) => value.value);
  const areNumbers = texts.every(({ value }) => value.isNumber);
  const areStatuses = areNumbers && values.every((value) => /^[1-5]\d\d$/.test(value));
  const areCodes =
    areNumbers || values.filter((value) => isSpelling(value)).length > 0.8 * values.length;
  for (const { name, at, value, comment } of texts) {
    const key = { value: name, at };
    const base = { ...withCategory(category), ...(comment && { comment }), at };
    if (areStatuses) gathered.codes.push({ ...base, code: key, status: textOf(value) });
    else if (areCodes) gathered.codes.push({ ...base, code: textOf(value), name: key });
    else
      gathered.codes.push({
        ...base,
        code: key,
        message: textOf(value),
        ...(value.types && { types: value.types }),
      });
  }
}

// A message of one word has a capital or a full stop; a code in small letters has neither.
function isSpelling(text: string): boolean {
  return (
    /^[\w.:/#-]{1,128}$/.test(text) && (isCode(text) || /[:/#]/.test(text)) && !/\.$/.test(text)
  );
}

function withCategory(category: Located<string> | undefined): Pick<ListedCode, "category"> {
  return category === undefined ? {} : { category };
}
