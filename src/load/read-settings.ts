/** `errdex.config.yaml`, or the key `errdex` of a package.json → settings. */
import type * as z from "zod4";
import type { CoverageSettings, Settings } from "../model/settings.js";
import type { Located, SourceFile } from "../model/source.js";
import { pairOf, type YamlNode } from "../model/yaml-node.js";
import { jsonTree } from "./json-tree.js";
import type { Report } from "./load-rules.js";
import { parseYaml } from "./parse-yaml.js";
import { located, pairs, scalars } from "./read-entry.js";
import { reportIssues } from "./report-issues.js";
import { settingsFile, settingsKey } from "./settings-schema.js";

/** Settings of a file that holds nothing else. Undefined where they are broken, which is reported. */
export function readSettings(file: SourceFile, report: Report): Settings | undefined {
  const root = parseYaml(file, report);
  return root && settingsOf(file, root, settingsFile, report);
}

/** Settings in a package.json. Undefined where it has none, or broken ones, which are reported. */
export function readPackageSettings(file: SourceFile, report: Report): Settings | undefined {
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch {
    report("yaml-syntax", { file, start: 0, end: 0 }, `${file.path} is not JSON.`);
    return undefined;
  }
  const key = pairOf(jsonTree(file, value), "errdex");
  return key && settingsOf(file, key.value, settingsKey, report);
}

function settingsOf(
  file: SourceFile,
  node: YamlNode,
  schema: z.ZodType,
  report: Report,
): Settings | undefined {
  const { issues = [] } = schema.safeParse(node.value).error ?? {};
  reportIssues(issues, schema, node, report);
  if (issues.length > 0) return undefined;
  if (node.kind !== "map") return { ...noSettings(file), catalogs: texts(node) };
  const at = (name: string): YamlNode | undefined => node.pairs.get(name)?.value;
  return {
    file,
    catalogs: texts(at("catalogs")),
    removed: new Map(
      pairs(at("removed")).map(([name, { value }]) => [name, located<string>(value)]),
    ),
    maxWarnings: node.value.max_warnings as number | undefined,
    coverage: coverageOf(at("coverage")),
  };
}

function coverageOf(node: YamlNode | undefined): CoverageSettings | undefined {
  if (node?.kind !== "map") return undefined;
  const valuesAt = (name: string): readonly string[] | undefined => {
    const found = node.pairs.get(name)?.value;
    return found && texts(found).map(({ value }) => value);
  };
  const { recorded, least = {}, changed = false } = node.value;
  return {
    sources: valuesAt("sources") ?? [],
    tests: valuesAt("tests"),
    modules: Object.fromEntries(
      pairs(node.pairs.get("modules")?.value).map(([name, { value }]) => [
        name,
        texts(value).map((each) => each.value),
      ]),
    ),
    ignore: valuesAt("ignore") ?? [],
    recorded: recorded as string | undefined,
    failOn: valuesAt("fail_on"),
    least: least as CoverageSettings["least"],
    changed: changed === true,
  };
}

function texts(node: YamlNode | undefined): readonly Located<string>[] {
  return scalars(node).map(located<string>);
}

/** Settings that say nothing. */
export function noSettings(file: SourceFile): Settings {
  return { file, catalogs: [], removed: new Map(), maxWarnings: undefined, coverage: undefined };
}
