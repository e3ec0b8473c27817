/** Recognises a code that only got another name. */
import { type Contract, compareText, type Entry } from "../../model/catalog.js";
import type { FieldType } from "../../model/field.js";
import { fieldsOf } from "./compare-fields.js";
import { isLive, partsOf } from "./contract-parts.js";
import { alike, enough, messageOf } from "./text-likeness.js";
import { typeFitter } from "./type-fitter.js";

/** The live codes that have taken the place of retired ones, by the retired ones, as the catalog says it. */
export function declaredRenames(current: Contract): ReadonlyMap<string, string> {
  const { codes } = partsOf(current);
  const next = (code: string) => codes.get(code)?.retired?.replacedBy?.value;
  // A successor may be retired by now, and a careless catalog may go round in a circle. Each code is looked up once.
  const last = new Map<string, string>();
  const renames = new Map<string, string>();
  for (const code of codes.keys()) {
    const way = new Set<string>();
    let at = code;
    for (
      let successor = next(at);
      successor !== undefined && !last.has(at) && !way.has(at);
      successor = next(at)
    ) {
      way.add(at);
      at = successor;
    }
    const end = last.get(at) ?? at;
    for (const each of way) last.set(each, end);
    const successor = last.get(code);
    if (successor !== undefined && isLive(codes.get(successor))) renames.set(code, successor);
  }
  return renames;
}

/** Guesses which of the added codes a code of the base has become; undefined where none is like it. */
export type GuessRename = (code: string, before: Entry) => string | undefined;

/** Guesses by statuses, fields and texts: what has become of a code has the same fields and says almost the same. */
export function renameGuesser(
  added: readonly string[],
  base: Contract,
  current: Contract,
): GuessRename {
  const { codes } = partsOf(current);
  const byOutline = new Map<string, string[]>();
  for (const name of added) {
    const after = codes.get(name);
    if (after === undefined || !isLive(after)) continue;
    const same = byOutline.get(outlineOf(after));
    if (same === undefined) byOutline.set(outlineOf(after), [name]);
    else same.push(name);
  }
  return (code, before) => {
    const alikes = byOutline.get(outlineOf(before)) ?? [];
    if (alikes.length > most) return undefined;
    const candidates = alikes.flatMap((name) => {
      const after = codes.get(name) as Entry;
      const likeness = Math.max(
        alike(before.title?.value, after.title?.value),
        alike(messageOf(before), messageOf(after)),
      );
      return likeness >= enough && hasSameFields(before, after, base, current)
        ? [{ name, likeness: likeness + alike(code, name) }]
        : [];
    });
    candidates.sort((a, b) => b.likeness - a.likeness || compareText(a.name, b.name));
    return candidates[0]?.name;
  };
}

// Telling texts apart is slow, so only codes are compared that could be one by what is told at once.
function outlineOf(entry: Entry): string {
  const fields = [...fieldsOf(entry, "fields").values()];
  return JSON.stringify([
    entry.statuses.map(({ value }) => value),
    fields.map(({ name, optional }) => [name, optional]),
  ]);
}

// Where so many are new, nobody renamed one: each removed code would be compared with each of them.
const most = 50;

function hasSameFields(before: Entry, after: Entry, base: Contract, current: Contract): boolean {
  const [one, other] = [fieldsType(before), fieldsType(after)];
  return (
    typeFitter(base.types, current.types).fits(one, other) &&
    typeFitter(current.types, base.types).fits(other, one)
  );
}

function fieldsType(entry: Entry): FieldType {
  const properties = [...fieldsOf(entry, "fields").values()];
  return { kind: "object", at: entry.at, properties, closed: false };
}
