/** Where bodies say which code they have, and whether that tells several apart. */

import { bodyOf, placesIn, saysCode } from "../../model/placement.js";
import type { TemplateNode, VariableNode, WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { hasSpellingClasses } from "./spelling-schemas.js";

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

/** Where a code's body has it: in lists and texts, and under several names, no way to it is always the same. */
function codePlace(row: ResolvedRow, format: WireFormat): CodePlace | undefined {
  const body = bodyOf(row, format);
  const [syntax] = format.syntaxes;
  const place = body && placesIn(body).find(saysCode);
  const isOpen = format.ignoresCase || hasSpellingClasses(row) || place?.variable.fallback;
  if (place === undefined || isOpen || (syntax !== undefined && syntax !== "json"))
    return undefined;
  const path = place.way.filter((step) => typeof step === "string");
  if (path.length < place.way.length || !leadsTo(place.variable, path, body)) return undefined;
  return { path, isType: place.variable.paths[0]?.[0] === "$type" };
}

function leadsTo(
  variable: VariableNode,
  [step, ...rest]: readonly string[],
  node: TemplateNode | undefined,
): boolean {
  if (step === undefined) return node === variable;
  const member = node?.kind === "object" ? node.members.find(({ key }) => key === step) : undefined;
  return member?.aliases === undefined && leadsTo(variable, rest, member?.value);
}
