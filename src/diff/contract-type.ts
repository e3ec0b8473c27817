/** Field types and templates of the model → the same as plain JSON, in the language of the catalog. */
import { match } from "ts-pattern";
import { compareText } from "../model/catalog.js";
import type {
  ContractFields,
  ContractSchema,
  ContractTemplate,
  ContractType,
} from "../model/contract.js";
import { extensionMembers } from "../model/extension.js";
import type { FieldType, Property } from "../model/field.js";
import type { TemplateNode, VariableNode } from "../model/wire-format.js";
import { schemaNamed } from "./resolved-type.js";

/** The type. References stay names: inlined, types that hold others twice through many levels would have no end. */
export function contractType(type: FieldType): ContractType {
  const own = bareType(type);
  return type.extensions === undefined
    ? own
    : { ...asSchema(own), ...extensionMembers(type.extensions) };
}

function bareType(type: FieldType): ContractType {
  return match(type)
    .with({ kind: "reference" }, ({ name }) => name)
    .with({ kind: "any" }, () => ({}))
    .with({ kind: "enum" }, ({ values }) => ({ enum: values }))
    .with({ kind: "oneOf" }, ({ variants }) => ({ oneOf: variants.map(contractType) }))
    .with({ kind: "array" }, ({ items, min, max }) =>
      defined({ type: "array", items: contractType(items), minItems: min, maxItems: max }),
    )
    .with({ kind: "object" }, ({ properties, rest, closed }) =>
      defined({
        type: "object",
        properties: properties.length === 0 ? undefined : contractFields(properties),
        additionalProperties: closed ? false : rest && contractType(rest),
      }),
    )
    .with({ kind: "scalar" }, ({ type: name, format, min, max }) => {
      if (min === undefined && max === undefined) return format ?? name;
      return name === "string"
        ? defined({ type: name, format, minLength: min, maxLength: max })
        : defined({ type: name, minimum: min, maximum: max });
    })
    .exhaustive();
}

/** Fields by name, sorted; optional ones with `?`. */
export function contractFields(properties: readonly Property[]): ContractFields {
  const sorted = [...properties].sort((a, b) => compareText(a.name, b.name));
  return Object.fromEntries(
    sorted.map(({ name, optional, secret, type }) => {
      const own = contractType(type);
      return [optional ? `${name}?` : name, secret ? marked(own) : own];
    }),
  );
}

function marked(type: ContractType): ContractSchema {
  return { ...asSchema(type), secret: true };
}

function asSchema(type: ContractType): ContractSchema {
  return typeof type === "string" ? (schemaNamed(type) ?? { oneOf: [type] }) : type;
}

/** The template as a wire file would have it. */
export function contractTemplate(node: TemplateNode): ContractTemplate {
  switch (node.kind) {
    case "constant":
      return typeof node.value === "string" && node.value.startsWith("$")
        ? `$${node.value}`
        : node.value;
    case "filler":
      return node.value;
    case "variable":
      return variableText(node);
    case "list":
      return node.items.map(contractTemplate);
    case "each":
      return {
        $each: variableText(node.list),
        ...(contractTemplate(node.item) as Readonly<Record<string, ContractTemplate>>),
      };
    case "object": {
      const members = node.members.map(({ key, optional, value }): [string, ContractTemplate] => [
        optional ? `${key}?` : escaped(key),
        contractTemplate(value),
      ]);
      const { spread } = node;
      return Object.fromEntries(
        spread === undefined ? members : [...members, ["*", variableText(spread)]],
      );
    }
  }
}

function escaped(key: string): string {
  return key === "*" || key === "$each" || key.startsWith("\\") || key.endsWith("?")
    ? `\\${key}`
    : key;
}

function variableText({ paths, conversion }: VariableNode): string {
  const names = paths.map((path) => path.join(".").replace(/^\$/, "")).join("|");
  return `$${names}${conversion === undefined ? "" : `:${conversion}`}`;
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without members that are undefined, which JSON does not know. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Defined<T>;
}
