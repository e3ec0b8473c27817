/** Puts together what was found of one catalog. */
import { compareText, type Entry, isTombstone } from "../../model/catalog.js";
import { ownEntries } from "../../model/used-catalog.js";
import {
  type CatalogCoverage,
  type CodeCoverage,
  type HiddenUse,
  type Share,
  shareOf,
  type Unseen,
} from "../coverage.js";
import type { CatalogNames } from "../link/catalog-names.js";
import { type Recording, recordedCode } from "../recorded/recording.js";
import { inOrder } from "../source-place.js";
import type { CodePlaces } from "./code-tally.js";
import type { HandlerCodes } from "./handler-codes.js";

/** What was found of a catalog; what is undefined was nowhere. */
export interface FoundOfCatalog {
  readonly places: ReadonlyMap<string, CodePlaces> | undefined;
  readonly byHandler: HandlerCodes | undefined;
  readonly recording: Recording | undefined;
  /** What could not be seen, of all catalogs. */
  readonly unseen: readonly Unseen[];
}

/** The coverage of a catalog's codes. */
export function catalogCoverage(
  { catalog }: CatalogNames,
  { places, byHandler, recording, unseen }: FoundOfCatalog,
): CatalogCoverage {
  const name = catalog.name.value;
  const codes = [...ownEntries(catalog)]
    .filter((entry) => !isTombstone(entry))
    .sort((a, b) => compareText(a.code, b.code))
    .map((entry): CodeCoverage => {
      const found = places?.get(entry.code);
      return {
        ...expectations(entry, catalog.consumes !== undefined),
        raised: inOrder(found?.raised ?? []),
        raisedByHandler: byHandler?.get(entry.code) ?? [],
        passed: inOrder(found?.passed ?? []),
        handled: inOrder(found?.handled ?? []),
        handledByCategory: inOrder(found?.byCategory ?? []),
        tests: {
          raised: inOrder(found?.testRaised ?? []),
          handled: inOrder(found?.testHandled ?? []),
          named: inOrder(found?.testNamed ?? []),
        },
        recorded: recording && recordedCode(recording, name, entry.code),
      };
    });
  return { catalog: name, codes, ...sharesOf(codes, unseen, recording !== undefined) };
}

/** The shares of some codes. */
export function sharesOf(
  codes: readonly CodeCoverage[],
  unseen: readonly Unseen[],
  isRecording: boolean,
): Pick<CatalogCoverage, "raised" | "handled" | "tested" | "recorded"> {
  const share = (
    expected: (code: CodeCoverage) => boolean,
    reached: (code: CodeCoverage) => boolean,
    use?: HiddenUse,
  ): Share => {
    const counted = codes.filter(expected);
    const missing = counted.filter((code) => !reached(code));
    const mayBeHidden = use === undefined ? () => false : hiddenTest(unseen, use);
    const isWhole = !missing.some(({ code }) => mayBeHidden(code));
    return shareOf(counted.length - missing.length, counted.length, isWhole);
  };
  return {
    raised: share(({ toRaise }) => toRaise, isRaised, "raised"),
    handled: share(({ toHandle }) => toHandle, isHandled, "handled"),
    tested: share(({ toTest }) => toTest, isTested, "tested"),
    recorded: isRecording ? share(({ toTest }) => toTest, isRecorded) : undefined,
  };
}

/** Whether something that was not seen may hide such a use of a code. */
export function hiddenTest(unseen: readonly Unseen[], use: HiddenUse): (code: string) => boolean {
  const hiding = unseen.filter(({ hides }) => hides.includes(use));
  if (hiding.some(({ codes }) => codes === undefined)) return () => true;
  const hidden = new Set(hiding.flatMap(({ codes = [] }) => codes));
  return (code) => hidden.has(code);
}

function expectations(
  { code, at, retired, deprecated, neverSent, hasNoStatus }: Entry,
  isConsumed: boolean,
) {
  return {
    code,
    at,
    toRaise: retired === undefined && deprecated === undefined && !isConsumed,
    toHandle: retired === undefined && (!neverSent || hasNoStatus),
    toTest: retired === undefined,
  };
}

/** Whether the source raises it, or an error handler does so by itself. */
export function isRaised({ raised, raisedByHandler }: CodeCoverage): boolean {
  return raised.length + raisedByHandler.length > 0;
}

/** Whether the source handles it, by its name or by its category. */
export function isHandled({ handled, handledByCategory }: CodeCoverage): boolean {
  return handled.length + handledByCategory.length > 0;
}

/** Whether a test meets it: in its source, or in a recorded run. */
export function isTested(code: CodeCoverage): boolean {
  const { raised, handled, named } = code.tests;
  return raised.length + handled.length + named.length > 0 || isRecorded(code);
}

/** Whether a recorded run met it. */
function isRecorded({ recorded }: CodeCoverage): boolean {
  return recorded !== undefined && recorded.raised + recorded.decoded + recorded.met > 0;
}
