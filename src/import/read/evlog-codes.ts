/** `defineErrorCatalog` and `defineError` of evlog → what they say of codes. */
import { forEachChild, type Syntax, type SyntaxOf } from "../../coverage/syntax/parse-source.js";
import type { ListedCode } from "../listed-code.js";
import { type ListMember, memberOf } from "./list-tree.js";
import { type SourceContext, sourceList, sourceText } from "./source-list.js";

/** Reads the catalogs of a source. The code of an entry is `prefix.KEY`; without a status evlog answers 500. */
export function evlogCodes(program: Syntax, context: SourceContext): readonly ListedCode[] {
  return callsIn(program).flatMap((call) => {
    const { callee } = call;
    const [first, second] = call.arguments;
    if (callee.type !== "Identifier" || first === undefined || second === undefined) return [];
    const prefix = sourceText(first as Syntax, context);
    const entries = sourceList(second as Syntax, context);
    if (prefix === undefined || entries?.kind !== "map") return [];
    if (callee.name === "defineError")
      return entryCodes({ name: prefix.value, at: prefix.at, value: entries }, undefined);
    if (callee.name !== "defineErrorCatalog") return [];
    const category = { value: prefix.value, at: prefix.at };
    return entries.members.flatMap((member) => entryCodes(member, category));
  });
}

function entryCodes(
  { name, at, value }: ListMember,
  category: ListedCode["category"],
): readonly ListedCode[] {
  if (value.kind !== "map") return [];
  const code = { value: category === undefined ? name : `${category.value}.${name}`, at };
  const text = (key: string) => {
    const found = memberOf(value, key);
    return found?.kind === "text" ? found : undefined;
  };
  const message = text("message");
  const cause = text("why");
  const fix = text("fix");
  return [
    {
      code,
      at,
      status: text("status") ?? { value: "500", at },
      ...(message && { message }),
      ...(message?.types && { types: message.types }),
      ...(cause && { cause }),
      ...(fix && { fix }),
      ...(category && { category }),
    },
  ];
}

/** Every call of a source. */
export function callsIn(program: Syntax): readonly SyntaxOf<"CallExpression">[] {
  const calls: SyntaxOf<"CallExpression">[] = [];
  const waiting: Syntax[] = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "CallExpression") calls.push(node);
    const children: Syntax[] = [];
    forEachChild(node, (child) => children.push(child));
    waiting.push(...children.reverse());
  }
  return calls;
}
