/** The parts of a template, by the names that they have in `wire/*.yaml`. */

import { inlineJson } from "../../model/inline-json.js";
import { remembered } from "../../model/remembered.js";
import type { TemplateMember, TemplateNode } from "../../model/wire-format.js";
import { same } from "../ledger/same-json.js";
import { conditionJson, templateJson } from "../ledger/template-json.js";

/** A member, a spread or the list of a repetition. */
export type TemplatePart = Omit<TemplateMember, "key">;

/** The members of an object by name, a spread (`*`) and a repetition (`$each`) among them; undefined where it is none. */
export const membersIn: (node: TemplateNode) => ReadonlyMap<string, TemplatePart> | undefined =
  remembered((node) => {
    if (node.kind === "each") {
      const list = { at: node.list.at, optional: false, value: node.list };
      return new Map([["$each", list], ...(membersIn(node.item) ?? [])]);
    }
    if (node.kind === "errors") {
      const constant = (value: string): TemplatePart => ({
        at: node.at,
        optional: false,
        value: { kind: "constant", at: node.at, value },
      });
      const prefer = inlineJson(node.prefer.map(conditionJson));
      return new Map([
        ["$each", constant("error")],
        ...(node.prefer.length === 0 ? [] : [["$prefer", constant(prefer)] as const]),
        ...((node.item && membersIn(node.item)) ?? []),
      ]);
    }
    if (node.kind !== "object") return undefined;
    const members = new Map(node.members.map(({ key, ...part }) => [key, part]));
    const { spread } = node;
    if (spread !== undefined) members.set("*", { at: spread.at, optional: false, value: spread });
    return members;
  });

/** The template on one line, as a wire file would have it: equal texts are equal templates. */
export const templateText: (node: TemplateNode) => string = remembered((node) =>
  inlineJson(templateJson(node)),
);

/** Whether two variables say the same, but for what is written where they are absent. */
export function differInDefault(one: TemplateNode, other: TemplateNode): boolean {
  if (one.kind !== "variable" || other.kind !== "variable") return false;
  const { fallback: _, ...plain } = one;
  const { fallback: __, ...plainOther } = other;
  return sayTheSame(plain, plainOther);
}

/** What both texts hold, where they are of one syntax. */
export function heldInBoth(
  one: TemplateNode,
  other: TemplateNode,
): readonly [TemplateNode, TemplateNode] | undefined {
  if (one.kind !== "text" || other.kind !== "text") return undefined;
  const isSame = same(one.syntax, other.syntax);
  return isSame ? [one.template, other.template] : undefined;
}

/** Whether two templates say the same. */
export function sayTheSame(
  one: TemplateNode | undefined,
  other: TemplateNode | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return templateText(one) === templateText(other);
}
