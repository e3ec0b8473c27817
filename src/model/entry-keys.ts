/** The keys of an entry, in the order in which they are written. */

/** What a client sees, then what it means, then what it carries, then its history. */
export const entryKeys = [
  ...["status", "title", "message", "meaning", "causes", "fixes", "resolver", "severity"],
  ...["retry", "delay", "grpc", "exit"],
  ...["headers", "challenge", "never_sent", "stack", "fields", "examples"],
  ...["since", "name", "deprecated", "retired"],
] as const;

/** A key of an entry. */
export type EntryKey = (typeof entryKeys)[number];

/** Where a key belongs; undefined for one that nobody knows: it may be any of them, misspelt. */
export function keyRank(key: string): number | undefined {
  const rank = (entryKeys as readonly string[]).indexOf(key);
  return rank === -1 ? undefined : rank;
}
