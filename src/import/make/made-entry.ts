/** An entry as an import makes it of what a list says. */
import type { EntryKey } from "../../model/entry-keys.js";
import type { JsonValue } from "../../model/json-value.js";
import type { Span } from "../../model/source.js";

/** An entry to write. */
export interface MadeEntry {
  readonly code: string;
  /** How the list spells it. */
  readonly spelling: string;
  /** Of the code in the list. */
  readonly at: Span;
  readonly category: MadeCategory;
  /** What the list itself calls the category; undefined where it says none. */
  readonly listedCategory: string | undefined;
  /** What is written, by key, in the order of keys. */
  readonly members: ReadonlyMap<EntryKey, JsonValue>;
  /** A status that no registry has, which only the row of a wire format can allow. */
  readonly oddStatus: number | undefined;
  /** What the list says, by which it is known again. */
  readonly said: readonly string[];
}

/** A category, by what the list calls it. */
export interface MadeCategory {
  readonly id: string;
  readonly title: string;
}
