/** What `defaults` may say, in catalog.yaml and at the head of a file of entries. */
import * as z from "zod4";
import type { Resolver, Retry } from "../model/catalog.js";

const text = z.string().min(1);
const resolvers = ["caller", "user", "operator"] as const satisfies readonly Resolver[];
const retries = ["never", "after", "backoff"] as const satisfies readonly Retry[];

/** Keys of an entry that may be said once for many. */
export const sharedKeys = {
  resolver: z.enum(resolvers).optional().describe("Who can mend it."),
  retry: z.enum(retries).optional().describe("Whether trying again can help."),
  since: text.optional().describe("The version of the catalog that brought the code."),
  stack: z
    .boolean()
    .optional()
    .describe("false: its errors capture no stack unless a call asks for one."),
};

/** The mapping that `defaults` is. */
export const defaults = z
  .strictObject({
    category: text.optional().describe("One of the categories in catalog.yaml."),
    ...sharedKeys,
  })
  .optional();
