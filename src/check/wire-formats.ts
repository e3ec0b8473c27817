/** Wire formats carry every code, both ways. */
import type { Report } from "../diagnostics/report.js";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import { type Catalog, liveEntries } from "../model/catalog.js";
import { followPath } from "../model/field-path.js";
import { camelCase, isIdentifier } from "../model/identifier.js";
import { fixedNames } from "../model/module-names.js";
import type { Located } from "../model/source.js";
import {
  builtInVariables,
  conversions,
  type TemplateNode,
  templatesOf,
  type VariableNode,
  variablesIn,
  type WireFormat,
} from "../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import { reservedFields } from "./fields.js";
import type { CatalogCheck } from "./rule.js";

/** Reports what makes a wire format incomplete or ambiguous. */
export const checkWireFormats: CatalogCheck = (catalog, report) => {
  const seen = new Map<string, WireFormat>();
  for (const format of catalog.wireFormats) {
    checkName(format, seen, report);
    seen.set(format.name.value, format);
    const rows = resolveRows(format, catalog);
    checkCodes(format, catalog, rows, report);
    checkSpellings(format, rows, report);
    checkMapped(format, catalog, rows, report);
    checkFolds(format, catalog, rows, report);
    checkTemplates(format, catalog, report);
    checkOmits(format, catalog, report);
    checkPlaces(format, rows, report);
  }
};

function checkName({ name }: WireFormat, seen: Map<string, WireFormat>, report: Report): void {
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
  } else if (!isIdentifier(camelCase(name.value)) || fixedNames.has(camelCase(name.value))) {
    report(
      "wire-name",
      name.at,
      `The generated module cannot use the name ${camelCase(name.value)}.`,
    );
  }
}

function checkCodes(
  format: WireFormat,
  catalog: Catalog,
  rows: readonly ResolvedRow[],
  report: Report,
): void {
  const known = catalog.entries.map(({ code }) => code);
  const all = new Set([...known, ...catalog.unreadable]);
  const mentions: Located<string>[] = [
    ...format.rows.map(({ code, at }) => ({ value: code, at })),
    ...format.folds.flatMap(({ code, at, target }) => [{ value: code, at }, target]),
    ...format.infer.map(({ code }) => code),
  ];
  for (const { value, at } of mentions) {
    if (!all.has(value))
      report("code-unknown", at, `There is no code ${quoted(value)}.`, didYouMean(value, known));
  }
  const own = new Set(rows.map(({ entry }) => entry.code));
  for (const { code } of format.infer) {
    if (all.has(code.value) && !own.has(code.value)) {
      report(
        "wire-unmapped",
        code.at,
        `${quoted(code.value)} is inferred, but is not among the codes of this format.`,
      );
    }
  }
  for (const { at, value } of [
    ...format.rows.flatMap(({ statuses }) => statuses),
    ...(format.status === undefined ? [] : [format.status]),
  ]) {
    if (value < 200 || value > 599)
      report("status-range", at, `A status of an answer is 200 to 599, not ${value}.`);
  }
}

function checkSpellings(format: WireFormat, rows: readonly ResolvedRow[], report: Report): void {
  const seen = new Map<string, string>();
  const inferred = new Set(format.infer.map(({ code }) => code.value));
  for (const { entry, row, spelling } of rows) {
    const at = row?.at ?? format.name.at;
    if (spelling === null && !inferred.has(entry.code)) {
      report(
        "wire-unreachable",
        at,
        `${entry.code} has no spelling, and no status in \`infer\` leads to it.`,
      );
    }
    const written = spelling === null ? [] : [{ value: spelling, at }];
    for (const each of [...written, ...(row?.also ?? [])]) {
      const first = seen.get(String(each.value));
      // A code that stands twice has been reported as such.
      if (first !== undefined && first !== entry.code)
        report(
          "wire-spelling",
          each.at,
          `${quoted(String(each.value))} stands for ${first} already.`,
        );
      seen.set(String(each.value), entry.code);
    }
  }
}

