/** All outputs: one list. A new one is added here, and its emitter in `emit/emit-output.ts`. */
import { fixtures } from "./fixtures.js";
import { javascript } from "./javascript.js";
import { jsonSchema } from "./json-schema.js";
import { openapi } from "./openapi.js";
import type { OutputDefinition } from "./output-definition.js";
import { site } from "./site.js";
import { typescript } from "./typescript.js";
import { zod } from "./zod.js";

/** In the order in which editors offer them. */
export const outputDefinitions: readonly OutputDefinition[] = [
  typescript,
  javascript,
  zod,
  openapi,
  jsonSchema,
  fixtures,
  site,
];

/** What is known of outputs, by their keys. */
export const outputsByKey: ReadonlyMap<string, OutputDefinition> = new Map(
  outputDefinitions.map((definition) => [definition.key, definition]),
);
