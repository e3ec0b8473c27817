/** What the YAML files of a catalog may say. Validates them, and is printed as JSON Schema for editors. */
import * as z from "zod4";
import { settingSeverities, severities } from "../model/catalog.js";
import { extensionPattern } from "../model/extension.js";
import { stringFormats } from "../model/field.js";
import { type GrpcStatus, grpcStatuses } from "../model/grpc-status.js";
import { roles } from "../model/role.js";
import { outputDefinitions } from "../outputs/outputs.js";
import { defaults, sharedKeys } from "./defaults-schema.js";
import { extensible } from "./extensible.js";
import { operationPath } from "./operation-path.js";

const text = z.string().min(1);
const texts = z.array(text).min(1);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonTypes = ["string", "integer", "number", "boolean", "object", "array", "null"] as const;

/** What stands where a type is expected, as written. */
export type SchemaInput = string | SchemaKeywords;

interface SchemaKeywords {
  type?: (typeof jsonTypes)[number] | (typeof jsonTypes)[number][] | undefined;
  properties?: Record<string, SchemaInput> | undefined;
  required?: string[] | undefined;
  items?: SchemaInput | undefined;
  additionalProperties?: boolean | SchemaInput | undefined;
  enum?: (string | number | boolean | null)[] | undefined;
  const?: string | number | boolean | null | undefined;
  oneOf?: SchemaInput[] | undefined;
  format?: (typeof stringFormats)[number] | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  description?: string | undefined;
  internal?: boolean | undefined;
  secret?: boolean | undefined;
}

const size = z.int().min(0);

/** The JSON Schema keywords that errdex supports, and the two that it adds. */
const schemaKeywords = extensible(
  {
    type: z.union([z.enum(jsonTypes), z.array(z.enum(jsonTypes)).min(1)]).optional(),
    get properties() {
      return z.record(z.string(), schemaOrName).optional();
    },
    required: z.array(z.string()).optional(),
    get items() {
      return schemaOrName.optional();
    },
    get additionalProperties() {
      return z.union([z.boolean(), schemaOrName]).optional();
    },
    enum: z.array(scalar).min(1).optional(),
    const: scalar.optional(),
    get oneOf() {
      return z.array(schemaOrName).min(1).optional();
    },
    format: z.enum(stringFormats).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: size.optional(),
    maxLength: size.optional(),
    minItems: size.optional(),
    maxItems: size.optional(),
    description: text.optional(),
    internal: z.boolean().optional().describe("Kept in the process: never on a wire."),
    secret: z.boolean().optional().describe("On a wire, but redacted in logs and telemetry."),
  },
  { id: "Schema" },
);

/** A type: the name of one, or a schema. */
export const schemaOrName: z.ZodType<SchemaInput> = z
  .lazy(() =>
    z.union([
      z.string().describe("A JSON type, a format, or the name of one of `types`."),
      schemaKeywords,
    ]),
  )
  .meta({ id: "Type" });

const ending = z.strictObject({
  since: text.describe("The version of the catalog."),
  replaced_by: text
    .optional()
    .describe("The code to use instead, of another catalog as `catalog/code`."),
  reason: text.optional().describe("Why it ended, in a sentence."),
});

const status = z.number();
const example = z.strictObject({
  title: text.describe("The case that this example shows."),
  status: status.optional().describe("One of the entry's statuses, instead of the first."),
  fields: z.record(z.string(), z.unknown()).optional(),
});

const challenge = z.strictObject({
  error: text.optional().describe("The error attribute; without it the challenge is a bare one."),
  scheme: z.enum(["Bearer", "DPoP"]).optional(),
  scope: text.optional().describe("The field that says which scope is needed."),
});

const entry = extensible({
  status: z
    .union([status, z.array(status).min(1), z.literal("none")])
    .optional()
    .describe("The first is the default. `none`: nothing sends the error as an answer of HTTP."),
  title: text.optional().describe("Never varies from one occurrence to the next."),
  message: z
    .union([text, texts])
    .optional()
    .describe(
      "Text with {field} or {field.path} in it; of several the first whose fields are all present.",
    ),
  meaning: text
    .optional()
    .describe("One or two plain sentences; links, code and emphasis as in Markdown."),
  causes: texts.optional().describe("Why it happens."),
  fixes: texts.optional().describe("What to try."),
  resolver: sharedKeys.resolver,
  severity: z
    .enum(severities)
    .optional()
    .describe("How bad it is; without it an error as most are."),
  retry: sharedKeys.retry,
  delay: z
    .union([text, texts])
    .optional()
    .describe("Fields that say how long to wait, in seconds."),
  grpc: z
    .enum(Object.keys(grpcStatuses) as [GrpcStatus, ...GrpcStatus[]])
    .optional()
    .describe("The status of gRPC, by the names of google.rpc.Code."),
  exit: z.int().min(0).max(255).optional().describe("What a command ends with, 0 to 255."),
  headers: z
    .record(z.string(), text)
    .optional()
    .describe("Headers that go with the error, with fields in them as in a message."),
  challenge: challenge.optional().describe("What WWW-Authenticate says."),
  never_sent: z.boolean().optional().describe("The status is for logs alone."),
  stack: sharedKeys.stack,
  fields: z
    .record(z.string(), schemaOrName)
    .optional()
    .describe("Typed data; `name?` is optional."),
  examples: z.array(example).optional().describe("Cases, with the fields that each carries."),
  since: sharedKeys.since,
  name: text.optional().describe("The identifier, where the code cannot become one."),
  deprecated: ending.optional().describe("Still sent, and about to end."),
  retired: ending.optional().describe("A tombstone: the code is never used again."),
});

