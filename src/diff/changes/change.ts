/** A difference between two contracts. */
import { compareText } from "../../model/catalog.js";
import type { Span } from "../../model/source.js";
import { type Bump, bumps, type Effect } from "./change-kind.js";
import type { ChangeKind } from "./change-kinds.js";

/** A difference between two contracts, classed for both sides. */
export interface Change {
  readonly id: ChangeKind;
  /** Absent where it is not about one code. */
  readonly code?: string;
  /** Where it is in the contract: `codes.quota_exceeded.fields.usage.plan`. */
  readonly path: string;
  readonly steps: readonly string[];
  /** To those who construct errors. */
  readonly producers: Effect;
  /** To those who decode them. */
  readonly consumers: Effect;
  readonly bump: Bump;
  /** No version covers it until the catalog accepts it with a reason; then it asks for this. */
  readonly onceAccepted?: Bump;
  /** What changed and why it matters. */
  readonly message: string;
  /** What to do instead; empty where there is nothing to do. */
  readonly help: string;
  /** The place in the current catalog, or in the base where it is gone. */
  readonly location: Span | undefined;
  /** The place in the base, where there is one. */
  readonly before: Span | undefined;
  /** The reason for which the catalog accepts the change. */
  readonly suppressed?: string;
}

/** Whether no version can cover the change: it is refused for good, or until the catalog accepts it. */
export function isRefused(change: Classed): boolean {
  const { onceAccepted, suppressed } = change;
  return !isAcceptable(change) || (onceAccepted !== undefined && suppressed === undefined);
}

/** Whether a catalog can accept the change, or changes of the kind. */
export function isAcceptable({ producers, consumers }: Classed): boolean {
  return producers !== "refused" && consumers !== "refused";
}

type Classed = Pick<Change, "producers" | "consumers" | "onceAccepted" | "suppressed">;

/** The greater of the bumps. */
export function greatestBump(all: Iterable<Bump>): Bump {
  let greatest = 0;
  for (const bump of all) greatest = Math.max(greatest, bumps.indexOf(bump));
  return bumps[greatest] ?? "none";
}

/** What all changes together ask of the version. */
export function bumpOf(changes: readonly Change[]): Bump {
  return greatestBump(changes.map(({ bump }) => bump));
}

/** The worst first, then by path. */
export function sortChanges(changes: readonly Change[]): readonly Change[] {
  const rank = (change: Change) => (isRefused(change) ? bumps.length : bumps.indexOf(change.bump));
  return [...changes].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      compareText(a.path, b.path) ||
      compareText(a.id, b.id) ||
      compareText(a.message, b.message),
  );
}
