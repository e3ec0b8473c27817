/** What `released.json` may say: what `errdex release` writes. */
import semver from "semver";
import * as z from "zod4";
import { severities } from "../model/catalog.js";
import { type GrpcStatus, grpcStatuses } from "../model/grpc-status.js";
import { spellings, syntaxes } from "../model/wire-format.js";
import { schemaOrName } from "./catalog-schema.js";
import { extensible } from "./extensible.js";

const text = z.string();
const texts = z.array(text);
// Not every text of this form is a version: 01.0.0 and 9.0.0-.. are none.
const version = z
  .string()
  .refine((text) => /^\d/.test(text) && semver.valid(text) !== null, "a version such as 1.0.0");
const columns = z.record(text, z.union([text, z.number(), z.boolean()]));
const ending = z.strictObject({
  since: text,
  replaced_by: text.optional(),
  reason: text.optional(),
});

const row = z.strictObject({
  fold: text.optional(),
  code: z.union([text, z.number(), z.null()]).optional(),
  also: z.array(z.union([text, z.number()])).optional(),
  status: z.array(z.number()).optional(),
  body: z.unknown().optional(),
  omits: texts.optional(),
  row: columns.optional(),
});

const use = z.strictObject({
  version: text,
  docs: text.optional(),
  type: text.optional(),
  type_also: texts.optional(),
});

const code = extensible({
  from: text.optional(),
  category: text.optional(),
  statuses: z.union([z.array(z.number()), z.literal("none")]).optional(),
  title: text.optional(),
  message: texts.optional(),
  severity: z.enum(severities).optional(),
  retry: text.optional(),
  grpc: z.enum(Object.keys(grpcStatuses) as [GrpcStatus, ...GrpcStatus[]]).optional(),
  exit: z.number().optional(),
  delay: texts.optional(),
  headers: z.record(text, text).optional(),
  challenge: z
    .strictObject({ error: text.optional(), scheme: text.optional(), scope: text.optional() })
    .optional(),
  never_sent: z.literal(true).optional(),
  stack: z.literal(false).optional(),
  fields: z.record(text, schemaOrName).optional(),
  internal: z.record(text, schemaOrName).optional(),
  since: text.optional(),
  name: text.optional(),
  deprecated: ending.optional(),
  retired: ending.optional(),
  wires: z.record(text, row).optional(),
});

const wire = z.strictObject({
  body: z.unknown().optional(),
  accepts: z.array(z.unknown()).optional(),
  headers: z.record(text, z.unknown()).optional(),
  media: text.optional(),
  status: z.number().optional(),
  spelling: z.enum(spellings),
  rest: z.enum(["spell", "none"]),
  omits: texts.optional(),
  infer: z.record(text, z.unknown()).optional(),
  syntax: z.array(z.enum(syntaxes)).optional(),
  success: z.array(z.unknown()).optional(),
  unknown: z.literal("infer").optional(),
  case: z.literal("ignore").optional(),
  row: columns.optional(),
});

/** `released.json`. */
export const ledgerFile = extensible({
  errdex: z.literal(1),
  catalog: text,
  version,
  consumes: z.literal(true).optional(),
  uses: z.record(text, use).optional(),
  docs: text.optional(),
  type: z
    .union([text, z.strictObject({ address: text.optional(), also: texts.optional() })])
    .optional(),
  context: z.record(text, schemaOrName).optional(),
  wire: text,
  fallback: text.optional(),
  // A role that a newer errdex knows is no fault of the ledger.
  roles: z
    .record(
      text,
      z.union([
        text,
        z.strictObject({ code: text, fields: z.record(text, z.unknown()).optional() }),
      ]),
    )
    .optional(),
  infer: z.record(text, text).optional(),
  categories: z.record(text, text),
  types: z.record(text, schemaOrName),
  codes: z.record(text, code),
  operations: z.record(text, extensible({ codes: texts })),
  wires: z.record(text, wire),
  past: z.strictObject({
    codes: z.record(
      text,
      z.strictObject({ until: text, title: text.optional(), contract: text.optional() }),
    ),
    spellings: z.record(text, z.record(text, text)),
  }),
  // Ledgers of old have neither.
  texts: z
    .record(
      text,
      z.strictObject({
        meaning: text.optional(),
        translations: z.record(text, z.tuple([text, text])).optional(),
      }),
    )
    .optional(),
  digest: text.optional(),
});
