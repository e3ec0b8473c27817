/** The files of a catalog as trees, for edits that go through all of them. */
import { type CatalogFile, writtenFiles } from "../../load/decode-file.js";
import { kindOf } from "../../load/load-catalog.js";
import type { FileKind } from "../../model/catalog.js";
import { nodeAt, type YamlMap, type YamlNode } from "../../model/yaml-node.js";
import { editableTree } from "../edit-file.js";
import { isFlow } from "../node-end.js";

/** A file of YAML that can be edited. */
export interface TreeFile {
  readonly kind: FileKind;
  /** In the catalog's folder. */
  readonly path: string;
  readonly shownPath: string;
  readonly root: YamlMap;
}

/** A way from the root of a file: names of members and numbers of items. */
export type TreePath = readonly (string | number)[];

/** A file that cannot be edited by place, because of a mark at its beginning, anchors or keys that stand twice. */
export class UneditableError extends Error {
  override readonly name = "UneditableError";
}

/**
 * The trees of all files of YAML that have a place in the catalog.
 *
 * @throws UneditableError where one of them cannot be edited.
 */
export function treesOf(files: readonly CatalogFile[]): readonly TreeFile[] {
  return files.flatMap((file) => {
    const { path, shownPath } = file;
    const kind = kindOf(path);
    if (kind === undefined || Object.values<string>(writtenFiles).includes(path)) return [];
    const root = editableTree(file);
    if (root === undefined)
      throw new UneditableError(
        `${shownPath} cannot be edited: \`errdex check\` says why, or it begins with a byte order mark.`,
      );
    return [{ kind, path, shownPath, root }];
  });
}

/** Whether what stands at the path stands in brackets. */
export function isInFlow({ root }: TreeFile, path: TreePath): boolean {
  return path.some((_, length) => {
    const node: YamlNode = nodeAt(root, path.slice(0, length));
    return node.kind !== "scalar" && isFlow(node);
  });
}
