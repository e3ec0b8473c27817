/** Counts the codes that the code of an error is compared with. */
import { remembered } from "../../model/remembered.js";
import type { NameFollower } from "../link/follow-names.js";
import type { CodeComparison, CodeText, SourceFacts } from "../read/source-facts.js";
import { type CodeTally, type Counting, unrecognized } from "./code-tally.js";

/** Counts every comparison of a file. */
export function countComparisons(file: SourceFacts, { tally, follow }: Counting): void {
  // A list of thousands of codes may be compared with thousands of errors.
  const counted = new Map<readonly CodeText[], Set<string>>();
  for (const comparison of file.comparisons) {
    const { evidence, needsEvidence, isOneChoice, form, texts } = comparison;
    if (comparison.isLikely) {
      countLikely(file, comparison, tally);
      continue;
    }
    const isOurs =
      evidence !== undefined && evidence.length > 0 && follow.areErrorTypes(evidence, file);
    if (needsEvidence && !isOurs) continue;
    const hasCode = () => texts.some(({ text }) => tally.catalogsOf(text).length > 0);
    const isMeant = isOurs || (isOneChoice && hasCode());
    const before = counted.get(texts) ?? new Set();
    if (!before.has(`${form} ${isMeant}`)) countComparison(file, comparison, isMeant, tally);
    counted.set(texts, before.add(`${form} ${isMeant}`));
    // What is not written out here may be anybody's; where a file has to do with the catalog, it may be the catalog's.
    const mayBeMeant = texts.length === 0 && comparison.unread.length > 0 && uses(follow)(file);
    if (isMeant || mayBeMeant) tally.miss(file, comparison, form);
  }
}

/** Texts that are compared with something that may be a code by its name, and may be none. */
function countLikely(file: SourceFacts, { texts, form }: CodeComparison, tally: CodeTally): void {
  const known = texts.filter(({ text }) => tally.catalogsOf(text).length > 0);
  const [first] = known;
  if (first === undefined) return;
  const codes = known.map(({ text }) => text);
  const message = `What is compared with ${codes.slice(0, 3).join(", ")} in this ${form} may be the code of an error. Where it comes from was not seen.`;
  tally.unsee(file, {
    reason: "elsewhere",
    message,
    place: first.place,
    hides: ["handled"],
    codes,
  });
}

/** Texts that are compared. `isMeant`: whatever they are, a code of ours is meant. */
function countComparison(
  file: SourceFacts,
  { texts, form }: CodeComparison,
  isMeant: boolean,
  tally: CodeTally,
): void {
  for (const text of texts) {
    const { text: code, place } = text;
    const catalogs = tally.catalogsOf(code);
    for (const names of catalogs) tally.handle({ file, names, code, place }, form);
    if (catalogs.length > 0 || code === unrecognized) continue;
    if (isMeant ? !isSystemCode(code) : tally.isMisspelling(code)) tally.complain(file, text, form);
  }
}

/** Whether a file takes something of a catalog that has a meaning. */
const uses = remembered((follow: NameFollower) =>
  remembered((file: SourceFacts): boolean =>
    file.imports.some(({ module, names }) =>
      [...names].some((name) => follow.catalogOf({ module, path: [name] }, file)?.meaning),
    ),
  ),
);

// What Node and the operating system call their errors: ENOENT, ERR_INVALID_ARG_TYPE.
function isSystemCode(text: string): boolean {
  return /^(E[A-Z0-9]+|ERR_[A-Z0-9_]+)$/.test(text);
}
