/** What is wrong with the fields of a form, by their names. */
import type { CatalogError, CatalogErrorObject } from "../runtime/catalog-error.js";
import { publicFields } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { isRecord } from "../runtime/is-record.js";
import { isFailure } from "./failure.js";

/** Name of a field → what is wrong with it. */
export type FormErrors = Readonly<Record<string, readonly string[]>>;

/**
 * What an error says of single fields of the request, by the names that forms have, `tags.0.label`. Empty where it says
 * nothing of any. Reads what APIs have for it: an object of lists of texts, or a list of objects with `pointer`, `field`,
 * `name`, `param` or `path`, and `detail`, `message`, `reason` or `title`.
 *
 * @param error an error, or a failure that has one.
 */
export function toFormErrors(error: unknown): FormErrors {
  const own = isFailure(error) ? error.error : isCatalogError(error) ? error : undefined;
  const found = new Map<string, string[]>();
  const add = (name: string, message: string) => {
    const known = found.get(name);
    if (known) known.push(message);
    else found.set(name, [message]);
  };
  for (const value of own ? fieldsOf(own) : []) {
    if (Array.isArray(value)) for (const each of value) readProblem(each, add);
    else if (isRecord(value) && Object.values(value).every(isTexts))
      for (const [name, messages] of Object.entries(value))
        for (const message of messages as readonly string[]) add(nameOf(name), message);
  }
  return Object.fromEntries(found);
}

function fieldsOf(error: CatalogError): readonly unknown[] {
  return Object.values(publicFields(error as CatalogErrorObject as never));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function readProblem(problem: unknown, add: (name: string, message: string) => void): void {
  if (!isRecord(problem)) return;
  const { pointer, field, name, param, path, detail, message, reason, title } = problem;
  const place = [pointer, field, name, param, path].find((each) => each !== undefined);
  const text = [detail, message, reason, title].find((each) => typeof each === "string");
  const steps = Array.isArray(place) ? place.join(".") : place;
  if (typeof steps === "string" && text !== undefined) add(nameOf(steps), text as string);
}

/** A JSON Pointer (RFC 6901), in a URI fragment or not, as forms name fields. */
function nameOf(place: string): string {
  const [, pointer] = /^#?(\/.*)$/s.exec(place) ?? [];
  if (pointer === undefined) return place;
  const steps = pointer.slice(1).split("/");
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).join(".");
}
