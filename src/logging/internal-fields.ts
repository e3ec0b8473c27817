/** The internal fields of an error, for logs that ask for them. */
import { entryOf } from "../runtime/catalog-error.js";
import { setOwn } from "../runtime/own-member.js";
import { readMember } from "./thrown-value.js";

/**
 * The values of the internal fields that were given.
 *
 * The entry does not name them. The error's class has an accessor for each field that is hidden, and what is hidden and
 * not public is internal.
 */
export function internalFields(
  error: object,
  publicNames: readonly string[] = [],
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  let at: object | null = Object.getPrototypeOf(error);
  for (; at !== null && !Object.hasOwn(at, entryOf); at = Object.getPrototypeOf(at)) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      // What the runtime itself adds, such as `issues`, can only be read.
      if (member.set === undefined || publicNames.includes(name)) continue;
      const value = readMember(error, name);
      if (value !== undefined) setOwn(fields, name, value);
    }
  }
  return fields;
}
