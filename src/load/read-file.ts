/** A file as a tree, as far as a schema lets it through. */
import type * as z from "zod4";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import type { Report } from "./load-rules.js";
import { parseYaml, type YamlOptions } from "./parse-yaml.js";
import { reportIssues } from "./report-issues.js";
import { reportRespelledPlaces } from "./respelled-places.js";
import { withoutBroken } from "./without-broken.js";

/** The root of a file, as far as it is as the schema wants it; the rest has been reported. */
export function readFile(
  file: DecodedFile,
  schema: z.ZodType,
  report: Report,
): YamlMap | undefined {
  const root = readTree(file, report);
  if (root === undefined) return undefined;
  const issues = schema.safeParse(root.value).error?.issues ?? [];
  reportIssues(issues, schema, root, report);
  reportRespelledPlaces(root, schema, issues, report);
  return root.kind === "map" ? withoutBroken(root, issues) : undefined;
}

/** The tree of a file, whatever it says. */
export function readTree(
  { file, readable }: DecodedFile,
  report: Report,
  options?: YamlOptions,
): YamlNode | undefined {
  return readable ? parseYaml(file, report, options) : undefined;
}
