/** Turns what zod says of a file into diagnostics with places. */
import type * as z from "zod4";
import { didYouMean, nearest, quoted } from "../diagnostics/suggest.js";
import { stringFormats } from "../model/field.js";
import { nodeAt, pairOf, type YamlNode } from "../model/yaml-node.js";
import { isExtensible } from "./extensible.js";
import { defaultsHelp, ownKeyHelp, typeKeyHelp } from "./key-help.js";
import type { Report } from "./load-rules.js";
import { keysAt, schemasAt } from "./schema-keys.js";
import { valueHelp } from "./value-help.js";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Reports each issue at the innermost node that it speaks of. */
export function reportIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  root: YamlNode,
  report: Report,
): void {
  for (const issue of issues) reportIssue(issue, issue.path, schema, root, report);
}

function reportIssue(
  issue: Issue,
  path: Path,
  schema: z.ZodType,
  root: YamlNode,
  report: Report,
): void {
  const node = nodeAt(root, path);
  if (isAlias(node)) return; // it has been reported, and nobody knows what it stands for
  switch (issue.code) {
    case "unrecognized_keys":
      for (const key of issue.keys)
        reportKey(key, path, keysAt(schema, path), root, report, isExtensibleAt(schema, path));
      return;
    case "invalid_union": {
      const inner = issue.errors.filter(
        ([first]) => first !== undefined && !refusesType(first, node),
      );
      if (inner.length === 1) {
        for (const each of inner[0] ?? [])
          reportIssue(each, [...path, ...each.path], schema, root, report);
        return;
      }
      const expected = issue.errors.flatMap((branch) => branch.map(expectedOf));
      report(
        "wrong-type",
        node,
        `Expected ${[...new Set(expected)].join(" or ")}, found ${kindOf(node)}.`,
        valueHelp(node, { expected, path, takesType: takesType(schema, path) }),
      );
      return;
    }
    case "invalid_key": {
      const [reason] = issue.issues;
      if (reason?.code === "invalid_value") {
        const known = reason.values.map(String);
        reportKey(String(path.at(-1)), path.slice(0, -1), known, root, report);
        return;
      }
      report(
        "wrong-type",
        pairOf(nodeAt(root, path.slice(0, -1)), String(path.at(-1)))?.key ?? node,
        `The key ${quoted(String(path.at(-1)))} is not ${reason?.message ?? "allowed"}.`,
      );
      return;
    }
    case "invalid_type":
      if (isMissing(root, path)) {
        report("wrong-type", node, `The key ${quoted(String(path.at(-1)))} is missing.`);
        return;
      }
      report(
        "wrong-type",
        node,
        `Expected ${expectedOf(issue)}, found ${kindOf(node)}.`,
        valueHelp(node, {
          expected: [expectedOf(issue)],
          path,
          takesType: takesType(schema, path.slice(0, -1)),
        }),
      );
      return;
    case "invalid_value": {
      if (isMissing(root, path)) {
        report("wrong-type", node, `The key ${quoted(String(path.at(-1)))} is missing.`);
        return;
      }
      const found = node.kind === "scalar" ? String(node.value) : undefined;
      report(
        "wrong-type",
        node,
        `Expected ${expectedOf(issue)}, found ${found === undefined ? kindOf(node) : quoted(found)}.`,
        found === undefined ? {} : guess(found, path, issue.values.map(String)),
      );
      return;
    }
    default:
      report("wrong-type", node, `Expected ${expectedOf(issue)}, found ${kindOf(node)}.`);
  }
}

function reportKey(
  key: string,
  path: Path,
  known: readonly string[],
  root: YamlNode,
  report: Report,
  takesOwn = false,
): void {
  const at = nodeAt(root, path);
  const place = pairOf(at, key)?.key ?? at;
  const isOfType = known.includes("oneOf");
  const isKeyword = unsupportedKeywords.has(key);
  const elsewhere = key === "defaults" ? defaultsHelp : undefined;
  const hint = isOfType ? typeKeyHelp(key, { known, path, at, isKeyword }) : elsewhere;
  // Only a type is so described: a keyword left out silently would let values through that it forbids.
  if (isOfType && isKeyword) {
    report("schema-keyword", place, `The JSON Schema keyword ${quoted(key)} is not supported.`, {
      help: hint ?? `Supported: ${known.join(", ")}.`,
    });
    return;
  }
  const help =
    hint !== undefined
      ? { help: hint }
      : takesOwn && nearest(key, known) === undefined
        ? { help: ownKeyHelp(key) }
        : didYouMean(key, known);
  report("unknown-key", place, `The key ${quoted(key)} is not known here.`, help);
}

function takesType(schema: z.ZodType, path: Path): boolean {
  return keysAt(schema, path).includes("oneOf");
}

function isExtensibleAt(schema: z.ZodType, path: Path): boolean {
  return schemasAt(schema, path).some(isExtensible);
}

const unsupportedKeywords = new Set(
  "$anchor $comment $defs $dynamicAnchor $dynamicRef $id $ref $schema $vocabulary allOf anyOf contains contentEncoding contentMediaType contentSchema default dependentRequired dependentSchemas deprecated else examples exclusiveMaximum exclusiveMinimum if maxContains maxProperties minContains minProperties multipleOf not pattern patternProperties prefixItems propertyNames readOnly then title unevaluatedItems unevaluatedProperties uniqueItems writeOnly definitions dependencies additionalItems nullable discriminator example".split(
    " ",
  ),
);

function refusesType(issue: Issue, node: YamlNode): boolean {
  return (
    issue.path.length === 0 &&
    (issue.code === "invalid_type" ||
      // One of several words is never a list, and a single word one of several things that may stand there.
      (issue.code === "invalid_value" && (node.kind !== "scalar" || issue.values.length === 1)) ||
      (issue.code === "invalid_union" &&
        issue.errors.every(([first]) => first !== undefined && refusesType(first, node))))
  );
}

function isMissing(root: YamlNode, path: Path): boolean {
  const parent = nodeAt(root, path.slice(0, -1));
  return path.length > 0 && parent.kind === "map" && !parent.pairs.has(String(path.at(-1)));
}

function isAlias({ kind, value, file, start }: YamlNode): boolean {
  return kind === "scalar" && value === null && file.text.startsWith("*", start);
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "null",
};

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return typeNames[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values
        .map((value) => (typeof value === "string" ? quoted(value) : String(value)))
        .join(" or ");
    case "invalid_union":
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expectedOf)))].join(" or ");
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "something that is not empty"
        : `a number from ${issue.minimum}`;
    case "too_big":
      return `a number up to ${issue.maximum}`;
    case "invalid_format":
      // A pattern has a message of ours.
      return "prefix" in issue
        ? `text that begins with ${quoted(String(issue.prefix))}`
        : issue.message;
    default:
      return issue.message;
  }
}

function guess(found: string, path: Path, known: readonly string[]): object {
  const key = path.findLast((step) => typeof step === "string");
  if (key === "type" && (stringFormats as readonly string[]).includes(found)) {
    return {
      help: `${quoted(found)} is a format: write \`format: ${found}\`, or the word alone in the place of the schema.`,
    };
  }
  return didYouMean(found, known);
}

function kindOf(node: YamlNode): string {
  if (node.kind === "list") return node.items.length === 0 ? "an empty list" : "a list";
  if (node.kind === "map") return "a mapping";
  if (node.value === null) return "nothing";
  if (node.value === "") return "an empty text";
  return typeof node.value === "string" ? "text" : `the ${typeof node.value} ${node.value}`;
}
