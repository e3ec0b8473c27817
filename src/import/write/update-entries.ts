/** Entries that are there already → edits of what the list says otherwise now, where nobody changed it by hand. */
import { quoted } from "../../diagnostics/suggest.js";
import { addMember } from "../../fix/add-member.js";
import type { Edit } from "../../fix/edit.js";
import { isFlow } from "../../fix/node-end.js";
import type { EntryKey } from "../../model/entry-keys.js";
import type { JsonValue } from "../../model/json-value.js";
import type { Span } from "../../model/source.js";
import type { YamlMap } from "../../model/yaml-node.js";
import { yamlText } from "../../model/yaml-text.js";
import type { TakeNote } from "../import-note.js";
import { digestOfValue, rowDigest, type WrittenDigests } from "../imported-record.js";
import type { MadeEntry } from "../make/made-entry.js";

/** A change of one key of an entry. */
export interface KeyChange {
  readonly edit: Edit;
  readonly code: string;
  readonly key: EntryKey;
  readonly value: JsonValue;
  /** The entry. */
  readonly at: Span;
}

/** What becomes of an entry. */
export interface UpdatedEntry {
  readonly changes: readonly KeyChange[];
  /** What is remembered of it. */
  readonly digests: WrittenDigests;
}

/**
 * The changes of one entry.
 *
 * @param written what earlier imports wrote; undefined where none did: then only what is not there is added.
 */
export function updateEntry(
  made: MadeEntry,
  entry: YamlMap,
  written: WrittenDigests | undefined,
  note: TakeNote,
): UpdatedEntry {
  const { code, members } = made;
  const row = rowDigest(made);
  if (written?.get("row") === row) return { changes: [], digests: written };
  const digests = new Map(written);
  const changes: KeyChange[] = [];
  const isOurs = (key: EntryKey) => {
    const current = entry.value[key];
    return written === undefined
      ? current === undefined
      : digestOfValue(current) === (written.get(key) ?? digestOfValue(undefined));
  };
  // A message and its fields belong together: one without the other would not fit.
  const areOurs = isOurs("message") && isOurs("fields");
  for (const [key, value] of members) {
    if (key === "name") continue;
    const digest = digestOfValue(value);
    if (digestOfValue(entry.value[key]) === digest) {
      digests.set(key, digest);
      continue;
    }
    if (written?.get(key) === digest) continue; // the list says what it said, and somebody knows better
    const mayChange = key === "message" || key === "fields" ? areOurs : isOurs(key);
    const edit = mayChange ? editOf(entry, key, value) : undefined;
    if (edit === undefined) {
      const found = entry.pairs.get(key);
      note(
        "kept-by-hand",
        found?.value ?? made.at,
        `${code} keeps its ${key}; the list says ${typeof value === "string" ? quoted(value) : yamlText(value, true)}.`,
        { code },
      );
      continue;
    }
    changes.push({ edit, code, key, value, at: entry });
    digests.set(key, digest);
  }
  return { changes, digests: new Map([...digests, ["row", row]]) };
}

function editOf(entry: YamlMap, key: EntryKey, value: JsonValue): Edit | undefined {
  const pair = entry.pairs.get(key);
  if (pair === undefined) return addMember(entry, key, value);
  const { start, file } = pair.value;
  const end = pair.value.kind === "scalar" ? pair.value.end : closingOf(file.text, start);
  // A block of text has a mark and an indent, which are no part of its place.
  if (end === undefined || file.text.slice(start, end).includes("\n")) return undefined;
  return { start, end, text: yamlText(value, isFlow(entry)) };
}

/** Behind the bracket that closes the one at a place. What it ends up with is read back, so brackets in texts do no harm. */
function closingOf(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length && text[at] !== "\n"; at += 1) {
    if ("{[".includes(text[at] ?? "")) depth += 1;
    else if ("}]".includes(text[at] ?? "")) depth -= 1;
    if (depth === 0) return at === start ? undefined : at + 1;
  }
  return undefined;
}
