/** What `wire/*.yaml` may say. */
import * as z from "zod4";
import { spellings, syntaxes } from "../model/wire-format.js";

const text = z.string().min(1);
const column = z.union([z.string(), z.number(), z.boolean()]);
const spelling = z.union([text, z.int()]);
const status = z.int();
const template = z.unknown();
const statusKey = z
  .string()
  .regex(/^[1-5](\d\d|xx)$/, "a status such as 404, or a class such as 4xx");

const inference = z.strictObject({
  code: text,
  when: z.unknown().optional().describe("What the answer has to look like."),
});

const row = z
  .object({
    code: z
      .union([text, z.int(), z.null()])
      .optional()
      .describe("The spelling; null: this wire sends none."),
    also: z.array(spelling).optional().describe("Older spellings, which are read and not written."),
    status: z
      .union([status, z.array(status).min(1)])
      .optional()
      .describe("Instead of the entry's; the first is the default."),
    assumed: z.boolean().optional().describe("Nobody documents the status."),
    body: template.optional().describe("Instead of the format's body."),
    omits: z.array(text).optional().describe("Fields that this wire does not have."),
  })
  .catchall(column);

/** `wire/*.yaml`. */
export const wireFile = z
  .strictObject({
    wire: text.describe("The name, in kebab-case."),
    title: text.optional().describe("Whose wire it is."),
    revision: text.optional().describe("Which revision of the documents it describes."),
    source: text.optional().describe("Where it is documented."),
    media: text.optional().describe("The media type; application/json without it."),
    status: status.optional().describe("The status that every answer has."),
    spelling: z.enum(spellings).optional().describe("How spellings follow from codes."),
    rest: z
      .enum(["spell", "none"])
      .optional()
      .describe("Codes without a row: spelled by the rule, or not sent."),
    body: template.optional().describe("The template of the body; without it the body is opaque."),
    bodies: z
      .record(z.string(), template)
      .optional()
      .describe("Templates by names, for `body`, `accepts`, `codes` and `$body`."),
    accepts: z.array(template).optional().describe("More bodies that are read."),
    headers: z
      .record(z.string(), z.union([text, z.record(z.string(), template)]))
      .optional()
      .describe("Header → variable, or what the text of the header holds."),
    row: z.record(z.string(), column).optional().describe("Defaults of the columns of codes."),
    codes: z
      .record(z.string(), z.union([text, z.int(), z.null(), row]))
      .optional()
      .describe("Our code → its spelling, null where the wire sends none, or a row."),
    folds: z
      .record(z.string(), text)
      .optional()
      .describe("Our code → the code that stands for it here."),
    infer: z
      .record(statusKey, z.union([text, z.array(z.union([text, inference])).min(1)]))
      .optional()
      .describe(
        "Status → code, or codes of which the best fit is meant, where the wire names none.",
      ),
    unknown: z
      .literal("infer")
      .optional()
      .describe("A code that nobody knows is inferred from the status too."),
    case: z.literal("ignore").optional().describe("Spellings are read in any case."),
    syntax: z
      .union([z.enum(syntaxes), z.array(z.enum(syntaxes)).min(1)])
      .optional()
      .describe("What the text of a body is; of several the first is written."),
    success: z
      .array(template)
      .min(1)
      .optional()
      .describe("What answers look like that are no errors."),
    omits: z.array(text).optional().describe("Fields that this wire has for no code."),
    reads: z
      .literal(false)
      .optional()
      .describe("Nobody reads it: it need not read what it writes."),
  })
  .meta({ title: "A wire format of an errdex catalog", description: "wire/*.yaml" });
