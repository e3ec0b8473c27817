/** What a list says of a code: texts as they are written, each with its place. */
import type { Located, Span } from "../model/source.js";

/** What a list may say of a code. */
export const listKeys = [
  ...["code", "name", "status", "title", "message", "meaning", "cause", "fix"],
  ...["category", "retry", "severity"],
] as const;

/** Something that a list may say of a code. */
export type ListKey = (typeof listKeys)[number];

/** A code of a list, with what the list says of it. */
export interface ListedCode extends Readonly<Partial<Record<ListKey, Located<string>>>> {
  /** As the list spells it. */
  readonly code: Located<string>;
  /** Of the whole row. */
  readonly at: Span;
  /** What a comment of a source says of it. */
  readonly comment?: Located<string>;
  /** Field → type, where the source says what is put into the message. */
  readonly types?: ReadonlyMap<string, string>;
}

/** A list that was read. */
export interface ReadList {
  readonly codes: readonly ListedCode[];
  /** What was read from which column or member, in words of the list: `code` → `Error`. */
  readonly columns: ReadonlyMap<ListKey, string>;
  /** Columns and members that were not taken, each where it first stands as a name. */
  readonly left: readonly Located<string>[];
  /** Whether a code may stand in it several times, as in a document that lists the answers of each operation. */
  readonly repeats?: boolean;
}
