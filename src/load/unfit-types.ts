/** Schemas that no value fits, and enums that say something twice. */

import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";

const ranges = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
] as const;

/** Reports a lower limit that is above its upper one. */
export function reportEmptyRanges({ pairs }: YamlMap, report: Report): void {
  for (const [least, most] of ranges) {
    const min = pairs.get(least)?.value;
    const max = pairs.get(most)?.value;
    if (min === undefined || max === undefined || Number(min.value) <= Number(max.value)) continue;
    const message = `No value fits: ${least} ${min.value} is above ${most} ${max.value}.`;
    const related = [{ at: min, message: "The lower limit is here." }];
    report("schema-keyword", max, message, { related });
  }
}

/** Reports a value of an enum that stands there already. */
export function reportRepeated(values: readonly YamlNode[], report: Report): void {
  const seen = new Map<unknown, YamlNode>();
  for (const node of values) {
    const first = seen.get(node.value);
    if (first === undefined) seen.set(node.value, node);
    else {
      const message = `The value ${JSON.stringify(node.value)} stands here a second time.`;
      const related = [{ at: first, message: "The first is here." }];
      report("schema-keyword", node, message, { related });
    }
  }
}
