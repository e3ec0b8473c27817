/** Finds the functions that an error handler binds to an operation: `errors.operation("view_image", (raise) => …)`. */
import { remembered } from "../../model/remembered.js";
import { keyName } from "../syntax/declare-names.js";
import type { Syntax, SyntaxOf } from "../syntax/parse-source.js";
import { lookUpValue } from "../syntax/scope.js";
import type { Seen, WalkedTree } from "../syntax/walked-tree.js";
import { followed, type ScopedNode, textOf } from "./follow-value.js";

/** What finding them needs of a tree. */
export type CallingTree = Pick<WalkedTree, "ownerOf" | "calls">;

/** By the number of a function: the operations that it is bound to, most often one. */
export const boundFunctions = remembered(
  ({ calls, ownerOf }: CallingTree): ReadonlyMap<number, readonly string[]> => {
    const bound = new Map<number, string[]>();
    for (const { node, scope } of calls) {
      const binding = bindingOf({ node, scope });
      const owner = binding && functionAt({ node: binding.make, scope }, ownerOf);
      if (binding === undefined || owner === undefined) continue;
      const { operation } = binding;
      const before = bound.get(owner) ?? [];
      if (!before.includes(operation)) bound.set(owner, [...before, operation]);
    }
    return bound;
  },
);

/** The operation that a call binds, and what it binds to it. */
export function bindingOf({
  node: { callee, arguments: given },
  scope,
}: Pick<Seen<SyntaxOf<"CallExpression">>, "node" | "scope">):
  | { readonly operation: string; readonly make: Syntax }
  | undefined {
  const [first, make] = given;
  if (first === undefined || make === undefined) return undefined;
  if (!isOperation({ node: callee, scope })) return undefined;
  const operation = textOf({ node: first, scope });
  return operation === undefined ? undefined : { operation, make };
}

// `errors.operation`, or a name for it: the error handler itself may come from anywhere.
function isOperation(located: ScopedNode): boolean {
  const { node, scope } = followed(located);
  if (node.type === "MemberExpression")
    return keyName({ key: node.property, computed: node.computed }) === name;
  if (node.type !== "Identifier") return false;
  const binding = lookUpValue(node.name, scope);
  if (binding?.kind !== "value" && binding?.kind !== "import") return false;
  return binding.path?.at(-1) === name;
}

const name = "operation";

function functionAt(located: ScopedNode, ownerOf: CallingTree["ownerOf"]): number | undefined {
  const { node, scope } = followed(located);
  const owner = ownerOf.get(node);
  if (owner !== undefined || node.type !== "Identifier") return owner;
  const binding = lookUpValue(node.name, scope);
  return binding?.kind === "function" ? binding.owner : undefined;
}
