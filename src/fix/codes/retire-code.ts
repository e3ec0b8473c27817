/** A code that is no longer used: its entry becomes a tombstone, or goes where nobody can have the code, and what named it for use names its successor, or nothing. */
import type { YamlMap } from "../../model/yaml-node.js";
import { addMember } from "../add-member.js";
import type { TreeFile } from "./catalog-tree.js";
import { type CodeChange, type FileEdit, inFile, RefusedChangeError } from "./code-change.js";
import { found, type Mention, mentionsOf } from "./mentions.js";
import { removedAt, renamed } from "./tree-edits.js";

/** How a code ends. */
export interface Retirement {
  readonly code: string;
  /** The first version without it; undefined where it was never released, and is forgotten. */
  readonly since: string | undefined;
  /** A code of this catalog, or `catalog/code`. */
  readonly replacedBy: string | undefined;
  readonly reason: string | undefined;
  /** The successor, where it is a code of this catalog. */
  readonly successor: string | undefined;
}

/** @throws RefusedChangeError where something cannot do without the code, or cannot be edited. */
export function retireCode(files: readonly TreeFile[], retirement: Retirement): CodeChange {
  const { code, since, replacedBy, reason, successor } = retirement;
  const notes: string[] = [];
  const isForgotten = since === undefined;
  if (isForgotten && reason !== undefined)
    notes.push("The reason was not written: there is no entry that could have it.");
  const ending = {
    since: since ?? "",
    ...(replacedBy !== undefined && { replaced_by: replacedBy }),
    ...(reason !== undefined && { reason }),
  };
  const edits = mentionsOf(files, code).flatMap((mention): readonly FileEdit[] => {
    const { kind, file, path } = mention;
    if (isForgotten && ["entry", "row", "fold", "translation", "suppression"].includes(kind))
      return [inFile(file, removedAt(file, path, kind !== "fold"), `a ${kind}`)];
    if (kind === "entry") {
      const edit = addMember(found(file.root, path) as YamlMap, "retired", ending);
      return [inFile(file, edit, `the entry ${code}`)];
    }
    // They are read for as long as somebody sends the code, and other codes may still lead to it.
    const isRead = ["row", "fold", "translation", "suppression"].includes(kind);
    if (isRead || (kind === "successor" && !isForgotten)) return [];
    if (successor !== undefined && kind !== "exemption") {
      const isThere = isListed(mention, successor);
      notes.push(`${placeText(mention)} names ${successor} ${isThere ? "already" : "now"}.`);
      return [inFile(file, isThere ? removal(mention) : renamed(mention, successor), kind)];
    }
    if (kind === "successor")
      throw new RefusedChangeError(
        `${file.shownPath} names ${code} as what has taken the place of ${path[1]}: say there what has, or say with --replaced-by which takes the place of ${code}.`,
      );
    if (kind === "fallback" || kind === "fold target")
      throw new RefusedChangeError(
        `${code} is the ${kind === "fallback" ? "fallback" : `code that another is folded into in ${file.shownPath}`}: name another first, or say which takes its place with --replaced-by.`,
      );
    notes.push(`${placeText(mention)} no longer names ${code}.`);
    return [inFile(file, removal(mention), kind)];
  });
  return { edits, created: new Map(), notes };
}

/** Whether the list of the mention has the other code as well. */
function isListed({ file, path }: Mention, other: string): boolean {
  const list = found(file.root, path.slice(0, -1));
  return list?.kind === "list" && list.value.includes(other);
}

function removal({ kind, file, path }: Mention) {
  if (kind === "operation" || kind === "group") return removedAt(file, path, true);
  if (kind === "role") return removedAt(file, path.slice(0, 2));
  if (kind === "exemption") {
    const [list, item] = path;
    const codes = found(file.root, path.slice(0, 3));
    const isOnly = codes?.kind !== "list" || codes.items.length === 1;
    return removedAt(file, isOnly ? [list ?? "", item ?? 0] : path);
  }
  // `{ code, when }` goes as a whole.
  return removedAt(file, path.at(-1) === "code" ? path.slice(0, -1) : path);
}

function placeText({ kind, file, path }: Mention): string {
  const [, name] = path;
  const where = typeof name === "string" ? ` ${name}` : "";
  return `${file.shownPath}: the ${kind}${where}`;
}
