/** The code of bodies that have none: a part of the runtime for formats that have such. */
import { type AssumedCode, textIn } from "./layout.js";

/** Where a body has something else of the template, it is of the code. */
export const assumeCode: AssumedCode["as"] = (layout, body) =>
  layout.tests !== undefined || textIn(layout, body) !== undefined
    ? `${layout.assumed?.code}`
    : undefined;
