/** The catalog's own message of what arrived without one: a part of the runtime for formats that may lack messages. */
import { formatMessage } from "../format-message.js";

/** The first template whose placeholders are all present among the fields, filled. */
export function formatValues(
  templates: readonly string[],
  fields: readonly string[],
  values: readonly unknown[],
): string | undefined {
  const named = fields.map((field, index) => [field, values[index]] as const);
  return formatMessage(templates, Object.fromEntries(named));
}
