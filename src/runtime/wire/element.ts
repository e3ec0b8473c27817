/** Elements of a list that a template names one by one: a part of the runtime for formats that have such. */
import { codeIn, type FindElement } from "./layout.js";

/** An element is found by what the template says of it; one of which it says nothing, by where it stands. */
export const findElement: FindElement = (list, { layout, index }) => {
  if (!Array.isArray(list)) return undefined;
  return layout.tests !== undefined || (layout.code !== undefined && !layout.optional)
    ? list.find((element) => codeIn(layout, element) !== false)
    : list.at(index);
};
