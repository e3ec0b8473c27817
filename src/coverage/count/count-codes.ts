/** Counts what the files say of each code: a function for each kind of fact. */
import type { HandledPlace, HiddenUse, Unseen } from "../coverage.js";
import type { CatalogNames } from "../link/catalog-names.js";
import type { NameFollower } from "../link/follow-names.js";
import type { CatalogMember } from "../link/name-targets.js";
import type { CallFact, CodeTexts, SourceFacts } from "../read/source-facts.js";
import type { SourcePlace } from "../source-place.js";
import { type CodeCount, CodeTally, type Counting, unrecognized } from "./code-tally.js";
import { countComparisons } from "./count-comparisons.js";

/** What counting needs to know besides the files. */
export interface CountOptions {
  readonly catalogs: readonly CatalogNames[];
  readonly follow: NameFollower;
  /** Texts that are no catalog's, and are not complained about. */
  readonly ignored: ReadonlySet<string>;
}

/** Looks through the files, in their order. */
export function countCodes(
  files: Iterable<SourceFacts>,
  { catalogs, follow, ignored }: CountOptions,
): CodeCount {
  const tally = new CodeTally(catalogs, ignored);
  for (const file of files) for (const count of countEach) count(file, { tally, follow });
  return tally;
}

// The first form in which a place is seen is the one that counts for it.
const countEach: readonly ((file: SourceFacts, counting: Counting) => void)[] = [
  countProblem,
  countCalls,
  countComparisons,
  countTables,
  countValues,
  countMatchers,
  countNamed,
  countComputedImports,
  countBoundElsewhere,
  countMarkup,
];

function countProblem(file: SourceFacts, { tally }: Counting): void {
  if (file.problem === undefined) return;
  const { place } = file.problem;
  const message = `The file was not read: ${file.problem.message}.`;
  tally.unsee(file, { reason: "unparsed", message, place, hides: anyUse });
}

function countCalls(file: SourceFacts, { tally, follow }: Counting): void {
  for (const call of file.calls)
    for (const member of follow.membersOf(call.callee, file)) countCall(file, member, call, tally);
}

function countCall(
  file: SourceFacts,
  member: CatalogMember,
  { place, keys, texts }: CallFact,
  tally: CodeTally,
): void {
  const { names, meaning, path } = member;
  if (meaning?.kind === "constructor") tally.raise({ file, names, code: meaning.code, place });
  else if (meaning?.kind === "guard") countGuard(file, member, place, tally);
  else if (meaning?.kind === "match")
    countCertain(file, { names, codes: keys, form: "match" }, tally);
  else if (meaning?.kind === "hasCode")
    countCertain(file, { names, codes: texts, form: "hasCode" }, tally);
  else if (meaning === undefined && path.includes(undefined)) {
    const message = "Which function of the catalog is called is worked out at run time.";
    tally.unsee(file, { reason: "computed", message, place, hides: anyUse });
  }
}

function countGuard(
  file: SourceFacts,
  { names, meaning }: CatalogMember,
  place: SourcePlace,
  tally: CodeTally,
): void {
  if (meaning?.kind !== "guard") return;
  for (const code of meaning.codes)
    tally.handleAmongOthers({ file, names, code, place }, meaning.by);
}

/** Texts that can be nothing but codes of one catalog. */
interface CertainCodes {
  readonly names: CatalogNames;
  readonly codes: CodeTexts;
  readonly form: HandledPlace["form"];
}

function countCertain(
  file: SourceFacts,
  { names, codes, form }: CertainCodes,
  tally: CodeTally,
): void {
  for (const text of codes.texts) {
    const { text: code, place } = text;
    if (names.entries.has(code)) tally.handle({ file, names, code, place }, form);
    else if (code !== unrecognized) tally.complain(file, text, form);
  }
  tally.miss(file, codes, form);
}

