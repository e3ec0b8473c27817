/** Data of a list as a tree in which every text knows its place, whatever it is written in. */
import type { Located, Span } from "../../model/source.js";

/** A text or number, a list, or a mapping. */
export type ListNode = ListText | ListItems | ListMap;

/** A text, or a number or truth as it is written. */
export interface ListText {
  readonly kind: "text";
  readonly value: string;
  readonly isNumber: boolean;
  readonly at: Span;
  /** Name → type of the values that are put into it. */
  readonly types?: ReadonlyMap<string, string>;
}

/** Several things. */
export interface ListItems {
  readonly kind: "list";
  readonly items: readonly ListNode[];
  readonly at: Span;
}

/** Things by name. A name may stand in it twice. */
export interface ListMap {
  readonly kind: "map";
  readonly members: readonly ListMember[];
  readonly at: Span;
}

/** A thing and its name. */
export interface ListMember {
  readonly name: string;
  /** Of the name. */
  readonly at: Span;
  readonly value: ListNode;
  /** What a comment says of it. */
  readonly comment?: Located<string>;
}

/** The member of the name, where there is one. */
export function memberOf(node: ListNode | undefined, name: string): ListNode | undefined {
  if (node?.kind !== "map") return undefined;
  return node.members.find((member) => member.name === name)?.value;
}
