/** Types exist, end, are used, and their variants can be told apart. */
import type { Report } from "../../diagnostics/report.js";
import { guesser, quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { FieldType, NamedTypes } from "../../model/field.js";
import { secretCounter } from "../../model/secret-places.js";
import { areDistinct, groupVariants } from "../../model/union.js";
import { visitType } from "../../model/visit-type.js";
import { defineRules } from "../rule.js";

/** What other languages call the types that are there. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ...["int", "int32", "int64", "long"].map((word) => [word, "integer"] as const),
  ...["float", "double", "decimal"].map((word) => [word, "number"] as const),
  ...["str", "text"].map((word) => [word, "string"] as const),
  ...["date", "datetime", "timestamp"].map((word) => [word, "date-time"] as const),
  ["bool", "boolean"],
  ["url", "uri"],
]);

const texts = [
  { name: "type-unknown", severity: "error", summary: "A type that is named exists." },
  {
    name: "type-cycle",
    severity: "error",
    summary: "A type does not contain itself, and ends after at most 100 others.",
  },
  { name: "type-unused", severity: "warning", summary: "A type is used." },
  {
    name: "variants-alike",
    severity: "error",
    summary: "The variants of a `oneOf` can be told apart by a constant or by their JSON type.",
  },
  {
    name: "secret-many",
    severity: "error",
    summary: "An entry has at most 1000 places that hold a secret.",
  },
] as const;

type TypeReport = Report<(typeof texts)[number]["name"]>;

export const types = defineRules(texts, { catalog: checkTypes });

function checkTypes(catalog: Catalog, report: TypeReport): void {
  const { types, entries, context } = catalog;
  const cyclic = findCycles(types, report);
  const used = new Set<string>();
  const guess = guesser(() => [...types.keys(), ...builtInTypes]);
  const help = (name: string) => {
    const word = otherWords.get(name.toLowerCase());
    return word === undefined ? guess(name) : { help: `Write ${quoted(word)}.` };
  };
  const checkType = (type: FieldType): void => {
    if (type.kind === "reference") {
      used.add(type.name);
      if (!types.has(type.name))
        report("type-unknown", type.at, `There is no type ${quoted(type.name)}.`, help(type.name));
    }
    if (
      type.kind === "oneOf" &&
      !mentions(type, cyclic) &&
      !areDistinct(groupVariants(type, types))
    ) {
      report("variants-alike", type.at, "The variants of this oneOf cannot be told apart.", {
        help: "Give each object a required member with a `const` of its own, under the same name.",
      });
    }
  };
  for (const { type } of types.values()) visitType(type, checkType);
  for (const { fields } of [...entries, { fields: context }])
    for (const { type } of fields) visitType(type, checkType);
  const secretsIn = secretCounter(types);
  for (const { code, at, fields } of entries) {
    const ending = fields.filter(({ type }) => !mentions(type, cyclic));
    if (ending.reduce((total, { type }) => total + secretsIn(type), 0) > mostSecrets)
      report("secret-many", at, `${code} holds secrets in more than ${mostSecrets} places.`);
  }
  if (catalog.unreadable.size > 0 || catalog.hasUnknownCodes) return; // one of those may use it
  for (const { name, at, owner } of types.values()) {
    if (!used.has(name) && owner === undefined)
      report("type-unused", at, `No field uses the type ${quoted(name)}.`);
  }
}

const builtInTypes = ["string", "integer", "number", "boolean", "date-time", "uri", "uuid"];

type Reference = Extract<FieldType, { kind: "reference" }>;

function referencesIn(type: FieldType): readonly Reference[] {
  const found: Reference[] = [];
  visitType(type, (inner) => {
    if (inner.kind === "reference") found.push(inner);
  });
  return found;
}

function mentions(type: FieldType, names: ReadonlySet<string>): boolean {
  return referencesIn(type).some(({ name }) => names.has(name));
}

const mostSecrets = 1000;

/** How deep types may stand in types. */
const deepest = 100;

/** Names of the types that never end, or hold one that does not; each circle is reported once, where it closes. */
function findCycles(types: NamedTypes, report: TypeReport): ReadonlySet<string> {
  const state = new Map<string, "open" | "ends" | "cyclic">();
  const visit = (name: string, depth: number): boolean => {
    const known = state.get(name);
    if (known !== undefined) return known !== "ends";
    state.set(name, "open");
    let cyclic = false;
    for (const reference of referencesIn(types.get(name)?.type ?? noType)) {
      if (state.get(reference.name) === "open") {
        report("type-cycle", reference.at, `The type ${quoted(reference.name)} contains itself.`);
      } else if (depth === deepest) {
        const message = `The type ${quoted(reference.name)} stands in more than ${deepest} others.`;
        report("type-cycle", reference.at, message);
        cyclic = true;
        continue;
      }
      if (types.has(reference.name) && visit(reference.name, depth + 1)) cyclic = true;
    }
    state.set(name, cyclic ? "cyclic" : "ends");
    return cyclic;
  };
  for (const name of types.keys()) visit(name, 0);
  return new Set([...state].filter(([, found]) => found === "cyclic").map(([name]) => name));
}

const noType: FieldType = { kind: "any", at: { file: { path: "", text: "" }, start: 0, end: 0 } };
