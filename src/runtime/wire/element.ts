/** Elements of a list that a template names one by one: a part of the runtime for formats that have such. */
import { codeIn } from "./layout.js";
import type { FindElement } from "./template.js";

/** An element is found by what the template says of it; one of which it says nothing, by where it stands. */
export const findElement: FindElement = (layout, list, index) => {
  if (!Array.isArray(list)) return undefined;
  return layout.tests.length > 0 || layout.needsCode
    ? list.find((element) => codeIn(layout, element) !== false)
    : list[index];
};
