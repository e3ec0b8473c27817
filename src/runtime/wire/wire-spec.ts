/** A wire format as data: one template of body and headers, read in both directions. Generated from `catalog/wire/*.yaml`. */
import type { EntryRow } from "../decoded-error.js";

/** How a value is spelled on the wire. */
export type Conversion = "string" | "strings" | "seconds" | "duration" | "pointer";

/**
 * The names of a variable, the preferred first: a path into the fields (`action.seconds`),
 * or what every error has (`$code` `$message` `$status` `$title` `$type` `$docs` `$phrase` `$fields` `$row.x`),
 * or, in a repeated element, `$item`, `$item.x` and `$key`.
 */
export interface Variable {
  readonly from: readonly string[];
  readonly as?: Conversion;
}

/** A part of a body. */
export type Template =
  | Variable
  /** A constant that decoding compares. */
  | { readonly is: string | number | boolean }
  /** A constant that is written and never compared. */
  | { readonly fill: null | readonly [] | Readonly<Record<never, never>> }
  | { readonly members: readonly TemplateMember[]; readonly spread?: Variable }
  | { readonly items: readonly Template[] }
  /** An element for each one of a list, or of the lists in a map. */
  | { readonly each: string; readonly item: Template };

/** A member of an object; `optional` where it is left out when its value is absent. */
export type TemplateMember = readonly [key: string, value: Template, optional?: 1];

/** A row of the table of codes. */
export interface CodeRow {
  readonly entry: EntryRow;
  /** Absent: as the code; `null`: this wire sends none for it. */
  readonly spelling?: string | number | null;
  /** Older spellings, read and not written. */
  readonly also?: readonly (string | number)[];
  /** Instead of the entry's. */
  readonly statuses?: readonly number[];
  /** The status is for logs alone: decoded, never encoded. */
  readonly neverSent?: true;
  /** Instead of the format's. */
  readonly body?: Template;
  /** Fields that this wire never sends, as far as they are required or could be spread. */
  readonly omits?: readonly string[];
  /** What `$row.x` is. */
  readonly columns?: Readonly<Record<string, string | number | boolean>>;
  readonly title?: string;
  /** Message templates, where the wire may lack a message. */
  readonly messages?: readonly string[];
}

/** A wire format. */
export interface WireSpec {
  readonly name: string;
  readonly catalog: string;
  /** The address of a code's page, with `{code}` in it. */
  readonly docs?: string;
  /** Absent: the body is opaque. */
  readonly body?: Template;
  /** More bodies that are read. */
  readonly accepts?: readonly Template[];
  readonly headers?: Readonly<Record<string, Variable>>;
  /** The media type of the body; default `application/json`. */
  readonly media?: string;
  /** The status that every answer has, whatever the code. */
  readonly status?: number;
  readonly rows: readonly CodeRow[];
  /** Status → its reason phrase, where a template writes it. */
  readonly phrases?: Readonly<Record<number, string>>;
  /** Our code → the code of the row that stands for it. */
  readonly folds?: Readonly<Record<string, string>>;
  /** Status or class of statuses (`4xx`) → code. */
  readonly infer?: Readonly<Record<string, string>>;
  /** Status → code, then the code for everything else: what an error becomes that this wire cannot carry. */
  readonly fallback: {
    readonly byStatus: Readonly<Record<string, string>>;
    readonly code: string;
    /** What is said of an error that is in no catalog. */
    readonly message: string;
  };
}
