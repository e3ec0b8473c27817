/** Proofs that go from one build to the next. */
import { createHash } from "node:crypto";
import type { Proofs } from "../wire/proofs.js";

/** Proofs of an earlier build, and those of this one. */
export interface KnownProofs extends Proofs {
  /** What this build relied on: the rest is of things that are gone. */
  readonly used: ReadonlySet<string>;
}

/** Proofs with these names are known. */
export function knownProofs(names: Iterable<string>): KnownProofs {
  const known = new Set(names);
  const used = new Set<string>();
  return {
    used,
    digest: (text) => createHash("sha256").update(text).digest("base64url"),
    has: (name) => {
      if (known.has(name)) used.add(name);
      return known.has(name);
    },
    keep: (name) => {
      used.add(name);
    },
  };
}
