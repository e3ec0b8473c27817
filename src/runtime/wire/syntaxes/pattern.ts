/** Texts that hold more than one value, such as `ERR 1042 Bad amount`. */
import { isRecord } from "../../is-record.js";
import { own, setOwn } from "../../own-member.js";
import { fromMarkup, toMarkup } from "./markup-text.js";
import type { Syntax } from "./syntax.js";

/** A piece of a pattern. */
export type PatternPart =
  /** Written, and compared on reading. */
  | string
  /** A value. */
  | { readonly name: string }
  /** Any text on reading; `skip` is written. */
  | { readonly skip: string }
  /** May be absent as a whole. */
  | { readonly maybe: readonly PatternPart[] };

type Token = Exclude<PatternPart, { maybe: unknown }>;

const lineEnd = /(?:\r\n?|\n)$/;

/**
 * Reads a text as an object with the text of each placeholder, and writes one from texts, numbers and booleans.
 *
 * A pattern stands for the whole text, but for a line end behind it. Placeholders take the shortest text, and one that
 * stands twice the same text both times. Optional parts are taken wherever they can, from left to right; one is written
 * where it holds placeholders and all of them have values. What would be read back differently is not written.
 *
 * @param parts no placeholder stands directly behind another, and no more than six parts are optional: each of those
 *   doubles the ways in which a text is looked at.
 * @param quote `markup`: what stands for placeholders is text in HTML, which is written without becoming markup.
 */
export function pattern(parts: readonly PatternPart[], quote?: "markup"): Syntax {
  const variants = variantsOf(parts).map(joined);
  const names = [...new Set(variants.flat().flatMap((part) => nameOf(part) ?? []))];

  const read = (text: string): object | undefined => {
    const whole = text.replace(lineEnd, "");
    for (const variant of variants) {
      const values = match(variant, whole);
      if (values === undefined) continue;
      const result = {};
      for (const [name, value] of values)
        setOwn(result, name, quote === undefined ? value : fromMarkup(value));
      return result;
    }
    return undefined;
  };

  const write = (value: unknown): string | undefined => {
    if (!isRecord(value)) return undefined;
    const texts = new Map<string, string>();
    for (const name of names) {
      const given = own(value, name) ?? undefined;
      const text = textOf(given);
      if (text !== undefined) texts.set(name, text);
      else if (given !== undefined) return undefined;
    }
    const written = fill(parts, (name) => {
      const text = texts.get(name);
      return text === undefined || quote === undefined ? text : toMarkup(text);
    })?.text;
    const back = written === undefined ? undefined : read(written);
    return back !== undefined && names.every((name) => own(back, name as never) === texts.get(name))
      ? written
      : undefined;
  };

  return { read, write };
}

/** All ways to take and to leave optional parts, the preferred ones first. */
function variantsOf([part, ...others]: readonly PatternPart[]): readonly (readonly Token[])[] {
  if (part === undefined) return [[]];
  const heads =
    typeof part === "object" && "maybe" in part ? [...variantsOf(part.maybe), []] : [[part]];
  const tails = variantsOf(others);
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}

/** Texts that stand side by side become one; a line end behind all is left out, as it is where a text is read. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (typeof token === "string" && typeof last === "string")
      result[result.length - 1] = last + token;
    else result.push(token);
  }
  const last = result.at(-1);
  return typeof last === "string" ? [...result.slice(0, -1), last.replace(lineEnd, "")] : result;
}

/**
 * The texts of the placeholders, where the text is of this form.
 *
 * A placeholder ends at the first place where the text behind it stands. That needs no way back: what follows could
 * only have less room if it ended later, so where the first place leads nowhere, none does. What stands last is looked
 * for at the end alone. A placeholder that stands again is compared with what it took the first time, and looked for
 * nowhere: a text that were to be found in itself could take quadratic time.
 */
function match(tokens: readonly Token[], text: string): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const name = nameOf(token);
    const known = typeof token === "string" ? token : values.get(name as string);
    if (known !== undefined) {
      if (!text.startsWith(known, at)) return undefined;
      at += known.length;
      continue;
    }
    const end = endOf(tokens, index + 1, text, at);
    if (end < at) return undefined;
    if (name !== undefined) values.set(name, text.slice(at, end));
    at = end;
  }
  return at === text.length ? values : undefined;
}

/** Where the placeholder ends that begins at `at` and has the token `next` behind it; less than `at` for nowhere. */
function endOf(tokens: readonly Token[], next: number, text: string, at: number): number {
  const token = tokens[next];
  if (token === undefined) return text.length;
  if (typeof token !== "string") return at;
  return next === tokens.length - 1 ? text.length - token.length : text.indexOf(token, at);
}

/** The parts with values, and whether there were any; undefined where one is missing. */
function fill(
  parts: readonly PatternPart[],
  valueNamed: (name: string) => string | undefined,
): { readonly text: string; readonly hasValues: boolean } | undefined {
  let text = "";
  let hasValues = false;
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if ("skip" in part) text += part.skip;
    else if ("name" in part) {
      const value = valueNamed(part.name);
      if (value === undefined) return undefined;
      text += value;
      hasValues = true;
    } else {
      const inside = fill(part.maybe, valueNamed);
      if (!inside?.hasValues) continue;
      text += inside.text;
      hasValues = true;
    }
  }
  return { text, hasValues };
}

function nameOf(token: Token): string | undefined {
  return typeof token === "object" && "name" in token ? token.name : undefined;
}

function textOf(value: unknown): string | undefined {
  const isText = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  return isText ? String(value) : undefined;
}