function countTables(file: SourceFacts, { tally, follow }: Counting): void {
  for (const { types, keys } of file.tables) {
    for (const { name, by } of types) {
      const member = follow.catalogOf(name, file);
      const wanted = by === "handlers" ? "handlers" : "type";
      if (member?.meaning?.kind !== wanted) continue;
      countCertain(file, { names: member.names, codes: keys, form: "handlers" }, tally);
      break;
    }
  }
}

function countValues(file: SourceFacts, { tally, follow }: Counting): void {
  for (const { origin, place } of file.values) {
    for (const member of follow.membersOf(origin, file)) {
      countGuard(file, member, place, tally);
      if (!file.isTest) countPassedOn(file, member, place, tally);
    }
  }
}

function countPassedOn(
  file: SourceFacts,
  { names, meaning, path }: CatalogMember,
  place: SourcePlace,
  tally: CodeTally,
): void {
  if (meaning?.kind === "constructor") tally.passOn({ file, names, code: meaning.code, place });
  else if (meaning?.kind === "given") tally.passAllOn({ file, names, place, ...meaning });
  else if (path.length === 0) {
    const message = `The module of the catalog ${names.catalog.name.value} is passed on as a whole. What is called of it was not seen.`;
    tally.unsee(file, { reason: "passed-on", message, place, hides: anyUse });
  } else if (path.length === 1 && path[0] === undefined) {
    const message = "Which export of the catalog is used is worked out at run time.";
    tally.unsee(file, { reason: "computed", message, place, hides: anyUse });
  }
}

function countMatchers(file: SourceFacts, { tally }: Counting): void {
  for (const text of file.matched) {
    const isCode = tally.catalogsOf(text.text).length > 0 || text.text === unrecognized;
    if (!isCode) tally.complain(file, text, "matcher");
  }
}

function countNamed({ named }: SourceFacts, { tally }: Counting): void {
  for (const { code, place } of named) tally.nameInTest(code, place);
}

function countComputedImports(file: SourceFacts, { tally }: Counting): void {
  const message = "Which module is imported is worked out at run time.";
  for (const place of file.computedImports)
    tally.unsee(file, { reason: "computed-import", message, place, hides: anyUse });
}

function countBoundElsewhere(file: SourceFacts, { tally, follow }: Counting): void {
  for (const { operation, make, place } of file.boundElsewhere) {
    const isOurs = tally.hasOperation(operation) && follow.functionOf(make, file) !== undefined;
    if (!isOurs || file.isTest) continue;
    const message = `The function of the operation ${operation} stands in another file. What it raises of what it is given was not seen.`;
    tally.unsee(file, { reason: "elsewhere", message, place, hides: ["raised"] });
  }
}

function countMarkup(file: SourceFacts, { tally, follow }: Counting): void {
  const unsee = (
    what: string,
    place: SourcePlace,
    hidden: Pick<Unseen, "hides" | "codes">,
  ): void => {
    const message = `The markup has ${what}. What it does with it was not seen.`;
    tally.unsee(file, { reason: "markup", message, place, ...hidden });
  };
  for (const { origin, place } of file.markup.used)
    for (const { meaning, path } of follow.membersOf(origin, file)) {
      if (meaning?.kind === "constructor")
        unsee(`the constructor of ${meaning.code}`, place, {
          hides: ["raised"],
          codes: [meaning.code],
        });
      else if (meaning?.kind === "guard")
        unsee(`the guard ${meaning.by}`, place, { hides: ["handled"], codes: meaning.codes });
      else if (meaning?.kind === "match" || meaning?.kind === "hasCode")
        unsee(meaning.kind, place, { hides: ["handled"] });
      else if (path.length === 0) unsee("the module of the catalog", place, { hides: anyUse });
    }
  for (const { code, place } of file.markup.named)
    unsee(`the code ${code}`, place, { hides: ["handled"], codes: [code] });
}

/** What may be hidden where the file is none of the tests. */
const anyUse: readonly HiddenUse[] = ["raised", "handled"];
