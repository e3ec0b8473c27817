/** `imported.json`: what imports have written, by which the next one tells what was changed by hand. */
import { digestOf } from "../model/digest.js";
import type { MadeEntry } from "./make/made-entry.js";

/** What an import has written of a code: digests by key, and of the row under `row`. */
export type WrittenDigests = ReadonlyMap<string, string>;

/** Code → what was written of it, by list. */
export type ImportedRecord = ReadonlyMap<string, ReadonlyMap<string, WrittenDigests>>;

/** A file that is no record. */
export class BrokenRecordError extends Error {
  override readonly name = "BrokenRecordError";
}

/** A digest of a value as it is written; of nothing, too. It shows accidents, and keeps nobody from anything. */
export function digestOfValue(value: unknown): string {
  return digestOf([JSON.stringify(value) ?? ""]).slice(0, 8);
}

/** What is remembered of an entry. */
export function digestsOf({ members, said }: MadeEntry): WrittenDigests {
  return new Map([
    ["row", rowDigest({ said })],
    ...[...members].map(([key, value]) => [key, digestOfValue(value)] as const),
  ]);
}

/** A digest of what the list says. */
export function rowDigest({ said }: Pick<MadeEntry, "said">): string {
  return digestOfValue(said);
}

/**
 * Reads a record.
 *
 * @throws BrokenRecordError where it is none.
 */
export function parseRecord(text: string): ImportedRecord {
  const lists = membersOf(member(parsed(text), "lists"));
  return new Map(
    lists.map(([list, codes]) => [
      list,
      new Map(
        membersOf(codes).map(([code, digests]) => [
          code,
          new Map(membersOf(digests).map(([key, digest]) => [key, String(digest)])),
        ]),
      ),
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return membersOf(value).find(([each]) => each === name)?.[1];
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.entries(value);
  throw new BrokenRecordError(
    "imported.json is not what `errdex import` wrote. Take the last good version from your history, or delete it: then all that differs from the list counts as changed by hand.",
  );
}

/** A record as a file: a line for each code, in order, so that a diff is small. */
export function recordText(record: ImportedRecord): string {
  const lists = [...record].sort(byName).map(([list, codes]) => {
    const lines = [...codes]
      .sort(byName)
      .map(
        ([code, digests]) =>
          `      ${JSON.stringify(code)}: ${JSON.stringify(Object.fromEntries(digests))}`,
      );
    return `    ${JSON.stringify(list)}: {\n${lines.join(",\n")}\n    }`;
  });
  return `{\n  "lists": {\n${lists.join(",\n")}\n  }\n}\n`;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
