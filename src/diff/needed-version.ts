/** Which version a bump leads to, and whether one is enough. */
import semver from "semver";
import type { Bump } from "./changes/change-kind.js";

/** The least version that covers the bump; undefined where the base has none that semver knows. */
export function neededVersion(base: string, bump: Bump): string | undefined {
  if (semver.valid(base) === null) return undefined;
  return bump === "none" ? base : (semver.inc(base, bump) ?? undefined);
}

/** Semver item 4: before 1.0.0 a minor version may break. */
export function breakingBump(base: string): Bump {
  return semver.parse(base)?.major === 0 ? "minor" : "major";
}

/** The version that a catalog will have once the bump is covered: its own where that is enough. */
export function comingVersion(base: string, version: string, bump: Bump): string {
  return covers(base, version, bump) ? version : (neededVersion(base, bump) ?? version);
}

/** Whether the version is enough. A prerelease of the version that is needed is. */
export function covers(base: string, version: string, bump: Bump): boolean {
  const needed = neededVersion(base, bump);
  const parsed = semver.parse(version);
  if (needed === undefined || parsed === null) return false;
  if (bump === "none") return semver.gte(version, base);
  const release = `${parsed.major}.${parsed.minor}.${parsed.patch}`;
  return semver.gt(version, base) && semver.gte(release, needed);
}
