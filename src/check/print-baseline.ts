/** Counts of findings → the text of `baseline.json`: sorted, a line for each code of a rule, so that git shows little. */
import type { FindingCounts } from "../model/baseline.js";
import { sortedMembers } from "../model/inline-json.js";

/** The text, with LF at its end. */
export function printBaseline(counts: FindingCounts): string {
  const some = [...counts].filter(([, codes]) => codes.size > 0);
  const rules = sortedMembers(Object.fromEntries(some)).map(([rule, codes]) => {
    const lines = sortedMembers(Object.fromEntries(codes as ReadonlyMap<string, number>)).map(
      ([code, count]) => `      ${JSON.stringify(code)}: ${count}`,
    );
    return `    ${JSON.stringify(rule)}: {\n${lines.join(",\n")}\n    }`;
  });
  const findings = rules.length === 0 ? "{}" : `{\n${rules.join(",\n")}\n  }`;
  return `{\n  "errdex": 1,\n  "findings": ${findings}\n}\n`;
}
