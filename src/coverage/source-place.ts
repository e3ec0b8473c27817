/** Places in the source. */
import { compareText } from "../model/catalog.js";

/** A place in the source. Lines and columns count from 1. */
export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Orders places by path, line and column. */
export function comparePlaces(a: SourcePlace, b: SourcePlace): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column;
}

/** The same places, in order. */
export function inOrder<Place extends SourcePlace>(places: readonly Place[]): readonly Place[] {
  return [...places].sort(comparePlaces);
}
