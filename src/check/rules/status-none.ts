/** What has no HTTP status is no answer. */
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import type { Located } from "../../model/source.js";
import { fixtures, jsonSchema, openapi } from "../../outputs/outputs.js";
import { defineRule } from "../rule.js";

/** Keys that speak of an answer. */
const ofAnswers = ["headers", "challenge", "never_sent"];

export const statusNone = defineRule({
  name: "status-none",
  severity: "error",
  summary: "A code without an HTTP status says nothing of answers, and nothing answers with it.",
  reads: ["status"],
  entry: ({ code, hasNoStatus, keys }, _catalog, report) => {
    if (!hasNoStatus) return;
    for (const [index, key] of keys.names.entries())
      if (ofAnswers.includes(key))
        report(keys.placeOf(index), `${code} has no HTTP status, so \`${key}\` has no effect.`, {
          help: "Delete it, or give the code a status.",
        });
  },
  catalog: (catalog, report) => {
    const without = new Set(catalog.entries.filter(isWithout).map(({ code }) => code));
    if (without.size === 0) return;
    for (const { value, at } of answering(catalog))
      if (without.has(value))
        report(at, `${quoted(value)} has no HTTP status, so nothing answers with it.`, {
          help: "Take it out here, or give the code a status.",
        });
    if (catalog.entries.some((entry) => isSent(entry))) return;
    for (const { kind, path } of catalog.outputs)
      if (outputsOfAnswers.has(kind))
        report(path.at, `No code has an HTTP status, so there is nothing for ${kind} to say.`, {
          help: "Take the output out, or give a code a status.",
        });
  },
});

const outputsOfAnswers = new Set<string>([openapi.key, jsonSchema.key, fixtures.key]);

function isSent({ statuses, retired }: Entry): boolean {
  return statuses.length > 0 && retired === undefined;
}

function isWithout({ hasNoStatus, retired }: Entry): boolean {
  return hasNoStatus && retired === undefined;
}

/** Wherever a code stands that is an answer. The fallback and roles have rules of their own. */
function answering(catalog: Catalog): readonly Located<string>[] {
  const { operations, groups, infer, wireFormats } = catalog;
  return [
    ...[...operations, ...groups].flatMap(({ codes }) => codes),
    ...infer.map(({ code }) => code),
    ...wireFormats.flatMap(({ rows, folds, infer: own, builtIn }) => [
      ...rows.map(({ code, at }) => ({ value: code, at })),
      ...folds.flatMap(({ code, at, target }) => [{ value: code, at }, target]),
      ...(builtIn ? [] : own.map(({ code }) => code)),
    ]),
  ];
}
