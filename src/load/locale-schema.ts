/** What `locales/*.yaml` may say. */
import * as z from "zod4";

const text = z.string().min(1);
const texts = z.array(text).min(1);

const entry = z.strictObject({
  title: text.optional().describe("Never varies from one occurrence to the next."),
  message: z
    .union([text, texts])
    .optional()
    .describe(
      "ICU MessageFormat: {field}, {count, plural, one {…} other {…}}; of several the first whose fields are all present.",
    ),
  meaning: text.optional().describe("One or two plain sentences."),
  causes: texts.optional().describe("Why it happens."),
  fixes: texts.optional().describe("What to try."),
});

/** `locales/*.yaml`. */
export const localeFile = z
  .strictObject({
    locale: text.describe("The language as a BCP 47 tag, such as de or pt-BR; the file's name."),
    title: text.optional().describe("What the help page is called."),
    categories: z.record(z.string(), text).optional().describe("Category → title."),
    words: z.record(z.string(), text).optional().describe("Words of the help site itself, by key."),
    statuses: z
      .record(z.string().regex(/^(?:[45]\d\d|[45]xx|other)$/), text)
      .optional()
      .describe(
        "Status, class of statuses (4xx, 5xx) or other → what people are told of an error whose code nobody knows.",
      ),
    errors: z.record(z.string(), entry).optional().describe("Code → its texts."),
  })
  .meta({ title: "A translation of an errdex catalog", description: "locales/*.yaml" });
