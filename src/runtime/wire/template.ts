/** A part of a body as data, which encoding fills. */
import type { Codec } from "./codec.js";
import type { Repetition } from "./layout.js";

/**
 * The names of a variable, the preferred first: a path into the fields (`action.seconds`),
 * or what every error has (`$code` `$message` `$status` `$title` `$type` `$docs` `$phrase` `$fields` `$row.x`),
 * or, in a repeated element, `$item`, `$item.x` and `$key`.
 */
export interface Variable {
  readonly from: readonly string[];
  readonly as?: Codec;
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
  | { readonly each: string; readonly item: Template; readonly as: Repetition };

/** A member of an object; `1` where it is left out when its value is absent. */
export type TemplateMember = readonly [key: string, value: Template, optional?: 1];
