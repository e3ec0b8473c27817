/** A wire format: how errors look on the wire, as one template that is read in both directions. */

import type { JsonValue } from "./json-value.js";
import type { PatternPart } from "./pattern.js";
import type { Located, Span } from "./source.js";

/** How values are spelled. */
export const conversions = [
  ...["string", "strings", "seconds", "duration", "pointer"],
  ...["ms", "epoch", "percent", "list"],
] as const;
export type ConversionName = (typeof conversions)[number];

/** What the text of a body, or a text inside it, may be. */
export const syntaxes = ["json", "xml", "form", "sse", "text"] as const;
/** The name of a syntax. */
export type SyntaxName = (typeof syntaxes)[number];

/** Variables that every error has. */
export const builtInVariables = [
  ...["$code", "$message", "$status", "$title", "$type", "$docs", "$phrase", "$fields", "$row"],
  ...["$item", "$key", "$delay", "$context"],
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
    }
  /** An element for each error of the answer; without a template each is an answer of the format. */
  | {
      readonly kind: "errors";
      readonly at: Span;
      readonly item: TemplateNode | undefined;
      /** Which of several is the error: the first condition that one of them meets. */
      readonly prefer: readonly Condition[];
    }
  /** A text that holds a value, which has a template of its own. */
  | {
      readonly kind: "text";
      readonly at: Span;
      readonly syntax: TextSyntax;
      readonly template: TemplateNode;
    }
  /** All are read; the first whose variables are present is written, and those that have some of their own. */
  | { readonly kind: "both"; readonly at: Span; readonly alternatives: readonly TemplateNode[] }
  /** The items of a list, each where its path leads in nested objects. */
  | {
      readonly kind: "tree";
      readonly at: Span;
      readonly list: VariableNode;
      /** The member that holds the leaf; without it a value of the field's own type is one. */
      readonly leaf: string | undefined;
      /** The member of the item that is the path; absent: the key of the map. */
      readonly path: readonly string[];
      /** What a leaf is made of; absent: the item itself. */
      readonly item: TemplateNode | undefined;
    }
  /** Any value, which is there; never written. */
  | { readonly kind: "any"; readonly at: Span };

/** What a text is. */
export type TextSyntax =
  | { readonly name: Exclude<SyntaxName, "text"> | "params" }
  /** `quote`: its variables stand in markup. */
  | {
      readonly name: "text";
      readonly parts: readonly PatternPart[];
      readonly quote: "markup" | undefined;
    };

/** What an answer looks like, for a choice. All that is there has to hold. */
export interface Condition {
  readonly at: Span;
  /** A status, or a class such as `4xx`. */
  readonly status: string | undefined;
  readonly headers: TemplateNode | undefined;
  readonly body: TemplateNode | undefined;
}

/** `$a|b.c:conversion`. Names of built-in variables begin with `$`. */
export interface VariableNode {
  readonly kind: "variable";
  readonly at: Span;
  readonly paths: readonly (readonly string[])[];
  /** Several stand with a colon between: `epoch:ms`. */
  readonly conversion: string | undefined;
  /** Written where the variable is absent. */
  readonly fallback?: { readonly value: JsonValue } | undefined;
}

/** A member of an object. */
export interface TemplateMember {
  readonly key: string;
  /** Other names, which are read and not written. */
  readonly aliases?: readonly string[];
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
  /** What bodies are as texts; the first is written. */
  readonly syntaxes: readonly SyntaxName[];
  /** Answers that are no errors. */
  readonly success: readonly Condition[];
  /** Whether a code that nobody knows is inferred from the status too. */
  readonly infersUnknown: boolean;
  /** Whether spellings are compared without regard to case. */
  readonly ignoresCase: boolean;
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
    /** Absent: whatever the answer looks like. */
    readonly when?: Condition | undefined;
  }[];
  /** Fields that this wire has for no code. */
  readonly omits: readonly Located<string>[];
  /** What becomes of codes without a row: spelled by the rule, or not sent. */
  readonly rest: "spell" | "none";
  /** Whether anybody reads it: a format that is only written need not read what it writes. */
  readonly reads: boolean;
  readonly builtIn: boolean;
}

/** Whether a spelling in `also` stands for many: `08*`, `-32099..-32000`. */
export function isSpellingClass(spelling: string | number): spelling is string {
  return typeof spelling === "string" && /.\*$|^-?\d+\.\.-?\d+$/.test(spelling);
}

/** A code as the rule spells it. */
export function spell(code: string, spelling: Spelling): string {
  if (spelling === "upper") return code.replace(/[-.]/g, "_").toUpperCase();
  return spelling === "kebab" ? code.replace(/[_.]/g, "-").toLowerCase() : code;
}
