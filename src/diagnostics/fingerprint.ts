/** Names for findings that stay the same when lines move. */
import { createHash } from "node:crypto";
import { placeFinder } from "../model/source.js";
import type { Finding } from "./finding.js";

/**
 * A fingerprint for each finding: of its rule and the text of its line, and the how-manieth of these it is in the file.
 * No two findings of a file share one.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const placeOf = placeFinder();
  const seen = new Map<string, number>();
  return findings.map(({ rule, at }) => {
    const { text } = at.file;
    // Of a long line what is around the place: a file may be one line of many megabytes, and each of them a finding.
    const from = Math.max(at.start - placeOf(at).column + 1, at.start - widest);
    const [line = ""] = text.slice(from, at.start + widest).split(lineEnd, 1);
    const hash = createHash("sha256").update(`${rule}\n${line.trim()}`).digest("hex").slice(0, 16);
    const key = `${at.file.path}\n${hash}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return `${hash}:${occurrence}`;
  });
}

const lineEnd = "\n";
const widest = 1000;
