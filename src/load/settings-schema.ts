/** What the settings of a repository may say: `errdex.config.yaml`, or the key `errdex` of a package.json. */
import * as z from "zod4";

const text = z.string();
const oneOrMore = z.union([text, z.array(text).min(1)]);
const percent = z.int().min(0).max(100);

/** The object that settings are. */
export const settingsFile = z.strictObject({
  /** Folders of catalogs, relative to the file. */
  catalogs: oneOrMore.optional(),
  /** Name of a catalog that is no more → why that hurts nobody. */
  removed: z.record(text, text).optional(),
  max_warnings: z.int().min(0).optional(),
  coverage: z
    .strictObject({
      sources: oneOrMore,
      tests: oneOrMore.optional(),
      modules: z.record(text, oneOrMore).optional(),
      ignore: oneOrMore.optional(),
      recorded: text.optional(),
      fail_on: oneOrMore.optional(),
      least: z
        .strictObject({
          raised: percent.optional(),
          handled: percent.optional(),
          tested: percent.optional(),
          recorded: percent.optional(),
        })
        .optional(),
      changed: z.boolean().optional(),
    })
    .optional(),
});

/** The key `errdex` of a package.json: settings, or the folders of catalogs alone. */
export const settingsKey = z.union([oneOrMore, settingsFile]);