function checkMapped(
  format: WireFormat,
  catalog: Catalog,
  rows: readonly ResolvedRow[],
  report: Report,
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

function checkFolds(
  format: WireFormat,
  catalog: Catalog,
  rows: readonly ResolvedRow[],
  report: Report,
): void {
  const targets = new Map(rows.map((row) => [row.entry.code, row]));
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  for (const { code, at, target } of format.folds) {
    if (format.rows.some((row) => row.code === code)) {
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
    const lacking = entry.fields.find(({ name, optional, internal }) => {
      if (optional || internal || row.omits.includes(name)) return false;
      return source?.fields.some((field) => field.name === name && !field.optional) === false;
    });
    if (lacking !== undefined) {
      report(
        "wire-fold",
        target.at,
        `${target.value} requires ${lacking.name}, which ${code} does not have.`,
      );
    }
  }
}

function checkTemplates(format: WireFormat, catalog: Catalog, report: Report): void {
  const columns = new Set([
    ...Object.keys(format.columns),
    ...format.rows.flatMap((row) => Object.keys(row.columns)),
  ]);
  const walk = (node: TemplateNode, inEach: boolean): void => {
    if (node.kind === "variable") checkVariable(node, catalog, columns, inEach, report);
    if (node.kind === "object") {
      const keys = new Set<string>();
      for (const { key, at, value } of node.members) {
        if (keys.has(key))
          report("wire-member", at, `The member ${quoted(key)} stands here a second time.`);
        if (key === "__proto__" || key in Object.prototype)
          report("wire-member", at, `${quoted(key)} is a name that every object has.`);
        keys.add(key);
        walk(value, inEach);
      }
      if (node.spread !== undefined) checkVariable(node.spread, catalog, columns, inEach, report);
    }
    if (node.kind === "list") for (const item of node.items) walk(item, inEach);
    if (node.kind === "each") {
      checkVariable(node.list, catalog, columns, inEach, report);
      walk(node.item, true);
    }
  };
  if (format.builtIn) return;
  for (const template of templatesOf(format)) walk(template, false);
}

function checkVariable(
  { paths, conversion, at }: VariableNode,
  { entries, types }: Catalog,
  columns: ReadonlySet<string>,
  inEach: boolean,
  report: Report,
): void {
  for (const path of paths) {
    const [first = "", second] = path;
    const shown = `$${first.replace("$", "")}`;
    if (first === "$row") {
      if (second === undefined || !columns.has(second)) {
        report(
          "wire-variable",
          at,
          `There is no column ${quoted(second ?? "")}.`,
          didYouMean(second ?? "", columns),
        );
      }
    } else if (first === "$item" || first === "$key") {
      if (!inEach) report("wire-variable", at, `${shown} stands only in what $each repeats.`);
    } else if (!first.startsWith("$")) {
      const owners = entries.filter(({ fields }) => fields.some(({ name }) => name === first));
      const ways = owners.map(({ fields }) => followPath(fields, path, types));
      const [lost] = ways;
      if (lost === undefined) {
        const fields = entries.flatMap((entry) => entry.fields.map(({ name }) => name));
        const known = [...fields, ...builtInVariables.map((name) => name.slice(1))];
        report(
          "wire-variable",
          at,
          `No entry has a field ${quoted(first)}, and no variable has this name.`,
          didYouMean(first, known),
        );
        // Where nothing is known of what is inside, anything may be.
      } else if (!lost.found && ways.every((way) => !way.found && way.known.length > 0)) {
        const known = ways.flatMap((way) => (way.found ? [] : way.known));
        report(
          "wire-variable",
          at,
          `No field ${quoted(first)} has ${quoted(lost.step)} there.`,
          didYouMean(lost.step, known),
        );
      }
    }
  }
  if (conversion !== undefined && !(conversions as readonly string[]).includes(conversion)) {
    report(
      "wire-variable",
      at,
      `There is no conversion ${quoted(conversion)}.`,
      didYouMean(conversion, conversions),
    );
  }
}

function checkOmits(format: WireFormat, catalog: Catalog, report: Report): void {
  const everywhere = new Set(
    catalog.entries.flatMap(({ fields }) => fields.map(({ name }) => name)),
  );
  const complain = ({ value, at }: Located<string>, known: Iterable<string>) =>
    report(
      "wire-omits",
      at,
      `There is no field ${quoted(value)} to omit.`,
      didYouMean(value, known),
    );
  for (const omitted of format.omits)
    if (!everywhere.has(omitted.value)) complain(omitted, everywhere);
  for (const { code, omits } of format.rows) {
    const own = catalog.entries
      .find((entry) => entry.code === code)
      ?.fields.map(({ name }) => name);
    for (const omitted of omits) if (own?.includes(omitted.value) === false) complain(omitted, own);
  }
}

function checkPlaces(format: WireFormat, rows: readonly ResolvedRow[], report: Report): void {
  for (const { entry, row, omits } of rows) {
    const body = row?.body ?? format.body;
    const placed = placedFields([
      ...(body === undefined ? [] : [body]),
      ...format.headers.map(({ value }) => value),
    ]);
    const taken = body === undefined ? [] : besideSpread(body);
    for (const { name, at: field, optional, internal } of entry.fields) {
      if (internal || omits.includes(name) || reservedFields.has(name)) continue;
      const at = format.builtIn ? field : (row?.at ?? format.name.at);
      if (taken.includes(name) && !placed.names.has(name)) {
        report(
          "wire-member",
          at,
          `The field ${quoted(name)} of ${entry.code} has the name of a member beside the spread.`,
        );
      } else if (!placed.names.has(name) && !placed.spreads) {
        const rule = optional ? "wire-place-optional" : "wire-place";
        report(
          rule,
          at,
          `${format.name.value} has no place for the field ${quoted(name)} of ${entry.code}.`,
          {
            help: `Give it one in the template, or add it to \`omits\`.`,
          },
        );
      }
    }
  }
}

function placedFields(templates: readonly TemplateNode[]): {
  readonly names: ReadonlySet<string>;
  readonly spreads: boolean;
} {
  const roots = templates
    .flatMap(variablesIn)
    .flatMap(({ paths }) => paths.map(([first = ""]) => first));
  return { names: new Set(roots), spreads: roots.includes("$fields") };
}

/** Names of the members beside `"*": $fields`. */
function besideSpread(node: TemplateNode): readonly string[] {
  if (node.kind === "list") return node.items.flatMap(besideSpread);
  if (node.kind !== "object") return [];
  const isSpread = node.spread?.paths.some(([first]) => first === "$fields") === true;
  const inner = node.members.flatMap(({ value }) => besideSpread(value));
  return isSpread ? [...node.members.map(({ key }) => key), ...inner] : inner;
}
