/** Where bodies say which code they have, and whether that tells several apart. */

import { placementOf, saysCode } from "../../model/placement.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";

/** Where a body says its code. */
export interface CodePlace {
  /** The members that lead there. */
  readonly path: readonly string[];
  /** Whether it is a problem type: the address of the code's page. */
  readonly isType: boolean;
}

/** The place of the code in the bodies of all rows; undefined where some say no code, or say it elsewhere. */
export function sharedCodePlace(
  rows: readonly ResolvedRow[],
  format: WireFormat,
): CodePlace | undefined {
  const places = rows.map((row) => (row.spelling === null ? undefined : codePlace(row, format)));
  const [first] = places;
  const key = JSON.stringify(first);
  return places.every((place) => place && JSON.stringify(place) === key) ? first : undefined;
}

/** Where a code's body has it; a list has no way to it that is always the same. */
function codePlace(row: ResolvedRow, format: WireFormat): CodePlace | undefined {
  const place = placementOf(row, format).body.find(saysCode);
  const path = place?.way.filter((step) => typeof step === "string");
  if (place === undefined || path === undefined || path.length < place.way.length) return undefined;
  return { path, isType: place.variable.paths[0]?.[0] === "$type" };
}
