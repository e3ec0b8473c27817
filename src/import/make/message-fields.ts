/** Placeholders of other languages → fields, and the message as errdex writes it. */
import { type ForeignPlaceholder, foreignPlaceholders } from "../../model/foreign-placeholder.js";
import { reservedFields } from "../../model/reserved-fields.js";

/** A message with fields. */
export interface MessageWithFields {
  readonly message: string;
  /** Name → type, in the order of the message. */
  readonly fields: ReadonlyMap<string, string>;
  /** What was written in another way than `{name}`, and what became of it. */
  readonly turned: readonly { readonly token: string; readonly field: string }[];
}

/**
 * Turns the placeholders of a message into fields. What else is in braces is doubled, so that it stays what it is.
 *
 * @param types what the source says of values, by name.
 */
export function messageFields(
  text: string,
  types: ReadonlyMap<string, string> = new Map(),
): MessageWithFields {
  const found = foreignPlaceholders(text);
  const fields = new Map<string, string>();
  const byPlace = new Map<string, string>();
  const turned: { token: string; field: string }[] = [];
  const isPrintf = found.some(({ verb }) => verb !== undefined);
  const plain = (part: string) =>
    (isPrintf ? part.replaceAll("%%", "%") : part).replace(/[{}]/g, "$&$&");
  let message = "";
  let from = 0;
  for (const each of found) {
    const token = text.slice(each.start, each.end);
    const known = each.place === undefined ? undefined : byPlace.get(each.place);
    const field = known ?? fieldFor(each, text, fields);
    if (each.place !== undefined && each.place !== "") byPlace.set(each.place, field);
    const type = types.get(each.name ?? field) ?? typeOf(each, field);
    if (!fields.has(field)) fields.set(field, type);
    if (token !== `{${field}}`) turned.push({ token, field });
    message += `${plain(text.slice(from, each.start))}{${field}}`;
    from = each.end;
  }
  return { message: message + plain(text.slice(from)), fields, turned };
}

const integers = /^[diu]$/;
const numbers = /^[feEgG]$/;

function typeOf({ verb = "" }: ForeignPlaceholder, field: string): string {
  if (integers.test(verb)) return "integer";
  if (numbers.test(verb)) return "number";
  if (verb === "t") return "boolean";
  return /^(number|count)(_\d+)?$/.test(field) ? "integer" : "string";
}

/** Names that the built-in wire formats and those of an import have themselves. */
const ofWires: ReadonlySet<string> = new Set(["error", "detail", "title", "type", "instance"]);

function fieldFor(
  each: ForeignPlaceholder,
  text: string,
  fields: ReadonlyMap<string, string>,
): string {
  if (each.name !== undefined) return free(each.name.replaceAll(".", "_"));
  const name = free(nameAround(each, text));
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name}_${number}`;
    if (!fields.has(numbered)) return numbered;
  }
}

function free(name: string): string {
  const plain = name.replace(/^[^A-Za-z]+/, "") || "value";
  return reservedFields.has(plain) || ofWires.has(plain) ? `${plain}_value` : plain;
}

/** `table %s` is the table, `%d rows` are rows; else a value or a number. */
function nameAround({ start, end, verb = "" }: ForeignPlaceholder, text: string): string {
  const isNumber = integers.test(verb) || numbers.test(verb);
  const before = /([A-Za-z][\w-]{1,40})\s*[:=]?\s*["'`([]?$/.exec(
    text.slice(Math.max(0, start - 60), start),
  )?.[1];
  const after = /^["'`)\]]?\s+([A-Za-z]{3,30})\b/.exec(text.slice(end, end + 40))?.[1];
  const isGood = (word: string | undefined): word is string =>
    word !== undefined && !noNames.has(word.toLowerCase()) && !/(ed|ing|ly)$/i.test(word);
  const clean = (word: string) => word.toLowerCase().replaceAll("-", "_");
  if (isNumber && isGood(after)) return clean(after);
  if (isGood(before)) return clean(before);
  return isNumber ? "number" : "value";
}

/** Words beside a value that do not say what it is. */
const noNames: ReadonlySet<string> = new Set(
  `a above after again all already an and any are as at be because been before below between both but by can cannot
  could did do does due during duplicate either equal every exceed exceeds exist exists expect fail fails for found from
  get gets give given got had has have here if illegal in incorrect into invalid is it its just last least less like
  longer many max maximum may min minimum more most must need needs next no none nor not of off on only onto or other
  our out over per please read same set shall should since so some such than that the their them then there these they
  this those to too under unexpected unknown until unsupported up upon use want was we were when where which while will
  with within without would write wrong yet you your open close create delete drop update remove start stop send find
  load parse run call reach match allow support`.split(/\s+/),
);
