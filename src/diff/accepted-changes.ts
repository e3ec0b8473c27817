/** Changes that a catalog accepts, until a release. */
import semver from "semver";
import type { Suppression } from "../model/catalog.js";
import { type Change, isAcceptable } from "./changes/change.js";

/** Changes, and the suppressions that none of them needs. */
export interface Suppressed {
  /** What is accepted asks for no version and keeps its place in the list. */
  readonly changes: readonly Change[];
  readonly unused: readonly Suppression[];
}

/** Accepts changes. What is refused is never accepted, and a suppression ends with the release that it names. */
export function suppress(
  changes: readonly Change[],
  suppressions: readonly Suppression[],
  baseVersion: string,
): Suppressed {
  const used = new Set<Suppression>();
  const active = suppressions.filter((each) => !hasEnded(each, baseVersion));
  const byChange = new Map<string, Suppression>();
  for (const suppression of active) {
    const codes = suppression.codes.length === 0 ? [{ value: undefined }] : suppression.codes;
    for (const { value: code } of codes) {
      const key = keyOf(suppression.change.value, code);
      if (!byChange.has(key)) byChange.set(key, suppression);
    }
  }
  const rank = new Map(active.map((suppression, index) => [suppression, index]));
  const accepted = changes.map((change): Change => {
    const meant = [keyOf(change.id, change.code), keyOf(change.id, undefined)]
      .flatMap((key) => byChange.get(key) ?? [])
      .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const found = isAcceptable(change) ? meant[0] : undefined;
    if (found === undefined) return change;
    used.add(found);
    return { ...change, bump: change.onceAccepted ?? "none", suppressed: found.reason };
  });
  return { changes: accepted, unused: suppressions.filter((each) => !used.has(each)) };
}

/** Whether the release that ends it has been made. */
export function hasEnded({ until }: Suppression, baseVersion: string): boolean {
  if (semver.valid(until.value) === null || semver.valid(baseVersion) === null) return true;
  return semver.gte(baseVersion, until.value);
}

function keyOf(kind: string, code: string | undefined): string {
  return JSON.stringify([kind, code]);
}
