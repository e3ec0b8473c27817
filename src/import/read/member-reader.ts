/** Mappings of one list, whose members stand for the same things throughout → what they say of codes. */
import { quoted } from "../../diagnostics/suggest.js";
import type { Located, Span } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import { type ListedCode, type ListKey, listKeys } from "../listed-code.js";
import { keysOfNames, plainName } from "./key-of-name.js";
import type { ListMap, ListMember, ListNode, ListText } from "./list-tree.js";

/** How a tree is read. */
export interface TreeOptions {
  /** Key → what its member is called. */
  readonly columns: ReadonlyMap<ListKey, string>;
}

/** What members are read with. */
export interface MemberContext {
  readonly options: TreeOptions;
  /** Is told which member stood for what. */
  readonly columns: Map<ListKey, string>;
  /** Is told which members stood for nothing. */
  readonly left: Map<string, Located<string>>;
  readonly note: TakeNote;
  /** Says what was not taken, where the tree has codes at all. */
  readonly leaveOut: (at: Span, message: string) => void;
}

/** Reads mappings of one list. */
export function memberReader(
  maps: readonly ListMap[],
  { options: { columns }, columns: said, left, leaveOut }: MemberContext,
): (map: ListMap) => Omit<ListedCode, "code"> & { readonly code: Located<string> | undefined } {
  // Each name where it stands first.
  const places = new Map<string, Span>();
  for (const { members } of maps)
    for (const { name, at } of members) if (!places.has(name)) places.set(name, at);
  const names = [...places.keys()];
  const byKey = new Map<ListKey, string>();
  for (const [key, index] of keysOfNames(names)) byKey.set(key, names[index] ?? "");
  for (const [key, name] of columns) {
    const exact = names.find((each) => each === name || plainName(each) === plainName(name));
    for (const [other, taken] of byKey) if (taken === exact) byKey.delete(other);
    if (exact === undefined) byKey.delete(key);
    else byKey.set(key, exact);
  }
  for (const key of listKeys) {
    const name = byKey.get(key);
    if (name !== undefined) said.set(key, name);
  }
  const taken = new Set(byKey.values());
  for (const [value, at] of places)
    if (!taken.has(value) && !left.has(value)) left.set(value, { value, at });
  return (map) => {
    const found: Partial<Record<ListKey, Located<string>>> = {};
    let types: ReadonlyMap<string, string> | undefined;
    for (const [key, name] of byKey) {
      const [member, ...others] = map.members.filter((each) => each.name === name);
      for (const { at } of others)
        leaveOut(at, `${quoted(name)} stands here a second time; the first was read.`);
      const text = member && memberText(member, leaveOut);
      if (text === undefined) continue;
      found[key] = textOf(text);
      if (key === "message") types = text.types;
    }
    return { ...found, code: found.code, at: map.at, ...(types && { types }) };
  };
}

/** A text, or the texts of a list on a line each. */
function memberText(
  { name, value: node }: ListMember,
  leaveOut: MemberContext["leaveOut"],
): ListText | undefined {
  const textsOf = (inner: ListNode): readonly ListText[] => {
    if (inner.kind === "list") return inner.items.flatMap(textsOf);
    if (inner.kind === "text") return inner.value.trim() === "" ? [] : [inner];
    leaveOut(inner.at, `This ${quoted(name)} is not a text, and was not taken.`);
    return [];
  };
  const texts = textsOf(node);
  if (node.kind === "text" || texts.length === 0) return texts[0];
  const value = texts.map((text) => text.value).join("\n");
  return { kind: "text", value, isNumber: false, at: node.at };
}

/** The text, with its place. */
export function textOf({ value, at }: ListText): Located<string> {
  return { value, at };
}
