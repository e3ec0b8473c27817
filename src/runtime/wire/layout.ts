/** A template, turned round: where in a body each thing stands. Made once, when the first body is decoded. */
import { isRecord } from "../is-record.js";
import type { Get, Layout, Template, Variable } from "./template.js";

/** The layout of a template. */
export function layoutOf(template: Template): Layout {
  const layout: Layout = { tests: [], messages: [], statuses: [], places: [] };
  walk(template, undefined, false, layout);
  return layout;
}

/** Whether the body is of the template. */
export function matches({ tests }: Layout, body: unknown): boolean {
  return tests.every((test) => test(body));
}

/** Whether a value can be a code: a text, or a whole number where it is no type. RFC 9457 section 3.1: a type of another kind is ignored. */
export function isSpelling(value: unknown, isType: boolean | undefined): value is string | number {
  return typeof value === "string" || (!isType && Number.isInteger(value));
}

function walk(template: Template, outer: Get | undefined, optional: unknown, layout: Layout): void {
  const get: Get = outer ?? ((body) => body);
  if ("from" in template) addVariable(template, get, optional, layout);
  else if ("is" in template) {
    if (!optional) layout.tests.push((body) => get(body) === template.is);
  } else if ("each" in template) {
    const each = { layout: layoutOf(template.item), as: template.as };
    layout.places.push({ from: [template.each], get, each });
  } else if ("items" in template) {
    template.items.forEach((item, index) => {
      const own = layoutOf(item);
      // Of the elements only the one with the code has to be there.
      walk(item, elementGetter(own, index, get), optional || !own.code, layout);
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

// An element is found by what the template says of it; one of which it says nothing, by where it stands.
function elementGetter(own: Layout, index: number, get: Get): Get {
  return (body) => {
    const list = get(body);
    if (!Array.isArray(list)) return undefined;
    return own.tests.length > 0 ? list.find((element) => matches(own, element)) : list[index];
  };
}

function addVariable({ from, as }: Variable, get: Get, optional: unknown, layout: Layout): void {
  const [first] = from;
  if (first === "$code" || first === "$type") {
    layout.code ??= get;
    layout.isType = first === "$type";
    if (!optional) layout.tests.push((body) => isSpelling(get(body), layout.isType));
  } else if (first === "$message") layout.messages.push(get);
  else if (first === "$status") layout.statuses.push(get);
  // What begins with $ and is none of these is written only.
  else if (first === "$fields") layout.places.push({ from, get, as, beside: [] });
  else layout.places.push({ from, get, as });
}
