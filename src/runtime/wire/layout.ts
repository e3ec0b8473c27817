/** A template, turned round: where in a body each thing stands. Made once, when the first body is decoded. */
import { isRecord } from "../is-record.js";
import type { Get, Layout, Template, Variable } from "./template.js";

/** The layout of a template. */
export function layoutOf(template: Template): Layout {
  const layout: Layout = {
    tests: [],
    isType: false,
    needsCode: false,
    messages: [],
    statuses: [],
    places: [],
  };
  walk(template, undefined, false, layout);
  return layout;
}

/**
 * The code of a body, undefined where it has none; false where the body is not of the template.
 *
 * A code is a text, or a whole number where it is no type. RFC 9457 section 3.1: a type of another kind is ignored.
 */
export function codeIn(
  { tests, code, isType, needsCode }: Layout,
  body: unknown,
): string | undefined | false {
  for (const test of tests) if (!test(body)) return false;
  const found = code && spellingOf(code(body), isType);
  if (found === undefined && needsCode) return false;
  // RFC 9457 section 4.2.1: says no more than the status does.
  return found === "about:blank" ? undefined : found;
}

function spellingOf(value: unknown, isType: boolean): string | undefined {
  if (typeof value === "string") return value;
  return !isType && Number.isInteger(value) ? String(value) : undefined;
}

function walk(template: Template, outer: Get | undefined, optional: unknown, layout: Layout): void {
  const get: Get = outer ?? ((body) => body);
  if ("from" in template) addVariable(template, get, optional, layout);
  else if ("is" in template) {
    if (!optional) layout.tests.push((body) => get(body) === template.is);
  } else if ("each" in template) {
    const item = layoutOf(template.item);
    layout.places.push({
      from: [template.each],
      get,
      as: { fromWire: (elements, shape, now) => template.as.read(elements, item, shape, now) },
    });
  } else if ("items" in template) {
    template.items.forEach((item, index) => {
      const own = layoutOf(item);
      // Of the elements only the one with the code has to be there.
      const isOptional = optional || !own.code;
      walk(item, (body) => template.as(own, get(body), index), isOptional, layout);
    });
  } else if ("members" in template) {
    const { members, spread } = template;
    for (const [key, value, mark] of members) {
      const inner: Get = outer
        ? (body) => memberOf(outer(body), key)
        : (body) => memberOf(body, key);
      walk(value, inner, optional || mark, layout);
    }
    if (spread) layout.places.push({ ...spread, get, beside: members.map(([key]) => key) });
  }
}

/** The member of an object; undefined for everything else. */
export function memberOf(container: unknown, key: string): unknown {
  return isRecord(container) ? container[key] : undefined;
}

function addVariable({ from, as }: Variable, get: Get, optional: unknown, layout: Layout): void {
  const [first] = from;
  if (first === "$code" || first === "$type") {
    const isType = first === "$type";
    if (layout.code === undefined)
      Object.assign(layout, { code: get, isType, needsCode: !optional });
    else if (!optional) layout.tests.push((body) => spellingOf(get(body), isType) !== undefined);
  } else if (first === "$message") layout.messages.push(get);
  else if (first === "$status") layout.statuses.push(get);
  // What begins with $ and is none of these is written only.
  else layout.places.push({ from, get, as, ...(first === "$fields" && { beside: [] }) });
}
