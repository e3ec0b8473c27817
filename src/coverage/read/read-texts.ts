/** Reads the codes of a list, of an object's keys and of a pattern. */
import { keyName } from "../syntax/declare-names.js";
import type { Syntax, SyntaxOf } from "../syntax/parse-source.js";
import { unwrap } from "../syntax/unwrap.js";
import type { WalkedTree } from "../syntax/walked-tree.js";
import { followed, type ScopedNode, textOf } from "./follow-value.js";
import type { CodeText, CodeTexts, UnreadPlace } from "./source-facts.js";
import { originOf } from "./value-origin.js";

/** What reading texts needs: the file, and how to make a place of it. */
export interface TextReader {
  readonly tree: WalkedTree;
  /** What was read of lists and objects. */
  readonly texts: Map<Syntax, { readonly list?: CodeTexts; readonly keys?: CodeTexts }>;
  readonly textAt: (text: string, node: Syntax) => CodeText;
  readonly unreadAt: (what: UnreadPlace["what"], node: Syntax) => UnreadPlace;
}

/** No text. */
export const noTexts: CodeTexts = { texts: [], unread: [] };

/** Everything of several. */
export function joined(all: readonly CodeTexts[]): CodeTexts {
  if (all.length === 0) return noTexts;
  return {
    texts: all.flatMap(({ texts }) => texts),
    unread: all.flatMap(({ unread }) => unread),
  };
}

/** One text. */
export function readText(located: ScopedNode, reader: TextReader): CodeTexts {
  const text = textOf(located);
  if (text !== undefined) return { texts: [reader.textAt(text, located.node)], unread: [] };
  return { texts: [], unread: [reader.unreadAt("computed", located.node)] };
}

/** The elements of `["a", "b"]`, of `new Set(["a"])`, or of a name for one. Undefined: it is none. */
export function readList(located: ScopedNode, reader: TextReader): CodeTexts | undefined {
  const list = listAt(located);
  return list && remember(list, "list", reader, () => readElements(list, reader, new Set()));
}

interface List {
  readonly node: SyntaxOf<"ArrayExpression">;
  readonly scope: ScopedNode["scope"];
}

function listAt(located: ScopedNode): List | undefined {
  const { node, scope } = followed(located);
  if (node.type === "ArrayExpression") return { node, scope };
  if (node.type !== "NewExpression") return undefined;
  const [first] = node.arguments;
  const isSet = node.callee.type === "Identifier" && node.callee.name === "Set";
  const inner = isSet && first !== undefined ? followed({ node: first, scope }) : undefined;
  return inner?.node.type === "ArrayExpression"
    ? { node: inner.node, scope: inner.scope }
    : undefined;
}

// Each of them may be spread into the next; nobody does so this often.
const mostSpread = 500;

// What was read before adds nothing: lists may be spread into each other twice, through many levels, or in a circle.
function readElements({ node, scope }: List, reader: TextReader, read: Set<Syntax>): CodeTexts {
  if (read.has(node)) return noTexts;
  read.add(node);
  return readEach(
    node.elements.filter((each) => each !== null),
    { scope },
    reader,
    read,
  );
}

/** Texts one after the other, lists spread among them. */
export function readArguments(
  nodes: readonly Syntax[],
  at: Pick<ScopedNode, "scope">,
  reader: TextReader,
): CodeTexts {
  return readEach(nodes, at, reader, new Set());
}

function readEach(
  nodes: readonly Syntax[],
  { scope }: Pick<ScopedNode, "scope">,
  reader: TextReader,
  read: Set<Syntax>,
): CodeTexts {
  return joined(
    nodes.map((node) => {
      if (node.type !== "SpreadElement") return readText({ node, scope }, reader);
      const list = listAt({ node: node.argument, scope });
      if (list !== undefined && read.size < mostSpread) return readElements(list, reader, read);
      return { texts: [], unread: [reader.unreadAt("spread", node)] };
    }),
  );
}

/** The keys of an object, or of a name for one. */
export function readKeys(located: ScopedNode, reader: TextReader): CodeTexts {
  const found = followed(located);
  if (found.node.type !== "ObjectExpression")
    return { texts: [], unread: [reader.unreadAt("elsewhere", located.node)] };
  return remember(found, "keys", reader, () => readMembers(found, reader, new Set()));
}

function readMembers(
  { node, scope }: ScopedNode,
  reader: TextReader,
  read: Set<Syntax>,
): CodeTexts {
  if (node.type !== "ObjectExpression" || read.has(node)) return noTexts;
  read.add(node);
  return joined(
    node.properties.map((property) => {
      if (property.type === "SpreadElement") {
        const inner = followed({ node: property.argument, scope });
        if (inner.node.type === "ObjectExpression" && read.size < mostSpread)
          return readMembers(inner, reader, read);
        return { texts: [], unread: [reader.unreadAt("spread", property)] };
      }
      const key = keyName(property);
      if (key !== undefined) return { texts: [reader.textAt(key, property.key)], unread: [] };
      return readText({ node: property.key, scope }, reader);
    }),
  );
}

// One list or object may be compared with thousands of errors.
function remember(
  { node }: ScopedNode,
  what: "list" | "keys",
  { texts }: TextReader,
  read: () => CodeTexts,
): CodeTexts {
  const known = texts.get(node)?.[what];
  if (known !== undefined) return known;
  const found = read();
  texts.set(node, { ...texts.get(node), [what]: found });
  return found;
}

/** The codes of a ts-pattern pattern. `isCode`: the pattern is for the code itself, not for the error. */
export function readPattern(located: ScopedNode, isCode: boolean, reader: TextReader): CodeTexts {
  return readPart(located, isCode, reader, new Set());
}

function readPart(
  located: ScopedNode,
  isCode: boolean,
  reader: TextReader,
  read: Set<Syntax>,
): CodeTexts {
  const { node, scope } = followed(located);
  // Unions of patterns may hold each other twice as well.
  if (node.type === "CallExpression" || node.type === "ObjectExpression") {
    if (read.has(node)) return noTexts;
    read.add(node);
  }
  if (node.type === "CallExpression") {
    const maker = originOf({ node: node.callee, scope }, reader.tree);
    // P.not, P.when and the others say nothing about single codes.
    const isUnion = maker !== undefined && "module" in maker && maker.path.at(-1) === "union";
    if (!isUnion) return noTexts;
    return joined(
      node.arguments.map((each) => {
        if (each.type !== "SpreadElement")
          return readPart({ node: each, scope }, isCode, reader, read);
        const spread = readList({ node: each.argument, scope }, reader);
        return spread ?? { texts: [], unread: [reader.unreadAt("spread", each)] };
      }),
    );
  }
  if (isCode) {
    const text = textOf({ node, scope });
    return text === undefined
      ? noTexts
      : { texts: [reader.textAt(text, located.node)], unread: [] };
  }
  if (node.type !== "ObjectExpression") return noTexts;
  return joined(
    node.properties.map((property) => {
      if (property.type === "SpreadElement")
        return readPart({ node: property.argument, scope }, false, reader, read);
      const value = { node: unwrap(property.value), scope };
      return readPart(value, keyName(property) === "code", reader, read);
    }),
  );
}
