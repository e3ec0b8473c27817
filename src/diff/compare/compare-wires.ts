/** Wire formats as a whole: templates, headers, media type, and spellings that change hands. */
import type { Contract } from "../../model/catalog.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import { ownersOf } from "../ledger/past.js";
import { same } from "../ledger/same-json.js";
import { conditionJson } from "../ledger/template-json.js";
import { ownPlace, spellingsOf, wireState } from "./code-on-wire.js";
import { compareBodies } from "./compare-bodies.js";
import { inferAlike } from "./compare-catalog.js";
import { lowerCased } from "./compare-entry.js";
import { type Comparison, formatSpot, inside, type Placed, rowSpot, sides } from "./comparison.js";
import { isLive, partsOf } from "./contract-parts.js";
import { sayTheSame, templateText } from "./template-parts.js";

/** Notes how wire formats differ. */
export function compareWires(comparison: Comparison): void {
  const { base, current, note } = comparison;
  const [before, after] = [partsOf(base).formats, partsOf(current).formats];
  const { added, removed, kept } = sides(before.keys(), after.keys());
  for (const format of added)
    note("wire-added", formatSpot(format, comparison), `${format} is new.`);
  for (const format of removed)
    note("wire-removed", formatSpot(format, comparison), `${format} is gone.`);
  for (const format of kept) {
    const [one, other] = [before.get(format) as WireFormat, after.get(format) as WireFormat];
    // The built-in format tells errors apart by the address of their pages, or by the code where there are none.
    const isNoted =
      format === "problem" && (base.docs === undefined) !== (current.docs === undefined);
    const { body } = other;
    compareFormat(isNoted && body !== undefined ? { ...one, body } : one, other, comparison);
  }
  for (const { format, spelling, owner, code } of reusedSpellings(
    base,
    current,
    comparison.renames,
  ))
    note(
      "wire-spelling-reused",
      rowSpot(code, format, comparison),
      `${format}: ${spelling} stood for ${owner}, and stands for ${code} now.`,
    );
}

function compareFormat(before: WireFormat, after: WireFormat, comparison: Comparison): void {
  const { note, replay } = comparison;
  const format = after.name.value;
  const at = placeFinder(before, after, comparison);
  const misread = () => replay(format, undefined);
  const [old, now] = [before.accepts.map(templateText), after.accepts.map(templateText)];
  const [oldBody, newBody] = [textOf(before.body), textOf(after.body)];
  const accepts = { base: old.includes(newBody), current: now.includes(oldBody) };
  const spot = at(["body"], ({ body }) => body);
  compareBodies(before.body, after.body, { spot, owner: format, accepts, misread, note });
  const { added, removed } = sides(old, now);
  const ofAccepts = at(["accepts"], ({ accepts: [first] }) => first);
  // What was sent is read all the same, and so is what is sent now.
  for (const each of added)
    if (each !== oldBody) note("wire-accepts-added", ofAccepts, `${format} reads ${each} too.`);
  for (const each of removed)
    if (each !== newBody)
      note("wire-accepts-removed", ofAccepts, `${format} reads ${each} no more.`);
  compareHeaders(before, after, comparison);
  compareMedia(before, after, comparison);
  compareSyntaxes(before, after, comparison);
  compareReading(before, after, comparison);
  if (before.status?.value !== after.status?.value) {
    const [old, now] = [before, after].map(({ status }) => status?.value ?? "that of the code");
    const spot = at(["status"], ({ status }) => status);
    note("wire-status-changed", spot, `${format}: the status is ${now} instead of ${old}.`);
  }
  // What a built-in format infers is said of the catalog.
  const isInferred = before.infersUnknown === after.infersUnknown;
  if (!after.builtIn && !(inferAlike(before.infer, after.infer) && isInferred)) {
    const spot = at(["infer"], ({ infer: [first] }) => first);
    note("infer-changed", spot, `${format} infers other codes from statuses.`);
  }
}

/** Finds the places of parts of a format. */
function placeFinder(before: WireFormat, after: WireFormat, comparison: Comparison) {
  const whole = formatSpot(after.name.value, comparison);
  return (steps: readonly string[], placed: (format: WireFormat) => Placed) => {
    const [base, current] = [
      ownPlace(before, comparison.base) && placed(before),
      ownPlace(after, comparison.current) && placed(after),
    ];
    return inside(whole, steps, base, current);
  };
}

