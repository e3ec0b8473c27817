/** A part of a body as data, which encoding fills. */
import type { Codec } from "./codec.js";
import type { Repetition } from "./layout.js";
import type { TextSpec } from "./text-spec.js";

/**
 * The names of a variable, the preferred first: a path into the fields (`action.seconds`),
 * or what every error has (`$code` `$message` `$status` `$title` `$type` `$docs` `$phrase` `$fields` `$row.x`
 * `$delay`, `$context.x`), or, in a repeated element, `$item`, `$item.x` and `$key`.
 */
export interface Variable {
  readonly from: readonly string[];
  readonly as?: Codec;
  /** Written where the variable is absent. */
  readonly or?: unknown;
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
  | {
      readonly each: string;
      readonly item: Template;
      readonly as: Repetition;
      readonly or?: unknown;
    }
  /** Anything else; a format that has none does not bring it along. */
  | MadeTemplate;

/** A part of a body that says itself how it is filled. */
export interface MadeTemplate {
  /** A `MakeFill` of fill.ts. */
  readonly make: (template: never, context: never, fillOf: never) => unknown;
  /** The templates inside it. */
  readonly inner: readonly Template[];
  /** What else it knows. */
  readonly with?: unknown;
}

/** A member of an object; `1` where it is left out when its value is absent; other names that are read. */
export type TemplateMember = readonly [
  key: string,
  value: Template,
  optional?: 1 | 0,
  aliases?: readonly string[],
];

/** A body with the names that another one of the same template has, which may be a text. */
export type Rename = (
  template: Template,
  written: unknown,
  arrived: unknown,
  syntaxes?: readonly TextSpec[],
) => unknown;
