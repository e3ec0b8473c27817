/** `baseline.json` → the findings that are let be. */
import * as z from "zod4";
import type { Baseline, FindingCounts } from "../model/baseline.js";
import { nodeAt, pairOf } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import type { Report } from "./load-rules.js";
import { readWrittenJson, type WrittenJson } from "./read-written-json.js";

const name = z.string().min(1);

/** Its keys are the names of rules, then codes. */
const baselineFile = z.strictObject({
  errdex: z.literal(1),
  findings: z.record(name, z.record(name, z.int().min(1))),
});

const baseline: WrittenJson = {
  name: "baseline",
  rule: "baseline-form",
  schema: baselineFile,
  writer: "`errdex check --baseline`",
  help: "Take the last good version from your history; `errdex check --baseline` takes out of it what is mended.",
  conflictHelp:
    "Keep of each side the lines that the other has too, and run `errdex check --baseline`.",
};

/** Reads a baseline. Undefined where it is none, which is reported. */
export function readBaseline(file: DecodedFile, report: Report): Baseline | undefined {
  const root = readWrittenJson(file, baseline, report);
  if (root === undefined) return undefined;
  const { findings } = root.value as z.infer<typeof baselineFile>;
  const counts: FindingCounts = new Map(
    Object.entries(findings).map(([rule, codes]) => [rule, new Map(Object.entries(codes))]),
  );
  return {
    at: root,
    counts,
    placeOf: (rule, code) => {
      const rules = nodeAt(root, ["findings"]);
      const place = code === undefined ? rules : nodeAt(rules, [rule]);
      return pairOf(place, code ?? rule)?.key ?? place;
    },
  };
}
