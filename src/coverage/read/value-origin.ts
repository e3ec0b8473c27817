/** Follows an expression to where its value comes from, as far as one file shows it. */
import { requiredModule, writtenText } from "../syntax/common-js.js";
import { keyName } from "../syntax/declare-names.js";
import { type Binding, lookUpValue } from "../syntax/scope.js";
import { unwrap } from "../syntax/unwrap.js";
import { boundFunctions, type CallingTree } from "./bound-functions.js";
import { followed, longestWay, memberOf, type ScopedNode, textOf } from "./follow-value.js";

/** Something that a module exports, or a part of it; the whole module where the path is empty. */
export interface Imported {
  readonly module: string;
  /** `undefined` stands for a member that is computed. */
  readonly path: readonly (string | undefined)[];
}

/** Something that a function gets because it is bound to operations; all that it gets where the path is empty. */
export interface Given {
  readonly operations: readonly string[];
  readonly path: Imported["path"];
}

/** Where a value comes from: another module, what errdex gives to a function, or a function of this file. */
export type Origin = Imported | Given | { readonly owner: number };

/** Where the value of an expression comes from. */
export function originOf(
  { node, scope }: ScopedNode,
  tree: CallingTree,
  steps = longestWay,
): Origin | undefined {
  if (steps === 0) return undefined;
  const inner = unwrap(node);
  const next = (located: ScopedNode): Origin | undefined => originOf(located, tree, steps - 1);
  switch (inner.type) {
    case "Identifier": {
      const binding = lookUpValue(inner.name, scope);
      if (binding?.kind !== "value" || binding.parameterOf === undefined)
        return binding && bindingOrigin(binding, next);
      const operations = boundFunctions(tree).get(binding.parameterOf);
      return operations && binding.path && { operations, path: binding.path };
    }
    case "MemberExpression": {
      const { property, computed } = inner;
      const key = keyName({ key: property, computed }) ?? textOf({ node: property, scope });
      return partOf({ node: inner.object, scope }, [key], next);
    }
    case "ImportExpression": {
      const module = writtenText(inner.source);
      return module === undefined ? undefined : { module, path: [] };
    }
    case "CallExpression": {
      const module = requiredModule(inner);
      // A `require` of the file's own is not the one of Node.
      if (module === undefined) return undefined;
      const own = lookUpValue("require", scope);
      return own === undefined || isMadeRequire(own, next) ? { module, path: [] } : undefined;
    }
    default: {
      const owner = tree.ownerOf.get(inner);
      return owner === undefined ? undefined : { owner };
    }
  }
}

// `const require = createRequire(import.meta.url)`
function isMadeRequire(
  binding: Binding,
  next: (located: ScopedNode) => Origin | undefined,
): boolean {
  if (binding.kind !== "value" || binding.from === undefined) return false;
  const made = unwrap(binding.from);
  if (made.type !== "CallExpression") return false;
  const maker = next({ node: made.callee, scope: binding.scope });
  if (maker === undefined || !("module" in maker)) return false;
  return /^(node:)?module$/.test(maker.module) && maker.path.at(-1) === "createRequire";
}

/** Where the value of a name comes from. `next` follows an expression. */
export function bindingOrigin(
  binding: Binding,
  next: (located: ScopedNode) => Origin | undefined,
): Origin | undefined {
  if (binding.kind === "import") return { module: binding.module, path: binding.path };
  if (binding.kind === "function") return { owner: binding.owner };
  if (binding.kind !== "value" || binding.from === undefined) return undefined;
  const { from, path, scope } = binding;
  return path && partOf({ node: from, scope }, path, next);
}

/** Where a part of a value comes from. `next` follows an expression. */
export function partOf(
  whole: ScopedNode,
  path: readonly (string | undefined)[],
  next: (located: ScopedNode) => Origin | undefined,
): Origin | undefined {
  const [key, ...rest] = path;
  if (path.length === 0) return next(whole);
  const member = key === undefined ? undefined : memberOf(whole, key);
  if (member !== undefined) return partOf(member, rest, next);
  if (followed(whole).node.type === "ObjectExpression" && key !== undefined) return undefined;
  const origin = next(whole);
  if (origin === undefined || "owner" in origin) return undefined;
  return { ...origin, path: [...origin.path, ...path] };
}
