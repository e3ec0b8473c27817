/** A template, turned round: where in a body each thing stands. Made once, when the first body is decoded. */
import { isRecord } from "../is-record.js";
import type { Conversion, Template, Variable } from "./wire-spec.js";

/** Takes a part out of a body; undefined where it is not there. */
export type Get = (body: unknown) => unknown;

/** A place where a field, or something inside it, stands. */
export interface Place {
  /** Paths into the fields, the preferred first: an error reads the first whose field it has. */
  readonly paths: readonly (readonly string[])[];
  readonly get: Get;
  readonly as?: Conversion | undefined;
  /** The elements of a list, one for each item of the field. */
  readonly each?: Layout;
}

/** An object that holds fields as its members, beside others. */
export interface Spread {
  /** The object field that is spread; absent: the fields that stand nowhere else. */
  readonly field?: string;
  readonly get: Get;
  readonly taken: ReadonlySet<string>;
}

/** Where things stand. */
export interface Layout {
  readonly constants: { readonly get: Get; readonly value: unknown }[];
  code: { readonly get: Get; readonly required: boolean; readonly isType: boolean } | undefined;
  readonly messages: Get[];
  readonly statuses: Get[];
  readonly places: Place[];
  readonly spreads: Spread[];
}

/** The layout of a template. */
export function layoutOf(template: Template): Layout {
  const layout: Layout = {
    constants: [],
    code: undefined,
    messages: [],
    statuses: [],
    places: [],
    spreads: [],
  };
  walk(template, (body) => body, false, layout);
  return layout;
}

/** Whether the body is of the template: its constants are there, and a code where one has to be. */
export function matches(layout: Layout, body: unknown): boolean {
  for (const { get, value } of layout.constants) if (get(body) !== value) return false;
  return layout.code?.required !== true || spellingIn(layout, body) !== undefined;
}

/** The code in a body: a text, or a whole number where it is no type. RFC 9457 section 3.1: a type of another kind is ignored. */
export function spellingIn({ code }: Layout, body: unknown): string | undefined {
  const value = code?.get(body);
  if (typeof value === "string") return value;
  return Number.isInteger(value) && code?.isType === false ? String(value) : undefined;
}

function walk(template: Template, get: Get, optional: boolean, layout: Layout): void {
  if ("from" in template) addVariable(template, get, optional, layout);
  else if ("is" in template) {
    if (!optional) layout.constants.push({ get, value: template.is });
  } else if ("each" in template) {
    const path = template.each.split(".");
    layout.places.push({ paths: [path], get, each: layoutOf(template.item) });
  } else if ("items" in template) {
    template.items.forEach((item, index) => {
      walk(item, elementGetter(item, index, get), optional, layout);
    });
  } else if ("members" in template) {
    const { members, spread } = template;
    for (const [key, value, mark] of members)
      walk(value, memberGetter(get, key), optional || mark === 1, layout);
    if (spread !== undefined) addSpread(spread, get, new Set(members.map(([key]) => key)), layout);
  }
}

function memberGetter(get: Get, key: string): Get {
  return (body) => {
    const container = get(body);
    return isRecord(container) ? container[key] : undefined;
  };
}

// An element is found by what the template says of it; one of which it says nothing, by where it stands.
function elementGetter(item: Template, index: number, get: Get): Get {
  const own = layoutOf(item);
  const isFound = own.constants.length > 0 || own.code !== undefined;
  return (body) => {
    const list = get(body);
    if (!Array.isArray(list)) return undefined;
    return isFound ? list.find((element) => matches(own, element)) : list[index];
  };
}

function addVariable({ from, as }: Variable, get: Get, optional: boolean, layout: Layout): void {
  const [first = ""] = from;
  switch (first) {
    case "$code":
    case "$type":
      layout.code ??= { get, required: !optional, isType: first === "$type" };
      return;
    case "$message":
      layout.messages.push(get);
      return;
    case "$status":
      layout.statuses.push(get);
      return;
    case "$fields":
      layout.spreads.push({ get, taken: new Set() });
      return;
  }
  // $item and $key are the fields of a repeated element; what else begins with $ is written only.
  const paths = from.filter(
    (path) => !path.startsWith("$") || path === "$key" || path.startsWith("$item"),
  );
  if (paths.length > 0)
    layout.places.push({ paths: paths.map((path) => path.split(".")), get, as });
}

function addSpread(
  { from: [first = ""] }: Variable,
  get: Get,
  taken: ReadonlySet<string>,
  layout: Layout,
): void {
  layout.spreads.push(first === "$fields" ? { get, taken } : { field: first, get, taken });
}
