/** What clients and services of two versions make of each other's answers, as comparisons ask for it. */

/** Which of two may be the readers. */
export type Reader = "deployed clients" | "new clients";

/** An example whose answer one version reads differently from the other that sent it. */
export interface Misreading {
  readonly reader: Reader;
  readonly code: string;
  /** The title of the example. */
  readonly example: string;
}

/**
 * The misreadings of a format: those of a code, or of all codes that have no body of their own there.
 * The first for each reader is enough.
 */
export type Replay = (format: string, code: string | undefined) => readonly Misreading[];
