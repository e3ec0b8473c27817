/** Wire formats carry every code, both ways. */
import { once } from "../diagnostics/once.js";
import type { Report } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import { type Catalog, liveEntries } from "../model/catalog.js";
import { propertyNamed } from "../model/field.js";
import { camelCase, isFunctionName } from "../model/identifier.js";
import { placesIn, saysCode } from "../model/placement.js";
import { remembered } from "../model/remembered.js";
import type { TemplateNode, WireFormat } from "../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import { defineRules } from "./rule.js";
import { checkChoices } from "./wire/check-choices.js";
import { checkClasses } from "./wire/check-classes.js";

const texts = [
  {
    name: "wire-name",
    severity: "error",
    summary: "A wire format has a name of its own in kebab-case.",
  },
  {
    name: "wire-spelling",
    severity: "error",
    summary: "A spelling stands for one code of a wire format.",
  },
  {
    name: "wire-unreachable",
    severity: "error",
    summary: "A code, a body or an alternative of a wire format can be chosen.",
  },
  {
    name: "wire-unmapped",
    severity: "error",
    forProducers: true,
    summary: "A wire format maps, spells or folds every code that can be sent.",
  },
  {
    name: "wire-fold",
    severity: "error",
    forProducers: true,
    summary:
      "A code is folded into one that the wire format has, and that asks for no more fields.",
  },
] as const;

type WireReport = Report<(typeof texts)[number]["name"]>;

export const wireFormats = defineRules(texts, {
  catalog: (catalog, report) => {
    const seen = new Map<string, WireFormat>();
    for (const format of catalog.wireFormats) {
      checkName(format, seen, report);
      seen.set(format.name.value, format);
      const rows = resolveRows(format, catalog);
      checkInferred(format, catalog, rows, report);
      checkSpellings(format, rows, report);
      checkClasses(format, rows, report);
      checkMapped(format, catalog, rows, report);
      checkFolds(format, catalog, rows, report);
      checkChoices(format, catalog, once(report));
    }
  },
});

function checkName({ name }: WireFormat, seen: Map<string, WireFormat>, report: WireReport): void {
  const first = seen.get(name.value);
  if (first !== undefined) {
    const other = first.builtIn ? [] : [{ at: first.name.at, message: "The first is here." }];
    report("wire-name", name.at, `There is a wire format ${quoted(name.value)} already.`, {
      related: other,
    });
  } else if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name.value)) {
    report(
      "wire-name",
      name.at,
      `The name ${quoted(name.value)} is not in kebab-case, such as "img-pro".`,
    );
  } else if (!isFunctionName(camelCase(name.value)) || name.value === "then") {
    report(
      "wire-name",
      name.at,
      `The generated module cannot use the name ${camelCase(name.value)}.`,
    );
  }
}

function checkInferred(
  format: WireFormat,
  { entries, unreadable }: Catalog,
  rows: readonly ResolvedRow[],
  report: WireReport,
): void {
  const all = new Set([...entries.map(({ code }) => code), ...unreadable]);
  const own = new Set(rows.map(({ entry }) => entry.code));
  for (const { code } of format.infer) {
    if (all.has(code.value) && !own.has(code.value)) {
      report(
        "wire-unreachable",
        code.at,
        `${quoted(code.value)} is inferred, but is not among the codes of this format.`,
      );
    }
  }
}

function checkSpellings(
  format: WireFormat,
  rows: readonly ResolvedRow[],
  report: WireReport,
): void {
  const seen = new Map<string, string>();
  const exact = new Set<string>();
  const inferred = new Set(format.infer.map(({ code }) => code.value));
  for (const { entry, row, spelling } of rows) {
    const at = row?.at ?? format.name.at;
    const isShown = row?.body !== undefined && hasConstants(row.body);
    if (spelling === null && !inferred.has(entry.code) && !isShown) {
      report(
        "wire-unreachable",
        at,
        `${entry.code} has no spelling, and no status in \`infer\` leads to it.`,
        { help: "A body of its own with a constant in it tells it, too." },
      );
    }
    const body = row?.body;
    if (
      spelling !== null &&
      !inferred.has(entry.code) &&
      body !== undefined &&
      !placesIn(body).some(saysCode)
    ) {
      report("wire-unreachable", at, `The body of ${entry.code} has no place for its spelling.`, {
        help: "Add `$code` to the body, or write `code: null` and a status in `infer`.",
      });
    }
    const written = spelling === null ? [] : [{ value: spelling, at }];
    for (const each of [...written, ...(row?.also ?? [])]) {
      const text = String(each.value);
      const key = format.ignoresCase ? text.toLowerCase() : text;
      const first = seen.get(key);
      // A code that stands twice has been reported as such.
      if (first !== undefined && first !== entry.code)
        report(
          "wire-spelling",
          each.at,
          `${quoted(text)} stands for ${first} already.`,
          format.ignoresCase && !exact.has(text)
            ? { help: "`case: ignore` reads spellings in any case." }
            : {},
        );
      seen.set(key, entry.code);
      exact.add(text);
    }
  }
}

/** Whether a body is known by a constant, which every answer with it has. */
function hasConstants(body: TemplateNode): boolean {
  if (body.kind === "constant") return true;
  if (body.kind === "list") return body.items.some(hasConstants);
  if (body.kind === "text") return hasConstants(body.template);
  return (
    body.kind === "object" &&
    body.members.some(({ optional, value }) => !optional && hasConstants(value))
  );
}

function checkMapped(
  format: WireFormat,
  catalog: Catalog,
  rows: readonly ResolvedRow[],
  report: WireReport,
): void {
  const carried = new Set([
    ...rows.map(({ entry }) => entry.code),
    ...format.folds.map(({ code }) => code),
  ]);
  const missing = liveEntries(catalog).filter(
    ({ code, neverSent, retired }) => !carried.has(code) && !neverSent && retired === undefined,
  );
  for (const { code } of missing) {
    report(
      "wire-unmapped",
      format.name.at,
      `${format.name.value} neither sends nor folds ${code}.`,
      {
        help: "Add it to `codes`, or to `folds` with a code that stands for it.",
      },
    );
  }
}

/** What an error has to have that is sent in the row. Thousands of codes may be folded into one. */
const neededFields = remembered(({ entry, omits }: ResolvedRow) =>
  entry.fields.filter(({ name, optional, internal }) => !optional && !internal && !omits.has(name)),
);

function checkFolds(
  format: WireFormat,
  catalog: Catalog,
  rows: readonly ResolvedRow[],
  report: WireReport,
): void {
  const targets = new Map(rows.map((row) => [row.entry.code, row]));
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const listed = new Set(format.rows.map((row) => row.code));
  for (const { code, at, target } of format.folds) {
    if (listed.has(code)) {
      report("wire-fold", at, `${code} has a row of its own, so it is not folded.`);
    }
    const entry = entries.get(target.value);
    if (entry === undefined) continue;
    const row = targets.get(target.value);
    if (row === undefined) {
      report("wire-fold", target.at, `${target.value} is not among the codes of this format.`);
      continue;
    }
    const source = entries.get(code);
    const lacking = neededFields(row).find(
      ({ name }) => source && propertyNamed(source.fields, name)?.optional !== false,
    );
    if (lacking !== undefined) {
      report(
        "wire-fold",
        target.at,
        `${target.value} requires ${lacking.name}, which ${code} does not have.`,
      );
    }
  }
}
