/** What the settings of a repository may say: `errdex.config.yaml`, or the key `errdex` of a package.json. */
import * as z from "zod4";

const text = z.string();
const oneOrMore = z.union([text, z.array(text).min(1)]);
const percent = z.int().min(0).max(100).optional();

const coverage = z.strictObject({
  sources: oneOrMore.describe("Folders and files of the source, its tests included."),
  tests: oneOrMore.optional().describe("Globs of the files that are tests."),
  modules: z
    .record(text, oneOrMore)
    .optional()
    .describe("What the sources import a catalog by, by the name of the catalog."),
  ignore: oneOrMore.optional().describe("Texts that are codes of other systems."),
  recorded: text.optional().describe("The file that a run of the tests recorded."),
  fail_on: oneOrMore
    .optional()
    .describe("The kinds that are findings: unknown, undeclared, unraised, unseen, …"),
  least: z
    .strictObject({ raised: percent, handled: percent, tested: percent, recorded: percent })
    .optional()
    .describe("The least shares of the codes, in percent."),
  changed: z
    .boolean()
    .optional()
    .describe("Whether only codes count that are new or changed since the base of errdex ci."),
});

/** The object that settings are. */
export const settingsFile = z
  .strictObject({
    catalogs: oneOrMore
      .optional()
      .describe("Folders of the catalogs of the repository, relative to this file."),
    removed: z
      .record(text, text)
      .optional()
      .describe("Why a catalog that is no more hurts nobody, by its name."),
    max_warnings: z.int().min(0).optional().describe("The most warnings that errdex ci lets pass."),
    coverage: coverage.optional().describe("What errdex coverage reads and wants."),
  })
  .meta({ title: "Settings of errdex", description: "errdex.config.yaml" });

/** The key `errdex` of a package.json: settings, or the folders of catalogs alone. */
export const settingsKey = z.union([oneOrMore, settingsFile]);
