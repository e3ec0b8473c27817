/** What was proven once and need not be proven again: a run is given the proofs of an earlier one, and says which it relies on. */

/** Remembers proofs by what they were about. */
export interface Proofs {
  /** A short name for a text that no other text has. */
  digest(text: string): string;
  /** Whether what has that name was proven before. Whoever asks relies on it, so it is kept for the next run. */
  has(name: string): boolean;
  /** Keeps that it is proven. Only for what was found to be without fault. */
  keep(name: string): void;
}
