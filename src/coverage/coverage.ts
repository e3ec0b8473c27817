/** What coverage finds out: which codes of a catalog the source raises, handles and tests. */
import type { Span } from "../model/source.js";
import type { TextForm } from "./read/source-facts.js";
import type { SourcePlace } from "./source-place.js";

/** A place where a code is handled, and how. */
export interface HandledPlace extends SourcePlace {
  /** `switch`, `comparison`, `match`, `hasCode` … */
  readonly form: TextForm | "match" | "handlers" | "hasCode";
}

/** A place where a code is handled together with others. */
export interface CategoryPlace extends SourcePlace {
  /** `category account`, `isRetryable`. */
  readonly by: string;
}

/** Where tests meet a code. */
export interface TestPlaces {
  readonly raised: readonly SourcePlace[];
  readonly handled: readonly SourcePlace[];
  /** In any text or key that is the code. */
  readonly named: readonly SourcePlace[];
}

/** How often the tests of a run met a code. See docs/coverage.md. */
export interface RecordedCode {
  /** Errors that were constructed. */
  readonly raised: number;
  /** Errors that were decoded, or read from JSON. */
  readonly decoded: number;
  /** Errors that a matcher met. */
  readonly met: number;
  /** The test files, sorted. */
  readonly tests: readonly string[];
}

/** What the source does with one code. */
export interface CodeCoverage {
  readonly code: string;
  /** Where the entry stands in the catalog. */
  readonly at: Span;
  /** Where its constructor is called, tests aside. */
  readonly raised: readonly SourcePlace[];
  /** For what error handlers of errdex answer with it by themselves: `role route_not_found`, `fallback`. */
  readonly raisedByHandler: readonly string[];
  /** Where its constructor is passed on as a value: it may be called where nobody can see it. */
  readonly passed: readonly SourcePlace[];
  readonly handled: readonly HandledPlace[];
  readonly handledByCategory: readonly CategoryPlace[];
  readonly tests: TestPlaces;
  /** Undefined where no run was recorded. */
  readonly recorded: RecordedCode | undefined;
  /** Whether it is expected to be raised: a retired or deprecated code is not, nor one of a service that is only consumed. */
  readonly toRaise: boolean;
  /** Whether it is expected to be handled: one that is retired or never sent is not. */
  readonly toHandle: boolean;
  /** Whether it is expected to be tested: a retired code is not. */
  readonly toTest: boolean;
}

/** How many of how many, in whole percent, rounded down. All of none is 100. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly percent: number;
  /** False where it is at least so many: what was not seen may hide more. */
  readonly whole: boolean;
}

/** What the source does with the codes of one catalog. */
export interface CatalogCoverage {
  readonly catalog: string;
  /** In the order of their names. Codes of which only the name is kept are left out. */
  readonly codes: readonly CodeCoverage[];
  readonly raised: Share;
  /** Named, or by a category. */
  readonly handled: Share;
  /** In the source of tests, or in a recorded run. */
  readonly tested: Share;
  /** Raised or met in a recorded run. */
  readonly recorded: Share | undefined;
}

/** A text that should be a code, and is none. */
export interface UnknownCode {
  readonly code: string;
  /** What it is most like. */
  readonly nearest: string | undefined;
  readonly form: HandledPlace["form"] | "matcher";
  readonly inTest: boolean;
  readonly place: SourcePlace;
  readonly span: Span | undefined;
}

/** A code that a function raises and that its operation does not declare. */
export interface UndeclaredCode {
  readonly catalog: string;
  readonly operation: string;
  readonly code: string;
  /** Where it is raised. */
  readonly place: SourcePlace;
  readonly span: Span;
  /** The function of the operation. */
  readonly handler: SourcePlace & { readonly name: string | undefined };
}

/** Why something could not be seen. */
export type UnseenReason =
  | "unparsed"
  | "spread"
  | "computed"
  | "elsewhere"
  | "passed-on"
  | "computed-import"
  | "unresolved"
  | "markup";

/** Something that could not be seen. */
export interface Unseen {
  readonly reason: UnseenReason;
  readonly message: string;
  readonly place: SourcePlace;
  /** What it may hide. */
  readonly hides: readonly HiddenUse[];
  /** The codes of which it may hide something; undefined: of any. */
  readonly codes?: readonly string[] | undefined;
}

/** A use of a code that may be hidden where something was not seen. */
export type HiddenUse = "raised" | "handled" | "tested";

/** All that was found out. */
export interface Coverage {
  readonly files: number;
  readonly testFiles: number;
  readonly catalogs: readonly CatalogCoverage[];
  readonly unknown: readonly UnknownCode[];
  readonly undeclared: readonly UndeclaredCode[];
  readonly unseen: readonly Unseen[];
}

/** How many of how many. `whole`: nothing that was not seen may hide more. */
export function shareOf(count: number, of: number, whole = true): Share {
  return { count, of, percent: of === 0 ? 100 : Math.floor((count / of) * 100), whole };
}
