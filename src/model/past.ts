/** What was released once and is no more: codes and spellings that must never mean anything else. */
import type { Located, Span } from "./source.js";

/** A part of the contract that ledgers of old do not have. */
export type UnsaidPart = "type" | "context" | "texts";

/** A code that was released and is in use no more. */
export interface PastCode {
  readonly at: Span;
  /** The last version that had it. */
  readonly until: string;
  readonly title: string | undefined;
  /** The digest of what others relied on; ledgers of old have none. */
  readonly contract: string | undefined;
}

/** All that is remembered. */
export interface Past {
  readonly at: Span;
  readonly codes: ReadonlyMap<string, PastCode>;
  /** Wire format → spelling → the code that it stood for. */
  readonly spellings: ReadonlyMap<string, ReadonlyMap<string, Located<string>>>;
}
