/** What is said once, for every entry that does not say it itself. */
import type { Located, Span } from "./source.js";

/** What `defaults` may say. */
export const defaultKeys = ["category", "resolver", "retry", "since", "stack"] as const;
/** A key of an entry, or the category of a file, that may be said once for many. */
export type DefaultKey = (typeof defaultKeys)[number];

/** A value that `defaults` has, in catalog.yaml or at the head of a file of entries. */
export interface Default {
  readonly key: DefaultKey;
  /** Of the key. */
  readonly at: Span;
  readonly value: Located<string | boolean>;
  /** Whether an entry goes by it. */
  readonly isTaken: boolean;
}

/** Whether an entry has what it has of a key from `defaults`. */
export function isInherited(
  { keys }: { readonly keys: { readonly names: readonly string[] } },
  key: Exclude<DefaultKey, "category">,
): boolean {
  return !keys.names.includes(key);
}
