/** What `wire/*.yaml` may say. */
import { z } from "zod4";
import { spellings } from "../model/wire-format.js";

const text = z.string().min(1);
const column = z.union([z.string(), z.number(), z.boolean()]);
const spelling = z.union([text, z.int()]);
const status = z.int();
const template = z.unknown();
const statusKey = z
  .string()
  .regex(/^[1-5](\d\d|xx)$/, "a status such as 404, or a class such as 4xx");

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
    accepts: z.array(template).optional().describe("More bodies that are read."),
    headers: z.record(z.string(), text).optional().describe("Header → variable."),
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
      .record(statusKey, text)
      .optional()
      .describe("Status → code, where the wire names none."),
    omits: z.array(text).optional().describe("Fields that this wire has for no code."),
    reads: z
      .literal(false)
      .optional()
      .describe("Nobody reads it: it need not read what it writes."),
  })
  .meta({ title: "A wire format of an errdex catalog", description: "wire/*.yaml" });
