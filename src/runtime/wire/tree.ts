/** Trees of errors: texts or objects under the names of what they are about, as deep as that is. */
import { isRecord } from "../is-record.js";
import { own, setOwn } from "../own-member.js";
import { joinPath, splitPath } from "./path-steps.js";

export { joinPath, splitPath };

/** What stands at a place of a tree. */
export interface TreeLeaf {
  /** As `joinPath` makes it; the root's is `""`. */
  readonly path: string;
  readonly leaf: unknown;
}

const deepest = 100;

/** Of all paths together, in UTF-16 code units: many leaves under one long name are more than the tree itself. */
const longest = 10_485_760;

/**
 * All leaves of a tree, parents before their children. Steps into lists are indexes. Empty objects and lists have none,
 * neither does `null` inside the tree. Undefined where something else than a leaf or a branch stands in it, where it is
 * more than 100 levels deep, and where all its paths together have more than 10,485,760 code units.
 *
 * @param leafName the member that holds the leaf, of any kind; a branch may have one beside its other members.
 * @param isLeaf tells leaves where there is no such name; a leaf is not looked into.
 */
export function leavesOf(
  tree: unknown,
  leafName: string | undefined,
  isLeaf: (value: unknown) => boolean,
): readonly TreeLeaf[] | undefined {
  const leaves: TreeLeaf[] = [];
  const steps: string[] = [];
  let room = longest;
  const add = (leaf: unknown): boolean => {
    const path = joinPath(steps);
    room -= path.length;
    return leaves.push({ path, leaf }) > 0 && room >= 0;
  };
  const collect = (value: unknown): boolean => {
    const isList = Array.isArray(value);
    const isBranch = isList || isRecord(value);
    if (isBranch && Object.keys(value).length === 0) return true;
    if (leafName === undefined && isLeaf(value)) return add(value);
    if (!isBranch) return value === null && steps.length > 0;
    return Object.entries(value).every(([step, child]) => {
      if (child === undefined) return true;
      if (step === leafName && !isList) return add(child);
      if (steps.length === deepest) return false;
      steps.push(step);
      const isRead = collect(child);
      steps.pop();
      return isRead;
    });
  };
  return collect(tree) ? leaves : undefined;
}

/**
 * The tree with the leaves, of objects alone: an index is a member that is named `0`.
 *
 * A leaf for which a tree has no place beside those before it is left out: a second one of the same path; without
 * `leafName` one above or below another; with it one that has this name among its steps; one more than 100 steps deep.
 *
 * @param leafName the member that holds the leaf; without it the leaf is the branch itself, the root's the whole tree.
 * @param leaveOut is told of each leaf that is left out.
 */
export function treeOf(
  leaves: readonly TreeLeaf[],
  leafName: string | undefined,
  leaveOut?: (leaf: TreeLeaf) => void,
): unknown {
  const holder: { readonly root?: unknown } = {};
  const branches = new Set<unknown>();
  const place = (steps: readonly string[], leaf: unknown): boolean => {
    if (steps.length > deepest || steps.includes(leafName as string)) return false;
    const way = ["root", ...steps, ...(leafName === undefined ? [] : [leafName])];
    const name = way.pop() as string;
    let branch: object = holder;
    for (const step of way) {
      let next: unknown = own(branch, step as never);
      if (next === undefined) {
        // What is made here always gets its leaf: a branch that is new has nothing in it that could be in the way.
        next = {};
        branches.add(next);
        setOwn(branch, step, next);
      } else if (!branches.has(next)) return false;
      branch = next as object;
    }
    if (Object.hasOwn(branch, name)) return false;
    setOwn(branch, name, leaf);
    return true;
  };
  for (const each of leaves) if (!place(splitPath(each.path), each.leaf)) leaveOut?.(each);
  return own(holder, "root") ?? {};
}
