/** Fills message templates at run time, where a wire brought no message. */
import { isRecord } from "./is-record.js";
import { memberIn } from "./own-member.js";

const tokens = /\{\{|\}\}|\{([^{}]+)\}/g;

/** The first template whose placeholders are all present, filled; undefined where there is none. */
export function formatMessage(templates: readonly string[], fields: object): string | undefined {
  for (const template of templates) {
    let complete = true;
    const text = template.replace(tokens, (token, path: string | undefined) => {
      if (path === undefined) return token.charAt(0);
      const value = path
        .split(".")
        .reduce(
          (inner: unknown, step) => (isRecord(inner) ? memberIn(inner, step) : undefined),
          fields,
        );
      if (value === undefined || value === null) complete = false;
      return Array.isArray(value) ? value.join(", ") : String(value);
    });
    if (complete) return text;
  }
  return undefined;
}
