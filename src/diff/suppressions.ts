/** Changes that a catalog accepts, until a release. */
import semver from "semver";
import type { Suppression } from "../model/catalog.js";
import { type Change, isRefused } from "./change.js";

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
  const accepted = changes.map((change): Change => {
    const found = isRefused(change)
      ? undefined
      : active.find((suppression) => isMeant(suppression, change));
    if (found === undefined) return change;
    used.add(found);
    return { ...change, bump: "none", suppressed: found.reason };
  });
  return { changes: accepted, unused: suppressions.filter((each) => !used.has(each)) };
}

/** Whether the release that ends it has been made. */
export function hasEnded({ until }: Suppression, baseVersion: string): boolean {
  if (semver.valid(until.value) === null || semver.valid(baseVersion) === null) return true;
  return semver.gte(baseVersion, until.value);
}

function isMeant({ change: kind, codes }: Suppression, change: Change): boolean {
  if (kind.value !== change.id) return false;
  return codes.length === 0 || codes.some(({ value }) => value === change.code);
}
