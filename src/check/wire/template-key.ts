/** Whether two templates say the same. */
import { remembered } from "../../model/remembered.js";
import type { TemplateNode } from "../../model/wire-format.js";

/** A text that is the same for templates that say the same, wherever they stand. */
export const templateKey = remembered((template: TemplateNode): string =>
  // A tag of places alone: all else in a template is what it says.
  JSON.stringify(template, (name, value: unknown) => (name === "at" ? undefined : value)),
);
