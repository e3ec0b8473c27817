/** A wire format: how errors look on the wire, as one template that is read in both directions. */
import { remembered } from "./remembered.js";
import type { Located, Span } from "./source.js";

/** How values are spelled. */
export const conversions = ["string", "strings", "seconds", "duration", "pointer"] as const;
export type ConversionName = (typeof conversions)[number];

/** Variables that every error has. */
export const builtInVariables = [
  ...["$code", "$message", "$status", "$title", "$type", "$docs", "$phrase", "$fields", "$row"],
  ...["$item", "$key"],
] as const;

/** A part of a template. */
export type TemplateNode =
  | { readonly kind: "constant"; readonly at: Span; readonly value: string | number | boolean }
  /** `null`, `[]` or `{}`: written, never compared. */
  | {
      readonly kind: "filler";
      readonly at: Span;
      readonly value: null | readonly [] | Readonly<Record<never, never>>;
    }
  | VariableNode
  | {
      readonly kind: "object";
      readonly at: Span;
      readonly members: readonly TemplateMember[];
      readonly spread: VariableNode | undefined;
    }
  | { readonly kind: "list"; readonly at: Span; readonly items: readonly TemplateNode[] }
  | {
      readonly kind: "each";
      readonly at: Span;
      readonly list: VariableNode;
      readonly item: TemplateNode;
    };

/** `$a|b.c:conversion`. Names of built-in variables begin with `$`. */
export interface VariableNode {
  readonly kind: "variable";
  readonly at: Span;
  readonly paths: readonly (readonly string[])[];
  readonly conversion: string | undefined;
}

/** A member of an object. */
export interface TemplateMember {
  readonly key: string;
  readonly at: Span;
  readonly optional: boolean;
  readonly value: TemplateNode;
}

/** A row of the table of codes. */
export interface WireRow {
  readonly code: string;
  readonly at: Span;
  /** `null`: this wire sends no code; undefined: by the spelling rule. */
  readonly spelling: string | number | null | undefined;
  readonly also: readonly Located<string | number>[];
  readonly statuses: readonly Located<number>[];
  /** Nobody documents the status. */
  readonly assumed: boolean;
  readonly body: TemplateNode | undefined;
  readonly omits: readonly Located<string>[];
  readonly columns: Readonly<Record<string, string | number | boolean>>;
}

/** How the spelling of a code follows from the code. */
export const spellings = ["same", "upper", "kebab"] as const;
export type Spelling = (typeof spellings)[number];

/** One file of `wire/`, or a built-in format. */
export interface WireFormat {
  readonly name: Located<string>;
  readonly title: string | undefined;
  /** Which of the vendor's revisions it describes. */
  readonly revision: string | undefined;
  /** Where it is documented. */
  readonly source: string | undefined;
  readonly body: TemplateNode | undefined;
  readonly accepts: readonly TemplateNode[];
  readonly headers: readonly { readonly name: Located<string>; readonly value: TemplateNode }[];
  readonly media: Located<string> | undefined;
  readonly status: Located<number> | undefined;
  readonly spelling: Spelling;
  /** Defaults of columns. */
  readonly columns: Readonly<Record<string, string | number | boolean>>;
  readonly rows: readonly WireRow[];
  readonly folds: readonly {
    readonly at: Span;
    readonly code: string;
    readonly target: Located<string>;
  }[];
  readonly infer: readonly {
    readonly at: Span;
    readonly status: string;
    readonly code: Located<string>;
  }[];
  /** Fields that this wire has for no code. */
  readonly omits: readonly Located<string>[];
  /** What becomes of codes without a row: spelled by the rule, or not sent. */
  readonly rest: "spell" | "none";
  readonly builtIn: boolean;
}

/** A code as the rule spells it. */
export function spell(code: string, spelling: Spelling): string {
  if (spelling === "upper") return code.replace(/[-.]/g, "_").toUpperCase();
  return spelling === "kebab" ? code.replace(/[_.]/g, "-").toLowerCase() : code;
}

/** Every variable of a template, those of headers' included where they are given. */
export function variablesIn(node: TemplateNode): readonly VariableNode[] {
  switch (node.kind) {
    case "variable":
      return [node];
    case "object":
      return [
        ...node.members.flatMap(({ value }) => variablesIn(value)),
        ...(node.spread === undefined ? [] : [node.spread]),
      ];
    case "list":
      return node.items.flatMap(variablesIn);
    case "each":
      return [node.list, ...variablesIn(node.item)];
    default:
      return [];
  }
}

/** The first names of what the variables of templates stand for: fields, and built-in ones with their dollar. */
export function placedNames(
  ...templates: readonly (TemplateNode | undefined)[]
): ReadonlySet<string> {
  const variables = templates.flatMap((node) => (node === undefined ? [] : variablesIn(node)));
  return new Set(variables.flatMap(({ paths }) => paths.map(([first = ""]) => first)));
}

/** Names of the members beside `"*": $fields`: no field that is spread there can have one of them. */
export function besideSpread(node: TemplateNode | undefined): readonly string[] {
  if (node?.kind === "list") return node.items.flatMap(besideSpread);
  if (node?.kind !== "object") return [];
  const isSpread = node.spread?.paths.some(([first]) => first === "$fields") === true;
  const inner = node.members.flatMap(({ value }) => besideSpread(value));
  return isSpread ? [...node.members.map(({ key }) => key), ...inner] : inner;
}

/** Every body of a format: of rows, its own, and what it accepts besides. */
export function bodiesOf({ body, accepts, rows }: WireFormat): readonly TemplateNode[] {
  return [...rows.map((row) => row.body), body, ...accepts].filter((node) => node !== undefined);
}

/** Every template of a format, those of its headers included. */
export function templatesOf(format: WireFormat): readonly TemplateNode[] {
  return [...bodiesOf(format), ...format.headers.map(({ value }) => value)];
}

/** Whether a template uses the built-in variable. */
export function usesVariable(format: WireFormat, name: string): boolean {
  return variableNames(format).has(name);
}

const variableNames = remembered(
  (format: WireFormat) =>
    new Set(
      templatesOf(format)
        .flatMap(variablesIn)
        .flatMap(({ paths }) => paths.map(([first]) => first)),
    ),
);
