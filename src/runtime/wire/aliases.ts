/** Members with several names: a part of the runtime for formats that have such. */

import { isRecord } from "../is-record.js";
import { own, setOwn } from "../own-member.js";
import { valuesOf } from "./body-texts.js";
import { absent, type MakeFill } from "./fill.js";
import { memberOf, type PathStep } from "./layout.js";
import type { Rename, Template } from "./template.js";

/** Leads to a member that has several names. */
export interface AliasStep extends PathStep {
  /** The preferred first. */
  readonly names: readonly string[];
  readonly as: FindName;
}

/** Finds such a member. */
export type FindName = (value: unknown, step: AliasStep) => unknown;

/** The member under the first name that there is. */
export const findName: FindName = (value, { names }) => {
  for (const name of names) {
    const member = memberOf(value, name);
    if (member !== undefined) return member;
  }
  return undefined;
};

/** The member under the first name that there is in any case: names in header fields have none. */
export const findAnyCase: FindName = (value, { names }) => {
  if (!isRecord(value)) return undefined;
  const keys = Object.keys(value);
  for (const name of names) {
    const key = keys.find((each) => each.toLowerCase() === name.toLowerCase());
    if (key !== undefined) return value[key];
  }
  return undefined;
};

/** The declaration of XML, where it is written only if what is passed on had one. */
export const fillDeclaration: MakeFill = () => absent;

/** Only names change, and only of members that are written. */
export const rename: Rename = (template, written, arrived, syntaxes = []) => {
  const [value] = valuesOf(arrived, syntaxes);
  const result = renamed(template, written, value);
  const [declaration] =
    "members" in template ? template.members.filter(([key]) => key === "?xml") : [];
  const [, made] = declaration ?? [];
  const isDeclared = typeof arrived === "string" && arrived.startsWith("<?xml");
  return made !== undefined && "make" in made && isDeclared
    ? { "?xml": (made.inner[0] as { readonly is: string }).is, ...(result as object) }
    : result;
};

/** What all elements of a list have in common. */
function elementOf(template: Template): Template | undefined {
  if ("make" in template) return template.inner[0];
  return "each" in template ? template.item : undefined;
}

function renamed(template: Template, written: unknown, arrived: unknown): unknown {
  if (Array.isArray(written) && Array.isArray(arrived)) {
    const inner = elementOf(template);
    return written.map((item: unknown, index) => {
      const own = "items" in template ? template.items[index] : inner;
      return own ? renamed(own, item, arrived[index]) : item;
    });
  }
  if ("make" in template && template.inner.length > 1)
    return template.inner.reduce((all, inner) => renamed(inner, all, arrived), written);
  if (!("members" in template) || !isRecord(written) || !isRecord(arrived)) return written;
  const byKey = new Map(template.members.map((member) => [member[0], member]));
  const result = {};
  for (const key of Object.keys(written)) {
    const [, inner, , aliases = []] = byKey.get(key) ?? [];
    const name =
      own(arrived, key) === undefined
        ? aliases.find((each) => own(arrived, each) !== undefined)
        : key;
    const value = inner ? renamed(inner, written[key], own(arrived, name ?? key)) : written[key];
    setOwn(result, name ?? key, value);
  }
  return result;
}
