/** Reads the codes of a list, of an object's keys and of a pattern. */
import { keyName } from "./declare.js";
import type { CodeText, CodeTexts, UnreadPlace } from "./facts.js";
import type { Gathered } from "./gathered.js";
import { followed, type Located, originOf, textOf, unwrap } from "./origin.js";
import type { Syntax } from "./parse-source.js";

/** What reading texts needs: the file, and how to make a place of it. */
export interface TextReader {
  readonly gathered: Gathered;
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
export function readText(located: Located, reader: TextReader): CodeTexts {
  const text = textOf(located);
  if (text !== undefined) return { texts: [reader.textAt(text, located.node)], unread: [] };
  return { texts: [], unread: [reader.unreadAt("computed", located.node)] };
}

/** The elements of `["a", "b"]`, of `new Set(["a"])`, or of a name for one. Undefined: it is none. */
export function readList(located: Located, reader: TextReader): CodeTexts | undefined {
  const { node, scope } = followed(located);
  if (node.type === "NewExpression") {
    const [first] = node.arguments;
    const isSet = node.callee.type === "Identifier" && node.callee.name === "Set";
    return isSet && first !== undefined ? readList({ node: first, scope }, reader) : undefined;
  }
  if (node.type !== "ArrayExpression") return undefined;
  return readArguments(
    node.elements.filter((each) => each !== null),
    { scope },
    reader,
  );
}

/** Texts one after the other, lists spread among them. */
export function readArguments(
  nodes: readonly Syntax[],
  { scope }: Pick<Located, "scope">,
  reader: TextReader,
): CodeTexts {
  return joined(
    nodes.map((node) => {
      if (node.type !== "SpreadElement") return readText({ node, scope }, reader);
      const spread = readList({ node: node.argument, scope }, reader);
      return spread ?? { texts: [], unread: [reader.unreadAt("spread", node)] };
    }),
  );
}

/** The keys of an object, or of a name for one. */
export function readKeys(located: Located, reader: TextReader, steps = 10): CodeTexts {
  const { node, scope } = followed(located);
  if (node.type !== "ObjectExpression" || steps === 0)
    return { texts: [], unread: [reader.unreadAt("elsewhere", located.node)] };
  return joined(
    node.properties.map((property) => {
      if (property.type === "SpreadElement") {
        const inner = followed({ node: property.argument, scope });
        if (inner.node.type === "ObjectExpression") return readKeys(inner, reader, steps - 1);
        return { texts: [], unread: [reader.unreadAt("spread", property)] };
      }
      const key = keyName(property);
      if (key !== undefined) return { texts: [reader.textAt(key, property.key)], unread: [] };
      return readText({ node: property.key, scope }, reader);
    }),
  );
}

/** The codes of a ts-pattern pattern. `isCode`: the pattern is for the code itself, not for the error. */
export function readPattern(located: Located, isCode: boolean, reader: TextReader): CodeTexts {
  const { node, scope } = followed(located);
  if (node.type === "CallExpression") {
    const maker = originOf({ node: node.callee, scope }, reader.gathered);
    // P.not, P.when and the others say nothing about single codes.
    const isUnion = maker !== undefined && "module" in maker && maker.path.at(-1) === "union";
    if (!isUnion) return noTexts;
    return joined(
      node.arguments.map((each) => {
        if (each.type !== "SpreadElement")
          return readPattern({ node: each, scope }, isCode, reader);
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
        return readPattern({ node: property.argument, scope }, false, reader);
      const value = { node: unwrap(property.value), scope };
      return readPattern(value, keyName(property) === "code", reader);
    }),
  );
}
