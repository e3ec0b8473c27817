/** Data of an event without what was found to be hidden. */
import { setOwn } from "../runtime/own-member.js";
import { redact, type SecretPath } from "../runtime/redact.js";
import { leftOut } from "./log-data.js";

const deepest = 20;

/** What is taken out. */
export interface TakenOut {
  /** Makes a text safe. */
  readonly text: (text: string) => string;
  /** Where secret values stand in what `toJSON` gives, by code. */
  readonly paths: ReadonlyMap<string, readonly SecretPath[]>;
}

/** A copy in which every text is safe, and every secret value of what `toJSON` of an error gave is redacted. */
export function withoutTexts(value: unknown, taken: TakenOut, depth = 0): unknown {
  if (typeof value === "string") return taken.text(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return leftOut;
  if (Array.isArray(value)) return value.map((each) => withoutTexts(each, taken, depth + 1));
  const { code, fields } = value as { readonly code?: unknown; readonly fields?: unknown };
  const secret = typeof code === "string" ? taken.paths.get(code) : undefined;
  const copy = {};
  for (const [name, member] of Object.entries(value)) {
    const shown = member === fields && secret !== undefined ? redact(member, secret) : member;
    setOwn(copy, taken.text(name), withoutTexts(shown, taken, depth + 1));
  }
  return copy;
}
