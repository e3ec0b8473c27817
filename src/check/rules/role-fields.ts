/** The fields of a role's code are filled, each with what fits it. */
import { didYouMean, quoted } from "../../diagnostics/suggest.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { type Field, propertyNamed } from "../../model/field.js";
import {
  namedValue,
  type RoleCode,
  type RoleField,
  type RoleName,
  roleVariables,
} from "../../model/role.js";
import { type ComplainOfValue, checkValue, shownPath } from "../check-value.js";
import { memberGuesser } from "../guess-member.js";
import { valueFits, wordsOf } from "../role-value-type.js";
import { type Complain, defineRule } from "../rule.js";

export const roleFields = defineRule({
  name: "role-fields",
  severity: "error",
  forProducers: true,
  summary: "A role fills the fields that its code requires, with what fits them.",
  catalog: (catalog, report) => {
    const byCode = new Map(catalog.entries.toReversed().map((entry) => [entry.code, entry]));
    for (const role of catalog.roles) {
      const entry = byCode.get(role.code.value);
      if (entry === undefined) continue;
      const filled = new Set(role.fields.map(({ name }) => name));
      for (const field of entry.fields)
        if (!field.optional && !filled.has(field.name))
          report(role.code.at, `Nothing fills ${field.name}, which ${entry.code} requires.`, {
            help: fillingOf(field, role, catalog),
          });
      for (const each of role.fields) checkField(each, entry, catalog, report);
    }
  },
});

/** How the field could be filled. */
function fillingOf(field: Field, { role, code }: RoleCode, catalog: Catalog): string {
  const fitting = likely[role]?.find((text) => {
    const named = namedValue(text);
    return named !== undefined && valueFits(named, field.type, catalog);
  });
  const value = fitting ?? "…";
  return `Such as \`{ code: ${code.value}, fields: { ${field.name}: ${value} } }\`.`;
}

/** What is known of a role above all. */
const likely: Readonly<Partial<Record<RoleName, readonly string[]>>> = {
  route_not_found: ["$path"],
  method_not_allowed: ["$methods"],
  unsupported_media_type: ["$media_types", "$media_type"],
  body_too_large: ["$limit"],
  validation: ["$problems"],
};

function checkField(
  { name, at, value }: RoleField,
  { code, fields }: Entry,
  catalog: Catalog,
  report: Complain,
): void {
  const field = propertyNamed(fields, name);
  if (field === undefined) {
    report(at, `${code} has no field ${quoted(name)}.`, memberGuesser(fields)(name));
    return;
  }
  if (value.kind === "variable") {
    checkVariable(value, field, catalog, report);
    return;
  }
  for (const variable of value.variables)
    report(variable.at, `A variable fills a field, not a part of one.`, {
      help: `The text itself is written with two dollars: ${quoted(`$${variable.value}`)}.`,
    });
  if (value.variables.length > 0) return;
  const complain: ComplainOfValue = (path, message, help = () => ({})) =>
    report(value.placeOf(path), `${shownPath([name, ...path])}: ${message()}`, help());
  checkValue(field.type, value.value, [], catalog.types, complain);
}

function checkVariable(
  { at, text }: Extract<RoleField["value"], { kind: "variable" }>,
  field: Field,
  catalog: Catalog,
  report: Complain,
): void {
  const named = namedValue(text);
  const context = catalog.context.map(({ name }) => `$context.${name}`);
  const isKnown = named?.of === "finding" || (named !== undefined && context.includes(text));
  if (!isKnown) {
    const known = [...Object.keys(roleVariables), "$problems:pointer", ...context];
    const help = text.startsWith("$context.") ? didYouMean(text, context) : didYouMean(text, known);
    report(at, `${quoted(text)} is no variable of a role.`, help);
    return;
  }
  if (valueFits(named, field.type, catalog)) return;
  const isProblems = named.of === "finding" && named.variable === "$problems";
  report(at, `${text} is ${wordsOf(named)}, which does not fit the type of ${field.name}.`, {
    ...(isProblems && {
      help: named.byPointer
        ? "It fits a map of texts or of lists of texts, and a list of texts."
        : "It fits a map of texts or of lists of texts, a list of texts, and a list of objects of pointer, name, detail and in.",
    }),
  });
}
