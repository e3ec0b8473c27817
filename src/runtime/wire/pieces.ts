/** Fields that stand in a body piece by piece: `$action.url` here, `$action.label` there. */
import { isRecord } from "../is-record.js";
import { setOwn } from "../own-member.js";
import { readerOf, tagsOf } from "../reader-of.js";
import type { Shape } from "../shape.js";
import { shapeAt } from "../shape-at.js";
import type { Place } from "./layout.js";
import { readPlace } from "./place.js";
import type { Source } from "./source.js";

/** A piece of a field: the way to it inside the field, and where it stands. */
export interface Piece {
  readonly path: readonly string[];
  readonly place: Place;
}

/** Puts a field together. */
export type ReadPieces = (pieces: readonly Piece[], shape: Shape, source: Source) => unknown;

/** Puts an object together; of a union, the variant decides which pieces belong to it. */
export const readPieces: ReadPieces = (pieces, shape, source) => {
  const variants = typeof shape === "object" && "oneOf" in shape ? shape.oneOf : [shape];
  const by = typeof shape === "object" && "by" in shape ? shape.by : undefined;
  const all = variants.map((variant) => ({
    variant,
    value: assemble(pieces, variant, by, source),
  }));
  return (
    all.find(
      ({ variant, value }) => value !== undefined && readerOf(variant)(value, []) !== undefined,
    ) ?? all[0]
  )?.value;
};

function assemble(
  pieces: readonly Piece[],
  variant: Shape,
  by: string | undefined,
  source: Source,
): object | undefined {
  const result: Record<string, unknown> = {};
  for (const { path, place } of pieces) {
    const shape = shapeAt(variant, path);
    const value = shape === undefined ? undefined : readPlace(place, source, shape);
    if (value !== undefined && value !== null) setAt(result, path, value);
  }
  if (Object.keys(result).length === 0) return undefined;
  if (by !== undefined && !Object.hasOwn(result, by)) setOwn(result, by, tagsOf(variant, by).at(0));
  return result;
}

/** Sets a value deep inside, and makes the objects on the way. */
export function setAt(
  target: Record<string, unknown>,
  [step = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length > 0) {
    if (!Object.hasOwn(target, step) || !isRecord(target[step])) setOwn(target, step, {});
    setAt(target[step] as Record<string, unknown>, rest, value);
  } else setOwn(target, step, value);
}
