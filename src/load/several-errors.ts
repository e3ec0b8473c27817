/** Lists of errors that are written as a list of one. */
import { placesIn, saysCode } from "../model/placement.js";
import type { TemplateNode } from "../model/wire-format.js";

type ListNode = Extract<TemplateNode, { kind: "list" }>;

/**
 * The template, where a list of one element with the code in it is a list of errors: `[{ code: $code }]` is
 * `{ $each: error, code: $code }`, for whoever answers with a list of one has a reason for it. Where the code stands
 * elsewhere too, or in several such lists, a list is what is written.
 */
export function withSeveralErrors(template: TemplateNode): TemplateNode {
  const [list, ...more] = listsOfOne(template);
  const isOnly = placesIn(template).filter(saysCode).length === 1;
  if (list === undefined || more.length > 0 || !isOnly) return template;
  const [item] = list.items;
  return replaced(template, list, { kind: "errors", at: list.at, item, prefer: [] });
}

/** Lists of one element, an object that says the code, outside of what repeats or is a text. */
function listsOfOne(node: TemplateNode): readonly ListNode[] {
  if (node.kind === "object") return node.members.flatMap(({ value }) => listsOfOne(value));
  if (node.kind !== "list") return [];
  const [first, ...others] = node.items;
  const inside = node.items.flatMap(listsOfOne);
  const isOne = first?.kind === "object" && others.length === 0 && inside.length === 0;
  return isOne && placesIn(first).some(saysCode) ? [node] : inside;
}

function replaced(node: TemplateNode, old: ListNode, now: TemplateNode): TemplateNode {
  if (node === old) return now;
  if (node.kind === "list")
    return { ...node, items: node.items.map((item) => replaced(item, old, now)) };
  if (node.kind !== "object") return node;
  const members = node.members.map((member) => ({
    ...member,
    value: replaced(member.value, old, now),
  }));
  return { ...node, members };
}