function textOf(template: TemplateNode | undefined): string {
  return template === undefined ? "" : templateText(template);
}

// Media types know no case: RFC 9110 section 8.3.1.
function compareMedia(before: WireFormat, after: WireFormat, comparison: Comparison): void {
  const [old, now] = [before.media?.value ?? json, after.media?.value ?? json];
  if (old.toLowerCase() === now.toLowerCase()) return;
  const spot = placeFinder(before, after, comparison)(["media"], ({ media }) => media);
  comparison.note("wire-media-changed", spot, `${after.name.value} is ${now} instead of ${old}.`);
}

const json = "application/json";

function compareSyntaxes(before: WireFormat, after: WireFormat, comparison: Comparison): void {
  const { note } = comparison;
  const format = after.name.value;
  const spot = inside(formatSpot(format, comparison), ["syntax"]);
  const [old, now] = [before, after].map(({ syntaxes: [first = "json"] }) => first);
  if (old !== now)
    note("wire-syntax-changed", spot, `${format} is written as ${now} instead of ${old}.`);
  const { added, removed } = sides(before.syntaxes, after.syntaxes);
  for (const each of added)
    if (each !== now) note("wire-syntax-added", spot, `${format} reads ${each} too.`);
  for (const each of removed)
    if (each !== old) note("wire-syntax-removed", spot, `${format} reads ${each} no more.`);
}

/** What is only read: which answers are no errors, and how spellings are compared. */
function compareReading(before: WireFormat, after: WireFormat, comparison: Comparison): void {
  const { note } = comparison;
  const format = after.name.value;
  const at = placeFinder(before, after, comparison);
  if (!same(before.success.map(conditionJson), after.success.map(conditionJson))) {
    const spot = at(["success"], ({ success: [first] }) => first);
    note("wire-success-changed", spot, `${format} has other answers that are no errors.`);
  }
  if (before.ignoresCase === after.ignoresCase) return;
  const spot = inside(formatSpot(format, comparison), ["case"]);
  const [id, what] = after.ignoresCase
    ? (["wire-case-ignored", "any case"] as const)
    : (["wire-case-compared", "one case alone"] as const);
  note(id, spot, `${format} reads spellings in ${what}.`);
}

function compareHeaders(before: WireFormat, after: WireFormat, comparison: Comparison): void {
  const { note } = comparison;
  const format = after.name.value;
  const [old, now] = [lowerCased(before.headers), lowerCased(after.headers)];
  const { added, removed, kept } = sides(old.keys(), now.keys());
  const name = (key: string) => (now.get(key) ?? old.get(key))?.name.value ?? key;
  const place = placeFinder(before, after, comparison);
  const at = (key: string) =>
    place(["headers", name(key)], (side) => (side === before ? old : now).get(key)?.name);
  for (const key of added) note("wire-header-added", at(key), `${format} sends ${name(key)}.`);
  for (const key of removed)
    note("wire-header-removed", at(key), `${format} sends ${name(key)} no more.`);
  for (const key of kept)
    if (!sayTheSame(old.get(key)?.value, now.get(key)?.value))
      note("wire-header-changed", at(key), `${format} fills ${name(key)} differently.`);
}

/** A spelling that changed hands. */
interface ReusedSpelling {
  readonly format: string;
  readonly spelling: string;
  /** The code that it stood for. */
  readonly owner: string;
  readonly code: string;
}

/** Spellings that stand for another code than they did once. A renamed or folded code may pass its spelling on. */
function reusedSpellings(
  base: Contract,
  current: Contract,
  renames: ReadonlyMap<string, string>,
): readonly ReusedSpelling[] {
  return [...partsOf(current).formats.keys()].flatMap((format) => {
    const ownerOf = ownersOf(base, format);
    return [...spellingsOf(current, format)].flatMap(([spelling, code]): ReusedSpelling[] => {
      const owner = ownerOf(spelling);
      if (owner === undefined || owner === code || !isLive(partsOf(current).codes.get(code)))
        return [];
      const state = wireState(current, format, owner);
      const isHeir =
        renames.get(owner) === code || (state.kind === "fold" && state.target === code);
      return isHeir ? [] : [{ format, spelling, owner, code }];
    });
  });
}
