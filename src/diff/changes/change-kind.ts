/** What is said of a kind of change: whom it hurts, how much, why, and what to do instead. */

/** What a change does to those on one side. */
export type Effect = "safe" | "notice" | "breaks" | "refused";

/** How much the version has to grow. */
export const bumps = ["none", "patch", "minor", "major"] as const;
/** How much the version has to grow. */
export type Bump = (typeof bumps)[number];

/** A kind of change. */
export interface ChangeKindDefinition {
  /** One sentence: what changed. */
  readonly summary: string;
  /** To those who construct errors, compiled against the generated module. */
  readonly producers: Effect;
  /** To those who decode them, deployed clients among them. */
  readonly consumers: Effect;
  /** To those who decode answers of somebody else's service, where that is less: such a service asks nobody. */
  readonly readers?: Effect;
  /** Whether clients meet it of a code too that no answer of HTTP says: those of gRPC, and scripts. */
  readonly isMetBeyondHttp?: true;
  readonly bump: Bump;
  /** No version covers it until the catalog accepts it with a reason; then it asks for this. */
  readonly onceAccepted?: Bump;
  /** Why it is classed so. */
  readonly reason: string;
  /** What to do instead; empty where there is nothing to do. */
  readonly help: string;
}

/** A kind of change that a catalog has to accept before any version covers it. */
export function acceptedKind(
  onceAccepted: Bump,
  ...said: Parameters<typeof changeKind>
): ChangeKindDefinition {
  return { ...changeKind(...said), onceAccepted };
}

/** A kind of change that is refused, but not of a service of somebody else, which does as it likes. */
export function refusedKind(
  readers: Effect,
  ...said: readonly [summary: string, reason: string, help: string]
): ChangeKindDefinition {
  return { ...changeKind(["refused", "refused", "major"], ...said), readers };
}

/** A kind of change of what a code says beside HTTP. */
export function kindBeyondHttp(...said: Parameters<typeof changeKind>): ChangeKindDefinition {
  return { ...changeKind(...said), isMetBeyondHttp: true };
}

/** Spells out a row of the table. */
export function changeKind(
  [producers, consumers, bump]: readonly [Effect, Effect, Bump],
  summary: string,
  reason: string,
  help: string = "",
): ChangeKindDefinition {
  return { summary, producers, consumers, bump, reason, help };
}
