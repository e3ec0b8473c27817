/** Browsers hide headers of other origins, and proxies drop them: what a body says everybody reads. */
import { bodiesOf, headerPlaces, placesIn, saysCode } from "../../model/placement.js";
import { defineRule } from "../rule.js";

export const wireCodePlace = defineRule({
  name: "wire-code-place",
  severity: "error",
  forProducers: true,
  summary: "The code has a place in the body, where it has one in a header.",
  lowerable: true,
  catalog: ({ wireFormats }, report) => {
    for (const format of wireFormats) {
      const inHeader = headerPlaces(format).find(saysCode);
      // An answer without a body has nothing else.
      if (inHeader === undefined || bodiesOf(format).length === 0) continue;
      if (bodiesOf(format).flatMap(placesIn).some(saysCode)) continue;
      report(inHeader.variable.at, "The code stands in a header alone.", {
        help: "Add `$code` to the body: browsers and proxies may keep a header from who reads the answer.",
      });
    }
  },
});
