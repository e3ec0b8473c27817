/** Places of a catalog where a text can stand. */
import { entryPositions } from "./entry-positions.js";
import { headPositions } from "./head-positions.js";
import { localePositions, operationPositions } from "./operation-positions.js";
import type { Position } from "./position.js";
import { wirePositions } from "./wire-positions.js";

/** Every place, by its path in the schemas; several ways to fill one have a number each. */
export const positions: Readonly<Record<string, Position>> = {
  ...headPositions,
  ...entryPositions,
  ...operationPositions,
  ...wirePositions,
  ...localePositions,
};
