/** A part of a body as data: filled by encoding; turned round, a layout by which decoding finds things again. */
import type { Shape } from "../shape.js";
import type { Codec } from "./codec.js";

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
  | { readonly items: readonly Template[]; readonly as: FindElement }
  /** An element for each one of a list, or of the lists in a map. */
  | { readonly each: string; readonly item: Template; readonly as: Repetition };

/** A member of an object; `1` where it is left out when its value is absent. */
export type TemplateMember = readonly [key: string, value: Template, optional?: 1];

/** Takes a part out of a body; undefined where it is not there. */
export type Get = (body: unknown) => unknown;

/** A place where a field, or something inside it, stands. */
export interface Place {
  /** Paths into the fields, the preferred first: an error reads the first whose field it has. */
  readonly from: readonly string[];
  readonly get: Get;
  /** Absent: the field is what stands there. */
  readonly as?: Pick<Codec, "fromWire"> | undefined;
  /** An object that holds members of the field, or fields that stand nowhere else, beside these members. */
  readonly beside?: readonly string[];
}

/** Where things stand. */
export interface Layout {
  /** Whether the constants of the template are there. */
  readonly tests: Get[];
  code?: Get;
  /** The code is a problem type: a URI. */
  isType: boolean;
  /** Without a code a body is not of the template. */
  needsCode: boolean;
  readonly messages: Get[];
  readonly statuses: Get[];
  readonly places: Place[];
}

/** An item of a field; `key` where the field is a map of lists. */
export interface Repeated {
  readonly item: unknown;
  readonly key: string | undefined;
}

/** Both directions of `$each`; a format that has none does not bring it along. */
export interface Repetition {
  /** The items of a field. */
  itemsOf(value: unknown): readonly Repeated[];
  /** The field that elements were written from. */
  read(elements: unknown, layout: Layout, shape: Shape, now: number): unknown;
}

/** Finds the element of a list that a template stands for; a format that names none does not bring it along. */
export type FindElement = (layout: Layout, list: unknown, index: number) => unknown;
