/** Finds where something of a contract is written in the files of its catalog. */
import type { Catalog, Entry } from "../model/catalog.js";
import type { ContractPlaces, ContractSteps } from "../model/contract.js";
import type { Extension } from "../model/extension.js";
import {
  type FieldType,
  type NamedTypes,
  type Property,
  propertyNamed,
  variantsOf,
} from "../model/field.js";
import { remembered } from "../model/remembered.js";
import type { Located, Span } from "../model/source.js";
import type { TemplateNode, WireFormat } from "../model/wire-format.js";

/** Places in a catalog: of the thing itself, else of the nearest thing around it. */
export function catalogPlaces(catalog: Catalog): ContractPlaces {
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const formats = new Map(catalog.wireFormats.map((format) => [format.name.value, format]));
  const operations = new Map(catalog.operations.toReversed().map((each) => [each.id, each]));
  const categories = new Map(catalog.categories.toReversed().map((each) => [each.id, each]));
  return ([root = "", name = "", ...rest]) => {
    switch (root) {
      case "codes": {
        const entry = entries.get(name);
        return entry && placeInEntry(entry, rest, catalog, formats);
      }
      case "wires": {
        const format = formats.get(name);
        return format && placeInFormat(format, rest, catalog);
      }
      case "operations": {
        const operation = operations.get(name);
        const [code = ""] = rest;
        return (
          operation &&
          (placesOf(operation.codes).get(code) ?? placeOfOwn(operation, code) ?? operation.at)
        );
      }
      case "categories":
        return categories.get(name)?.at;
      case "types":
        return catalog.types.get(name)?.at;
      case "docs":
        return (catalog.docs ?? catalog.name).at;
      case "wire":
        return catalog.wire.at;
      case "version":
        return catalog.version.at;
      case "fallback":
        return (catalog.fallback ?? catalog.name).at;
      case "infer":
        return catalog.infer[0]?.at ?? catalog.name.at;
      case "past":
        return catalog.released?.placeOf([root, name, ...rest]) ?? catalog.name.at;
      default:
        return placeOfOwn(catalog, root) ?? catalog.name.at;
    }
  };
}

function placeOfOwn(
  { extensions }: { readonly extensions: readonly Extension[] },
  name: string,
): Span | undefined {
  return extensions.find((each) => each.name === name)?.at;
}

// Thousands of changes may ask for places in one list.
const placesOf = remembered(
  (all: readonly Located<string | number>[]) =>
    new Map(all.toReversed().map(({ value, at }) => [String(value), at])),
);
const headerPlaces = remembered((headers: readonly { readonly name: Located<string> }[]) =>
  placesOf(headers.map(({ name }) => name)),
);
const rowsAndFolds = remembered(({ rows, folds }: WireFormat) => ({
  rows: new Map(rows.map((row) => [row.code, row])),
  folds: new Map(folds.map((fold) => [fold.code, fold])),
}));
const membersOf = remembered(
  ({ members }: Extract<TemplateNode, { kind: "object" }>) =>
    new Map(members.toReversed().map((member) => [member.key, member])),
);

function placeInEntry(
  entry: Entry,
  [member = "", name = "", ...rest]: ContractSteps,
  catalog: Catalog,
  formats: ReadonlyMap<string, WireFormat>,
): Span {
  const first = (places: readonly { readonly at: Span }[]) => places[0]?.at;
  const found = (): Span | undefined => {
    switch (member) {
      case "statuses":
        return placesOf(entry.statuses).get(name) ?? first(entry.statuses);
      case "message":
        return first(entry.messages);
      case "delay":
        return first(entry.delay);
      case "headers":
        return headerPlaces(entry.headers).get(name);
      case "fields":
      case "internal":
        return placeInFields(entry.fields, [name, ...rest], catalog.types);
      case "wires": {
        const format = formats.get(name);
        return format && placeOfRow(format, entry.code, rest);
      }
      case "title":
      case "category":
      case "retry":
      case "since":
      case "name":
      case "challenge":
      case "deprecated":
      case "retired":
        return (entry[member] as Located<string> | undefined)?.at;
      default:
        return placeOfOwn(entry, member);
    }
  };
  return found() ?? entry.at;
}

function placeInFields(
  properties: readonly Property[],
  [name = "", ...rest]: ContractSteps,
  types: NamedTypes,
): Span | undefined {
  const property = propertyNamed(properties, name);
  return property && (placeInType(property.type, rest, types) ?? property.at);
}

function placeInType(type: FieldType, steps: ContractSteps, types: NamedTypes): Span | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  for (const variant of variantsOf(type, types)) {
    if (variant.kind === "array" && step === "[]")
      return placeInType(variant.items, rest, types) ?? variant.items.at;
    if (variant.kind !== "object") continue;
    if (variant.rest !== undefined && step === "*")
      return placeInType(variant.rest, rest, types) ?? variant.rest.at;
    const found = placeInFields(variant.properties, steps, types);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeOfRow(
  format: WireFormat,
  code: string,
  [member, ...rest]: ContractSteps,
): Span | undefined {
  const { rows, folds } = rowsAndFolds(format);
  const row = rows.get(code);
  if (row === undefined) return folds.get(code)?.at ?? ownPlace(format);
  return (member === "body" && row.body && placeInTemplate(row.body, rest)) || row.at;
}

// A built-in format stands in no file of the catalog.
function ownPlace({ builtIn, name }: WireFormat): Span | undefined {
  return builtIn ? undefined : name.at;
}

function placeInFormat(
  format: WireFormat,
  [member, ...rest]: ContractSteps,
  catalog: Catalog,
): Span {
  if (format.builtIn) return catalog.name.at;
  const header = headerPlaces(format.headers).get(rest[0] ?? "");
  const found =
    member === "body"
      ? format.body && placeInTemplate(format.body, rest)
      : member === "accepts"
        ? format.accepts[0]?.at
        : member === "headers"
          ? header
          : member === "infer"
            ? format.infer[0]?.at
            : undefined;
  return found ?? format.name.at;
}

function placeInTemplate(node: TemplateNode, [step, ...rest]: ContractSteps): Span {
  if (step === undefined) return node.at;
  if (node.kind === "each") return placeInTemplate(node.item, [step, ...rest]);
  if (node.kind === "list") {
    const item = node.items[Number(step)];
    return item === undefined ? node.at : placeInTemplate(item, rest);
  }
  const member = node.kind === "object" ? membersOf(node).get(step) : undefined;
  if (member === undefined) return node.at;
  return rest.length === 0 ? member.at : placeInTemplate(member.value, rest);
}
