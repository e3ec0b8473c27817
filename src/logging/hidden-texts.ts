/** The texts of an error that no report may have: secret values and internal fields. */
import { type CatalogErrorObject, entryOf, publicFields } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import type { SecretPath } from "../runtime/redact.js";
import { internalFields } from "./internal-fields.js";
import { readMember } from "./thrown-value.js";

/** What is known of an error and of those that belong to it. */
export interface HiddenTexts {
  readonly texts: ReadonlySet<string>;
  /** Where secret values stand, by code. */
  readonly paths: ReadonlyMap<string, readonly SecretPath[]>;
}

/** Shorter ones stand in other texts by chance. */
const shortest = 6;
const mostErrors = 50;
/** Each is looked for in the whole event. */
const mostTexts = 500;
const deepest = 8;

/**
 * Those of the error, of its causes and of the errors beside it.
 *
 * @throws RangeError where there are too many to look for.
 */
export function hiddenTexts(thrown: unknown): HiddenTexts {
  const texts = new Set<string>();
  const paths = new Map<string, readonly SecretPath[]>();
  const seen = new Set<unknown>([thrown]);
  // What is added while it is walked is walked too.
  for (const error of seen) {
    if (seen.size > mostErrors) break;
    const lists = [readMember(error, "others"), readMember(error, "errors")].filter(Array.isArray);
    seen.add(readMember(error, "cause"));
    for (const each of lists.flatMap((list) => list.slice(0, mostErrors))) seen.add(each);
    if (!isCatalogError(error)) continue;
    const entry = (error as CatalogErrorObject)[entryOf];
    const secret = memberIn(entry, "secret");
    if (entry && secret) paths.set(entry.code, secret);
    const fields = publicFields(error as never);
    for (const path of secret ?? []) addTexts(fields, path, texts);
    addTexts(internalFields(error, memberIn(entry, "fields")), [], texts);
  }
  if (texts.size > mostTexts) throw new RangeError("Too many texts are hidden.");
  return { texts, paths };
}

/** Adds the texts at the end of the way, and all that are inside it. */
function addTexts(value: unknown, way: SecretPath, texts: Set<string>, depth = 0): void {
  if (typeof value === "string" && way.length === 0 && value.length >= shortest) texts.add(value);
  if (typeof value !== "object" || value === null || depth > deepest) return;
  const [step, ...rest] = way;
  for (const name of Object.keys(value))
    if (step === undefined || step === "*" || step === name)
      addTexts(readMember(value, name), rest, texts, depth + 1);
}