/** `errors/*.yaml`. */
export const errorsFile = z
  .strictObject({
    category: text
      .optional()
      .describe("One of the categories in catalog.yaml; without it that of `defaults`."),
    defaults: defaults.describe("What holds for every entry of the file that does not say it."),
    errors: z.record(z.string(), entry).describe("Code → what it means."),
  })
  .meta({ title: "Errors of an errdex catalog", description: "errors/*.yaml" });

const statusKey = z
  .string()
  .regex(/^[1-5](\d\d|xx)$/, "a status such as 404, or a class such as 4xx");

/** What stands for a role: a code, or a code and what fills its fields. */
const role = z
  .union([
    text,
    z.strictObject({
      code: text,
      fields: z
        .record(z.string(), z.unknown())
        .optional()
        .describe("Field → a constant, or a variable such as $methods or $problems."),
    }),
  ])
  .meta({ id: "Role" });

const roleKeys = z.strictObject(
  Object.fromEntries(
    Object.entries(roles).map(([name, meaning]) => [name, role.optional().describe(meaning)]),
  ),
);

const outputKeys = z.strictObject(
  Object.fromEntries(outputDefinitions.map(({ key, schema }) => [key, schema])),
);

/** `catalog.yaml`. */
export const catalogFile = extensible(
  {
    catalog: text.describe("In kebab-case; names the module."),
    title: text.describe("What the help page is called."),
    version: text.describe("The version of the contract, by semver."),
    consumes: z
      .boolean()
      .optional()
      .describe("true: of a service of somebody else, whose answers are only read."),
    docs: text.optional().describe("The address of a code's page, with {code} in it."),
    type: z
      .union([
        text,
        z.strictObject({
          address: text.optional(),
          also: z
            .union([text, texts])
            .optional()
            .describe("Addresses of earlier years, which are read."),
        }),
      ])
      .optional()
      .describe(
        "The URI of a code's type, with {code} in it, where it is not the address of its page.",
      ),
    context: z
      .record(z.string(), schemaOrName)
      .optional()
      .describe(
        "Values of a request, which belong to an answer and to no code; `name?` is optional.",
      ),
    module: text
      .optional()
      .describe("What the generated module is imported by; the help page shows it."),
    wire: text.optional().describe("The wire format that is used when none is asked for."),
    categories: z
      .record(z.string(), text)
      .describe("Category → title, in the order of the help page."),
    types: z.record(z.string(), schemaOrName).optional().describe("Named types for fields."),
    defaults: defaults.describe(
      "What holds for every entry that does not say it, nor the head of its file.",
    ),
    uses: z
      .record(
        text,
        z.union([
          text,
          z.strictObject({
            from: text.describe("A package, or a folder relative to this file."),
            except: z.union([text, texts]).optional().describe("Codes that are left out."),
          }),
        ]),
      )
      .optional()
      .describe("Catalog → the package or folder that it is in: its codes are taken."),
    fallback: text.optional().describe("The code for what is not in the catalog."),
    infer: z.record(statusKey, text).optional().describe("Status → code, where a wire names none."),
    roles: roleKeys
      .optional()
      .describe("What a framework finds by itself → the code that stands for it."),
    allow: z
      .array(z.strictObject({ rule: text, codes: texts, reason: text }))
      .optional()
      .describe("Rules that some codes need not follow."),
    rules: z
      .record(z.string(), z.enum(settingSeverities))
      .optional()
      .describe("Rule → how seriously it is taken."),
    suppress: z
      .array(
        z.strictObject({
          change: text.describe("The kind of change, such as limit-loosened."),
          codes: texts.optional().describe("The codes; without it wherever it occurs."),
          reason: text.describe("Why it hurts nobody."),
          until: text.describe("The version whose release ends it."),
        }),
      )
      .optional()
      .describe("Changes since the last release that are accepted."),
    extensions: z
      .record(
        z.string().regex(new RegExp(extensionPattern), "a key such as x-owner"),
        z.union([text, z.strictObject({ title: text })]),
      )
      .optional()
      .describe("Own keys (`x-…`) → what pages call them."),
    outputs: outputKeys.optional().describe("What `errdex build` writes, relative to this file."),
  },
  { title: "An errdex catalog", description: "catalog.yaml" },
);

/** `operations.yaml`. */
export const operationsFile = z
  .strictObject({
    groups: z.record(z.string(), texts).optional().describe("Codes that several operations share."),
    operations: z
      .record(
        z.string(),
        extensible({
          title: text.optional().describe("What the operation does."),
          method: z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]).optional(),
          path: operationPath.optional().describe("Such as /images/{id}."),
          codes: z.array(text).optional().describe("The codes that it may answer with."),
          groups: z.array(text).optional().describe("Groups whose codes it may answer with too."),
        }),
      )
      .describe("Operation → the errors that it may answer with."),
  })
  .meta({ title: "Operations of an errdex catalog", description: "operations.yaml" });
