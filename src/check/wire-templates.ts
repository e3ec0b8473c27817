/** Templates of wire formats have a place for every field, and name nothing that there is not. */
import { once } from "../diagnostics/once.js";
import type { Report } from "../diagnostics/report.js";
import { guesser, quoted, shortened } from "../diagnostics/suggest.js";
import { loadRules } from "../load/load-rules.js";
import type { Catalog } from "../model/catalog.js";
import { propertyNamed } from "../model/field.js";
import { besideFields, headerPlaces, namesIn, placesIn } from "../model/placement.js";
import { reservedFields } from "../model/reserved-fields.js";
import type { Located, Span } from "../model/source.js";
import type { TemplateNode, WireFormat } from "../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../model/wire-rows.js";
import { memberGuesser } from "./guess-member.js";
import { defineRules } from "./rule.js";
import { checkMembers } from "./wire/check-members.js";
import { variableCheck } from "./wire/check-variables.js";
import { visitTemplate, wholeTemplates } from "./wire/visit-template.js";

const texts = [
  { ...loadRules["wire-variable"], name: "wire-variable" },
  { ...loadRules["wire-member"], name: "wire-member" },
  {
    name: "wire-built-in",
    severity: "warning",
    summary: "A built-in wire format carries every field, even where the catalog does not use it.",
  },
  {
    name: "wire-omits",
    severity: "error",
    summary: "A wire format omits fields that there are.",
  },
  {
    name: "wire-place",
    severity: "error",
    summary: "A required field has a place in the template, or is omitted.",
  },
  {
    name: "wire-place-optional",
    severity: "warning",
    summary: "An optional field has a place in the template, or is omitted.",
  },
] as const;

type TemplateReport = Report<(typeof texts)[number]["name"]>;

/** Reports variables, conversions and members that cannot stand where they do. */
function checkTemplates(format: WireFormat, catalog: Catalog, report: TemplateReport): void {
  const checkVariable = variableCheck(format, catalog, report);
  for (const { template, standing } of wholeTemplates(format))
    visitTemplate(
      template,
      (node, around) => {
        if (node.kind === "variable") checkVariable(node, around);
        if (node.kind === "object") checkMembers(node, around, report);
      },
      standing,
    );
}

export const wireTemplates = defineRules(texts, {
  catalog: (catalog, report) => {
    for (const format of catalog.wireFormats) {
      if (!format.builtIn) checkTemplates(format, catalog, once(report));
      checkOmits(format, catalog, report);
      const rows = resolveRows(format, catalog);
      checkPlaces(format, { rows, beside: bodiesBeside(format, catalog) }, report);
    }
  },
});

/** Reports omitted fields that there are not. */
function checkOmits(format: WireFormat, catalog: Catalog, report: TemplateReport): void {
  const everywhere = new Set(
    catalog.entries.flatMap(({ fields }) => fields.map(({ name }) => name)),
  );
  const guess = guesser(() => everywhere);
  const complain = ({ value, at }: Located<string>, help: object) =>
    report("wire-omits", at, `There is no field ${quoted(value)} to omit.`, help);
  for (const omitted of format.omits)
    if (!everywhere.has(omitted.value)) complain(omitted, guess(omitted.value));
  const entries = new Map(catalog.entries.toReversed().map((entry) => [entry.code, entry]));
  for (const { code, omits } of format.rows) {
    const fields = entries.get(code)?.fields;
    for (const omitted of omits)
      if (fields !== undefined && propertyNamed(fields, omitted.value) === undefined)
        complain(omitted, memberGuesser(fields)(omitted.value));
  }
}

/** Bodies in which a field has a place as well: those that are only read, where nobody writes any. */
function bodiesBeside({ accepts }: WireFormat, { consumes }: Catalog): readonly TemplateNode[] {
  return consumes === undefined ? [] : accepts;
}

/** Reports fields without a place. */
function checkPlaces(
  format: WireFormat,
  {
    rows,
    beside,
  }: { readonly rows: readonly ResolvedRow[]; readonly beside: readonly TemplateNode[] },
  report: TemplateReport,
): void {
  const elsewhere = namesIn([...headerPlaces(format), ...beside.flatMap(placesIn)]);
  const usual = fieldsOf(format.body);
  const name = shortened(format.name.value);
  for (const { entry, row, omits } of rows) {
    const own = row?.body === undefined ? usual : fieldsOf(row.body);
    const isPlaced = (field: string) => own.placed.has(field) || elsewhere.has(field);
    const spreads = isPlaced("$fields");
    for (const { name: field, at: fieldAt, optional, internal } of entry.fields) {
      if (internal || reservedFields.has(field)) continue;
      const at = format.builtIn ? fieldAt : (row?.at ?? format.name.at);
      if (omits.has(field)) {
        if (format.builtIn) reportLeftOut(field, at, format, report);
      } else if (own.beside.has(field) && !isPlaced(field)) {
        report(
          "wire-member",
          at,
          `The field ${quoted(field)} of ${entry.code} has the name of a member beside the spread.`,
          format.builtIn
            ? { help: `Rename it, or use another format than ${name}, which has the member.` }
            : {},
        );
      } else if (!isPlaced(field) && !spreads) {
        const rule = optional ? "wire-place-optional" : "wire-place";
        report(rule, at, `${name} has no place for the field ${quoted(field)} of ${entry.code}.`, {
          help: isPlaced(`$${field}`)
            ? `\`$${field}\` is a variable of every error; the field is \`$.${field}\`.`
            : `Give it one in the template, or add it to \`omits\`.`,
        });
      }
    }
  }
}

function reportLeftOut(
  field: string,
  at: Span,
  { name }: WireFormat,
  report: TemplateReport,
): void {
  report(
    "wire-built-in",
    at,
    `The built-in format ${name.value} leaves out the field ${quoted(field)}: it has a member of this name.`,
    {
      help: "The catalog does not use the format. Where nobody is to, set `rules: { wire-built-in: off }`.",
    },
  );
}

/** The fields that a body has by name, and the names of what stands beside those that it has together. */
function fieldsOf(body: TemplateNode | undefined) {
  const places = body === undefined ? [] : placesIn(body);
  return { placed: namesIn(places), beside: new Set(besideFields(places)) };
}
