/** All outputs: what each is, and the one list. A new one is added here, and joined with its emitter in `emit/emit-output.ts`. */
import * as z from "zod4";
import { audiencesOf } from "../model/audiences-of.js";
import { audiences, openApiForms } from "../model/output.js";
import { siteFiles } from "../model/site-address.js";
import { codeEnding, extension, format } from "./module-options.js";
import { defineOutput, type OutputDefinition } from "./output-definition.js";

/** `outputs.typescript`: the module as TypeScript. */
export const typescript = defineOutput({
  key: "typescript",
  description: "A folder for the module.",
  options: { extension },
  files: () => ["index.ts"],
});

/** `outputs.javascript`: the module as JavaScript with declarations. */
export const javascript = defineOutput({
  key: "javascript",
  description: "A folder for the module, with declarations.",
  options: {
    format,
    declaration_map: z
      .boolean()
      .optional()
      .describe("false: no maps that lead editors from the declarations to the catalog."),
  },
  files: ({ options }) => [`index.${codeEnding(options.format)}`],
});

/** `outputs.zod`: the union as zod schemas, beside the TypeScript. */
export const zod = defineOutput({
  key: "zod",
  description: "A folder for zod.ts, beside the TypeScript.",
  options: { extension },
  files: () => ["zod.ts"],
});

/** `outputs.openapi`: an OpenAPI document, or a fragment of one. */
export const openapi = defineOutput({
  key: "openapi",
  description: "A file that ends with .yaml, .yml or .json.",
  wire: "The wire format; without it, the catalog's.",
  options: {
    for: z.enum(audiences).optional().describe("consumers (open schemas) or producers (closed)."),
    form: z.enum(openApiForms).optional().describe("document, or a fragment to merge."),
  },
  endings: [".yaml", ".yml", ".json"],
  files: () => [""],
});

/** `outputs.json-schema`: JSON Schemas of the answers, for each audience. */
export const jsonSchema = defineOutput({
  key: "json-schema",
  description: "A folder for JSON Schemas of the answers.",
  wire: "The wire format; without it, the catalog's.",
  files: ({ wire }, catalog) =>
    // One of its files is enough to tell it by.
    audiencesOf(catalog)
      .slice(-1)
      .map((audience) => `${wire ?? catalog.wire.value}.${audience}.schema.json`),
});

/** `outputs.fixtures`: answers for tests and mock servers. */
export const fixtures = defineOutput({
  key: "fixtures",
  description: "A folder for the answers of all examples.",
  wire: "The wire format; without it, all of them.",
  options: { format },
  files: ({ wire, options }, { wireFormats }) => [
    `index.${codeEnding(options.format)}`,
    ...wireFormats.flatMap(({ name: { value } }) =>
      wire === undefined || wire === value ? [`${value}.json`] : [],
    ),
  ],
});

/** `outputs.site`: the help site. */
export const site = defineOutput({
  key: "site",
  description: "A folder for the help site.",
  isSingle: true,
  files: () => siteFiles,
});

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
