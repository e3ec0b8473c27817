/** Every place of a catalog that names a code. */
import { nodeAt, pairOf, type YamlMap, type YamlNode } from "../../model/yaml-node.js";
import type { TreeFile, TreePath } from "./catalog-tree.js";

/** What a code is named for. */
export type MentionKind =
  | "entry"
  | "successor"
  | "fallback"
  | "role"
  | "inference"
  | "exemption"
  | "suppression"
  | "group"
  | "operation"
  | "row"
  | "fold"
  | "fold target"
  | "translation";

/** A place that names a code. */
export interface Mention {
  readonly kind: MentionKind;
  readonly file: TreeFile;
  readonly path: TreePath;
  /** Whether the code is the key at the path, and not the value. */
  readonly isKey: boolean;
}

/** The places that name the code, in the order of the files. */
export function mentionsOf(files: readonly TreeFile[], code: string): readonly Mention[] {
  return files.flatMap((file) =>
    placesIn(file)
      .filter(({ path, isKey }) => nameAt(file.root, path, isKey) === code)
      .map((place) => ({ ...place, file })),
  );
}

type Place = Omit<Mention, "file">;

function placesIn({ kind, root }: TreeFile): readonly Place[] {
  const values = (of: MentionKind, path: TreePath): readonly Place[] => {
    const node = found(root, path);
    if (node === undefined) return [];
    if (node.kind !== "list") return [{ kind: of, path, isKey: false }];
    return node.items.map((_, index) => ({ kind: of, path: [...path, index], isKey: false }));
  };
  const keys = (of: MentionKind, path: TreePath): readonly Place[] =>
    membersAt(root, path).map((name) => ({ kind: of, path: [...path, name], isKey: true }));
  const below = (path: TreePath, inside: (path: TreePath) => readonly Place[]) =>
    childrenAt(root, path).flatMap((step) => inside([...path, step]));
  switch (kind) {
    case "catalog":
      return [
        ...values("fallback", ["fallback"]),
        ...below(["roles"], (path) => [
          ...values("role", path),
          ...values("role", [...path, "code"]),
        ]),
        ...below(["infer"], (path) => values("inference", path)),
        ...below(["allow"], (path) => values("exemption", [...path, "codes"])),
        ...below(["suppress"], (path) => values("suppression", [...path, "codes"])),
      ];
    case "errors":
      return [
        ...keys("entry", ["errors"]),
        ...below(["errors"], (path) =>
          ["deprecated", "retired"].flatMap((key) =>
            values("successor", [...path, key, "replaced_by"]),
          ),
        ),
      ];
    case "operations":
      return [
        ...below(["groups"], (path) => values("group", path)),
        ...below(["operations"], (path) => values("operation", [...path, "codes"])),
      ];
    case "wire":
      return [
        ...keys("row", ["codes"]),
        ...keys("fold", ["folds"]),
        ...below(["folds"], (path) => values("fold target", path)),
        ...below(["infer"], (path) => [
          ...values("inference", path),
          ...below(path, (item) => values("inference", [...item, "code"])),
        ]),
      ];
    case "locale":
      return keys("translation", ["errors"]);
    default:
      return [];
  }
}

/** The node at the end of the path, where the path leads to its end. */
export function found(root: YamlMap, path: TreePath): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (typeof step === "string") node = pairOf(node, step)?.value;
    else node = node?.kind === "list" ? node.items[step] : undefined;
    if (node === undefined) return undefined;
  }
  return node;
}

function nameAt(root: YamlMap, path: TreePath, isKey: boolean): unknown {
  if (isKey) return path.at(-1);
  const node = found(root, path);
  return node?.kind === "scalar" ? node.value : undefined;
}

function membersAt(root: YamlMap, path: TreePath): readonly string[] {
  const node = found(root, path);
  return node?.kind === "map" ? [...node.pairs.keys()] : [];
}

function childrenAt(root: YamlMap, path: TreePath): TreePath {
  const node = nodeAt(root, path);
  if (found(root, path) === undefined) return [];
  if (node.kind === "list") return node.items.map((_, index) => index);
  return node.kind === "map" ? [...node.pairs.keys()] : [];
}
