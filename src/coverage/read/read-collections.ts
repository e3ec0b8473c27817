/** Reads the codes of maps, and of lists that a callback goes through. */
import { remembered } from "../../model/remembered.js";
import { keyName } from "../syntax/declare-names.js";
import type { Syntax } from "../syntax/parse-source.js";
import { lookUpValue, type Scope } from "../syntax/scope.js";
import { unwrap } from "../syntax/unwrap.js";
import type { WalkedTree } from "../syntax/walked-tree.js";
import { followed, memberOf, type ScopedNode } from "./follow-value.js";
import { joined, readKeys, readList, readText, type TextReader } from "./read-texts.js";
import type { CodeTexts } from "./source-facts.js";

/** The keys of `new Map([["a", 1]])`, of `new Map(Object.entries({ a: 1 }))`, or of a name for one. */
export function readMap(located: ScopedNode, reader: TextReader): CodeTexts | undefined {
  const { node, scope } = followed(located);
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier") return undefined;
  const [first] = node.arguments;
  if (node.callee.name !== "Map" || first === undefined) return undefined;
  const given = followed({ node: first, scope });
  if (given.node.type === "ArrayExpression")
    return joined(
      given.node.elements.map((each) => {
        const pair = each === null ? undefined : followed({ node: each, scope: given.scope });
        const key = pair?.node.type === "ArrayExpression" ? pair.node.elements[0] : undefined;
        if (pair !== undefined && key) return readText({ node: key, scope: pair.scope }, reader);
        return { texts: [], unread: each === null ? [] : [reader.unreadAt("spread", each)] };
      }),
    );
  const entries = argumentOf(given.node, "Object", "entries");
  return entries && readKeys({ node: entries, scope: given.scope }, reader);
}

function argumentOf(node: Syntax, object: string, method: string): Syntax | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object: whole, property, computed } = node.callee;
  const isIt = whole.type === "Identifier" && whole.name === object;
  return isIt && keyName({ key: property, computed }) === method ? node.arguments[0] : undefined;
}

/**
 * What a name stands for that goes through a list: `each` of `["a"].some((each) => each === error.code)`, or a member of
 * its objects. Undefined where it goes through none.
 */
export function readItems({ node, scope }: ScopedNode, reader: TextReader): CodeTexts | undefined {
  const inner = unwrap(node);
  const [name, key] =
    inner.type === "MemberExpression"
      ? [unwrap(inner.object), keyName({ key: inner.property, computed: inner.computed })]
      : [inner, undefined];
  if (name.type !== "Identifier") return undefined;
  const binding = lookUpValue(name.name, scope);
  if (binding?.kind !== "value" || binding.parameterOf === undefined) return undefined;
  const list = listsGoneThrough(reader.tree).get(binding.parameterOf);
  const way = [...(binding.path ?? []), ...(key === undefined ? [] : [key])];
  if (list === undefined || binding.path === undefined || way.length > 1) return undefined;
  const [member] = way;
  if (member === undefined && inner.type !== "MemberExpression") return readList(list, reader);
  return member === undefined ? undefined : readMembers(list, member, reader);
}

function readMembers(list: ScopedNode, member: string, reader: TextReader): CodeTexts | undefined {
  const { node, scope } = followed(list);
  if (node.type !== "ArrayExpression") return undefined;
  return joined(
    node.elements.flatMap((each) => {
      const found = each === null ? undefined : memberOf({ node: each, scope }, member);
      return found === undefined ? [] : [readText(found, reader)];
    }),
  );
}

const walks = /^(some|every|find|findIndex|findLast|filter|forEach|map|flatMap)$/;

/** By the number of a function: the list that a call goes through with it. */
const listsGoneThrough = remembered(
  ({ calls, ownerOf }: Pick<WalkedTree, "calls" | "ownerOf">): ReadonlyMap<number, ScopedNode> => {
    const lists = new Map<number, { readonly node: Syntax; readonly scope: Scope }>();
    for (const { node, scope } of calls) {
      const [first] = node.arguments;
      const owner = first && ownerOf.get(first);
      if (owner === undefined || node.callee.type !== "MemberExpression") continue;
      const { object, property, computed } = node.callee;
      if (walks.test(keyName({ key: property, computed }) ?? ""))
        lists.set(owner, { node: object, scope });
    }
    return lists;
  },
);
