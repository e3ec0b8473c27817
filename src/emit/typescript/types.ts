/** Field types as TypeScript. */
import { match } from "ts-pattern";
import type { Field, FieldType, NamedType, Property } from "../../model/field.js";
import { docComment, docText } from "../text/doc-comment.js";
import { literal, quoteKey } from "../text/quote.js";
import { type Declaration, typeDeclaration } from "./declarations.js";

/** How a type of the catalog is called where it is used. */
export type TypeName = (name: string) => string;

const asItIs: TypeName = (name) => name;

/** A type expression. */
export function typeText(type: FieldType, called: TypeName = asItIs): string {
  return match(type)
    .with({ kind: "any" }, () => "unknown")
    .with({ kind: "scalar" }, (scalar) => (scalar.type === "integer" ? "number" : scalar.type))
    .with({ kind: "enum" }, ({ values }) => values.map(literal).join(" | "))
    .with({ kind: "array" }, ({ items }) => `readonly ${grouped(typeText(items, called))}[]`)
    .with({ kind: "object" }, ({ properties, rest }) =>
      properties.length > 0
        ? `{ ${properties.map((each) => memberText(each, called)).join(" ")} }`
        : `{ readonly [name: string]: ${rest === undefined ? "unknown" : typeText(rest, called)} }`,
    )
    .with({ kind: "oneOf" }, ({ variants }) =>
      [...new Set(variants.map((each) => typeText(each, called)))].join(" | "),
    )
    .with({ kind: "reference" }, ({ name }) => called(name))
    .exhaustive();
}

function grouped(text: string): string {
  return /^[$\w.]+$/.test(text) ? text : `(${text})`;
}

/** A member of an interface or object type. */
export function memberText({ name, optional, type }: Property, called: TypeName = asItIs): string {
  return `readonly ${quoteKey(name)}${optional ? "?" : ""}: ${typeText(type, called)}${optional ? " | undefined" : ""};`;
}

/** Members, each on a line with what is known of it. */
export function memberLines(properties: readonly (Property | Field)[]): string {
  return properties
    .map((property) => `${docComment(propertyDoc(property), "  ")}  ${memberText(property)}`)
    .join("\n");
}

function propertyDoc(property: Property | Field): readonly string[] {
  const { type, secret } = property;
  const internal = "internal" in property && property.internal;
  const marks = secret
    ? ["Secret: on the wire, but redacted in logs."]
    : internal
      ? ["Internal: never on a wire."]
      : [];
  return [docText(type.description ?? ""), ...marks, ...limitDoc(type)].filter(
    (text) => text !== "",
  );
}

function limitDoc(type: FieldType): readonly string[] {
  if (type.kind !== "scalar" && type.kind !== "array") return [];
  const { min, max } = type;
  const format =
    type.kind === "scalar" && type.format !== undefined ? [`Format: ${type.format}.`] : [];
  if (min === undefined && max === undefined) return format;
  const limits = [
    min === undefined ? "" : `at least ${min}`,
    max === undefined ? "" : `at most ${max}`,
  ];
  const what = type.kind === "array" || type.type === "string" ? "Length" : "Value";
  return [...format, `${what}: ${limits.filter(Boolean).join(", ")}.`];
}

/** A type that the catalog names. */
export function namedTypeDeclaration({ name, type }: NamedType): Declaration {
  const doc = [docText(type.description ?? ""), ...limitDoc(type)];
  return type.kind === "object" && type.properties.length > 0
    ? typeDeclaration(doc, () => `interface ${name} {\n${memberLines(type.properties)}\n}`)
    : typeDeclaration(doc, () => `type ${name} = ${typeText(type)};`);
}
