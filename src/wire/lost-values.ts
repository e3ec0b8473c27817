/** What of an error is not read back as it was written. */
import type { Entry } from "../model/catalog.js";
import type { Placement } from "../model/placement.js";
import type { ResolvedRow } from "../model/wire-rows.js";
import type { CatalogError } from "../runtime/catalog-error.js";
import { isRecord } from "../runtime/is-record.js";
import { memberOf } from "../runtime/wire/layout.js";
import { isSame } from "../runtime/wire/patch.js";
import type { AnyDecoded } from "./running-catalog.js";

/** A code of a format, and where its answers have each thing. */
export interface Placed {
  readonly resolved: ResolvedRow;
  readonly placement: Placement;
}

/** The way to a value, what was there, and what came back. */
export type LostValue = readonly [path: readonly string[], wanted: unknown, found: unknown];

/** A field that stands in a place and was not read back as it was. */
export function lostField(
  error: CatalogError,
  decoded: AnyDecoded,
  { resolved: { entry, omits }, placement: { body, headers } }: Placed,
): LostValue | undefined {
  const all = [...body, ...headers];
  for (const { name, internal } of entry.fields) {
    const places = all.filter(({ variable }) => variable.paths.some(([first]) => first === name));
    const isSpread = all.some(({ variable }) => variable.paths[0]?.[0] === "$fields");
    // A field without a place is complained about as such.
    if (internal || omits.has(name) || (places.length === 0 && !isSpread)) continue;
    const wanted = memberOf(error, name);
    const found = memberOf(decoded, name);
    // Neither is a value.
    if (isSame(wanted ?? null, found ?? null)) continue;
    // An object of which nothing is there is none.
    if (found === undefined && isRecord(wanted) && Object.keys(wanted).length === 0) continue;
    // What stands there instead of an absent one is said to.
    const isInstead = places.some(
      ({ variable: { fallback }, isAlternative }) =>
        isAlternative || (fallback !== undefined && isSame(fallback.value, found)),
    );
    if (wanted === undefined && isInstead) continue;
    if (places.some(({ variable }) => isRounded(variable.conversion, wanted, found))) continue;
    return [[name, ...differenceOf(wanted, found)], wanted, found];
  }
  return undefined;
}

/** Seconds are rounded up, and times are counted from the second that has begun. */
function isRounded(conversion: string | undefined, wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== "number" || typeof found !== "number") return false;
  const isTime = conversion?.startsWith("epoch") === true;
  return isTime
    ? Math.abs(wanted - found) < 1
    : conversion === "seconds" && found === Math.ceil(wanted);
}

/** A value of the request that was not read back as it was. */
export function lostContext(
  context: Readonly<Record<string, unknown>> | undefined,
  decoded: AnyDecoded,
  { placement: { body, headers } }: Placed,
): LostValue | undefined {
  for (const [name, wanted] of Object.entries(context ?? {})) {
    const isPlaced = [...body, ...headers].some(({ variable }) =>
      variable.paths.some(([first, second]) => first === "$context" && second === name),
    );
    const found = memberOf(memberOf(decoded, "context"), name);
    if (isPlaced && !isSame(wanted, found)) return [["$context", name], wanted, found];
  }
  return undefined;
}

/** Whether another field of an entry says the delay than the one that had it. */
export function hasDelayOfAnother(
  error: CatalogError,
  decoded: AnyDecoded,
  { delay }: Entry,
): boolean {
  return delay.some(
    ({ value: [name = ""] }) =>
      memberOf(error, name) === undefined && memberOf(decoded, name) !== undefined,
  );
}

/** The way to the first member that differs, as far as both are objects. */
function differenceOf(wanted: unknown, found: unknown): readonly string[] {
  if (!isRecord(wanted) || !isRecord(found)) return [];
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    const [before, after] = [memberOf(wanted, name), memberOf(found, name)];
    if (!isSame(before, after)) return [name, ...differenceOf(before, after)];
  }
  return [];
}
