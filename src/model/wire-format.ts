/** A wire format: how errors look on the wire, as one template that is read in both directions. */
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
  /** Whether anybody reads it: a format that is only written need not read what it writes. */
  readonly reads: boolean;
  readonly builtIn: boolean;
}

/** A code as the rule spells it. */
export function spell(code: string, spelling: Spelling): string {
  if (spelling === "upper") return code.replace(/[-.]/g, "_").toUpperCase();
  return spelling === "kebab" ? code.replace(/[_.]/g, "-").toLowerCase() : code;
}
