/** `locales/*.yaml` → model. */

import type { EntryTranslation, Locale, TranslatedMessage } from "../model/locale.js";
import type { YamlNode, YamlPair, YamlScalar } from "../model/yaml-node.js";
import type { DecodedFile } from "./decode-file.js";
import type { Report } from "./load-rules.js";
import { localeFile } from "./locale-schema.js";
import { parseIcu } from "./parse-icu.js";
import { located, optional, pairs, scalars } from "./read-entry.js";
import { readTree } from "./read-file.js";
import { reportIssues } from "./report-issues.js";
import { withoutBroken } from "./without-broken.js";

/**
 * Reads a locale; none where nothing can be made of the file.
 *
 * @param path of the file in the catalog's folder.
 */
export function readLocale(file: DecodedFile, path: string, report: Report): readonly Locale[] {
  const tree = readTree(file, report, { mayHaveMarks: true });
  if (tree === undefined) return [];
  const issues = localeFile.safeParse(tree.value).error?.issues ?? [];
  reportIssues(issues, localeFile, tree, report);
  if (tree.kind !== "map") return [];
  const root = withoutBroken(tree, issues);
  const at = (name: string): YamlNode | undefined => root.pairs.get(name)?.value;
  const entries = pairs(at("errors"));
  const whole = new Set(entries.map(([code]) => code));
  const written = pairs(tree.pairs.get("errors")?.value).map(([code]) => code);
  const fileName = /([^/]+)\.ya?ml$/.exec(path)?.[1] ?? "";
  return [
    {
      tag: optional(at("locale")) ?? { value: fileName, at: tree },
      fileName,
      title: optional(at("title")),
      categories: new Map(
        pairs(at("categories")).map(([id, { key, value }]) => [
          id,
          { at: key, title: located<string>(value) },
        ]),
      ),
      words: new Map(pairs(at("words")).map(([key, { value }]) => [key, located<string>(value)])),
      statuses: new Map(
        pairs(at("statuses")).map(([key, { value }]) => [key, located<string>(value)]),
      ),
      entries: new Map(entries.map(([code, pair]) => [code, readTranslation(pair, report)])),
      unreadable: new Set(written.filter((code) => !whole.has(code))),
    },
  ];
}

function readTranslation({ key, value }: YamlPair, report: Report): EntryTranslation {
  const at = (name: string): YamlNode | undefined =>
    value.kind === "map" ? value.pairs.get(name)?.value : undefined;
  return {
    at: key,
    title: optional(at("title")),
    messages: scalars(at("message")).map((message) => readTranslatedMessage(message, report)),
    meaning: optional(at("meaning")),
    causes: scalars(at("causes")).map(located<string>),
    fixes: scalars(at("fixes")).map(located<string>),
  };
}

function readTranslatedMessage(node: YamlScalar, report: Report): TranslatedMessage {
  return { text: String(node.value), at: node, parts: parseIcu(node, report) };
}
