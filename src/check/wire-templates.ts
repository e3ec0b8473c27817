/** Templates of wire formats have a place for every field, and name nothing that there is not. */
import type { Report } from "../diagnostics/report.js";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import { followPath } from "../model/field-path.js";
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
import type { ResolvedRow } from "../model/wire-rows.js";
import { reservedFields } from "./fields.js";

/** Reports variables, conversions and members that cannot stand where they do. */
export function checkTemplates(format: WireFormat, catalog: Catalog, report: Report): void {
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

/** Reports omitted fields that there are not. */
export function checkOmits(format: WireFormat, catalog: Catalog, report: Report): void {
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

/** Reports fields without a place. */
export function checkPlaces(
  format: WireFormat,
  rows: readonly ResolvedRow[],
  report: Report,
): void {
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
