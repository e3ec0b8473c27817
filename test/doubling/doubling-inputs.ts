/** Every input whose cost is to be linear in its size. docs/benchmark.md lists them. */
import { answerInputs } from "./answer-inputs.js";
import { catalogInputs } from "./catalog-inputs.js";
import type { DoublingInput } from "./doubling-input.js";
import { sourceInputs } from "./source-inputs.js";
import { wireInputs } from "./wire-inputs.js";

/** The inputs, answers first. */
export const doublingInputs: readonly DoublingInput[] = [
  ...answerInputs,
  ...wireInputs,
  ...catalogInputs,
  ...sourceInputs,
];
