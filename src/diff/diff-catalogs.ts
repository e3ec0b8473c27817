/** Two catalogs → what changed between them, classed for those who construct errors and those who decode them. */
import type { Contract } from "../model/catalog.js";
import { type Change, sortChanges } from "./changes/change.js";
import type { Bump, ChangeKindDefinition } from "./changes/change-kind.js";
import { changeKinds } from "./changes/change-kinds.js";
import { compareCatalog, compareNames, compareOperations } from "./compare/compare-catalog.js";
import { compareCodes } from "./compare/compare-codes.js";
import { compareExtensions } from "./compare/compare-extensions.js";
import { comparePast } from "./compare/compare-past.js";
import { compareTranslations } from "./compare/compare-translations.js";
import { compareWires } from "./compare/compare-wires.js";
import type { Note } from "./compare/comparison.js";
import { partsOf } from "./compare/contract-parts.js";
import { declaredRenames } from "./compare/renames.js";
import { sameCodes } from "./compare/says-same.js";
import { withPartsOf } from "./compare/unsaid-parts.js";
import { breakingBump } from "./needed-version.js";
import { replayExamples } from "./replay/replay-examples.js";

/**
 * Every change, the worst first. The same catalog twice gives none.
 *
 * @param base a catalog, or what a ledger has of one.
 */
export function diffCatalogs(base: Contract, current: Contract): readonly Change[] {
  return changesBetween(withPartsOf(base, current), withPartsOf(current, base));
}

function changesBetween(base: Contract, current: Contract): readonly Change[] {
  const changes: Change[] = [];
  const isConsumed = base.consumes !== undefined && current.consumes !== undefined;
  const note: Note = (id, spot, what, help) => {
    const { steps } = spot;
    const [root, code] = steps;
    const asked = kindFor(changeKinds[id], root === "codes" ? code : undefined, base, current);
    const kind = isConsumed ? forReaders(asked) : asked;
    changes.push({
      id,
      ...(root === "codes" && code !== undefined ? { code } : {}),
      path: steps.join("."),
      steps,
      producers: kind.producers,
      consumers: kind.consumers,
      bump: bumpFor(kind, base.version.value),
      ...(kind.onceAccepted === undefined ? {} : { onceAccepted: kind.onceAccepted }),
      message: `${what} ${kind.reason}`,
      help: isConsumed ? "" : (help ?? kind.help),
      location: spot.current ?? spot.base,
      before: spot.base,
    });
  };
  const replay = replayExamples(base, current);
  const renames = declaredRenames(current);
  const saysSameOf = sameCodes(base, current);
  const comparison = { base, current, note, replay, renames, saysSameOf };
  compareCatalog(comparison);
  compareNames(comparison);
  compareCodes(comparison);
  compareTranslations(comparison);
  comparePast(comparison);
  compareOperations(comparison);
  compareExtensions(comparison);
  compareWires(comparison);
  return sortChanges(changes);
}

/** What there is before the first release: the catalog with nothing in it yet. */
export function emptyContract(current: Contract): Contract {
  return {
    ...current,
    categories: [],
    entries: [],
    operations: [],
    types: new Map(),
    wireFormats: current.wireFormats.filter(({ builtIn }) => builtIn),
    past: { ...current.past, codes: new Map(), spellings: new Map() },
    released: undefined,
  };
}

// What is never sent no client meets: what it does to producers is all that counts.
function kindFor(
  kind: ChangeKindDefinition,
  code: string | undefined,
  base: Contract,
  current: Contract,
): ChangeKindDefinition {
  if (code === undefined || kind.isMetBeyondHttp) return kind;
  const isSent = (contract: Contract) => partsOf(contract).codes.get(code)?.neverSent !== true;
  if (isSent(base) || isSent(current)) return kind;
  if (kind.consumers === "safe" || kind.consumers === "refused") return kind;
  const bump =
    kind.producers === "breaks" ? "major" : kind.producers === "notice" ? "minor" : "patch";
  const reason = "The code is never sent, so no client meets it.";
  const { onceAccepted: _, ...others } = kind;
  return { ...others, consumers: "safe", bump, reason, help: bump === "major" ? kind.help : "" };
}

// Of a service of somebody else nobody makes answers, and it asks nobody before it changes them: what is left is whether
// those who read them have to follow.
function forReaders({
  readers,
  onceAccepted: _,
  ...kind
}: ChangeKindDefinition): ChangeKindDefinition {
  const consumers = readers ?? kind.consumers;
  const bump =
    consumers === "breaks"
      ? "major"
      : consumers === "notice" || kind.bump === "minor"
        ? "minor"
        : "patch";
  const reason =
    readers === undefined || readers === "safe"
      ? kind.reason
      : "The service decides what it sends, and who reads it has to follow.";
  return { ...kind, producers: "safe", consumers, bump, reason, help: "" };
}

/** What is refused no version covers. */
function bumpFor(
  { bump, producers }: { readonly bump: Bump; readonly producers: string },
  base: string,
): Bump {
  return bump === "major" && producers !== "refused" ? breakingBump(base) : bump;
}
