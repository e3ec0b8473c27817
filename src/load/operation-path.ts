/** The paths that operations have. */
import * as z from "zod4";

// Segments of characters of URLs (RFC 3986 section 3.3) and of parameters in braces.
const segments = String.raw`\/(?:(?:[\w.~!$&'()*+,;=:@-]|%[\dA-F]{2}|\{[\w.-]+\})+(?:\/|$))*$`;
const pathForm = new RegExp(`^${segments}`);
// For editors also that each parameter stands once: as a pattern that takes the square of a path's length.
const pathPattern = String.raw`^(?!.*(\{[^{}]+\}).*\1)${segments}`;
/** A path such as `/images/{id}`. */
export const operationPath = z
  .string()
  .refine((text) => {
    const parameters = text.match(/\{[^{}]+\}/g) ?? [];
    return pathForm.test(text) && new Set(parameters).size === parameters.length;
  }, "a path such as /images/{id}, each parameter once")
  .meta({ pattern: pathPattern });
