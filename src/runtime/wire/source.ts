/** What decoding reads from. */
import type { Answer } from "./answer.js";

/** What fields are read from. */
export interface Source {
  readonly body: unknown;
  /** One of several errors in the body, which then has both; `null` where it has none. */
  readonly error?: unknown;
  /** The answer itself, where it has no error in its list. */
  readonly whole?: Source | undefined;
  /** The body is one of several answers in one. */
  readonly isPart?: true | undefined;
  /** The limit that the errors of the answer pass, in words. */
  readonly passed?: string | undefined;
  readonly headers: Answer["headers"];
  /** Milliseconds since 1970; absent: the time when it is asked for. */
  readonly now: number | undefined;
  /** Whether numbers in texts are numbers. */
  readonly lenient?: boolean | undefined;
}
