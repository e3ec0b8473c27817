/** How codes may be spelled besides, as JSON Schema: classes of spellings, and letters of any case. */
import { isSpellingClass } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import type { RowValues } from "./row-values.js";
import type { JsonSchema } from "./schema.js";

/** What consumers read as the code of a row, beside its spelling and others that are written out. */
export function spellingSchemas({ resolved, format, audience }: RowValues): readonly JsonSchema[] {
  if (audience === "producers") return [];
  const { spelling } = resolved;
  const also = resolved.row?.also.map(({ value }) => value) ?? [];
  const texts = [spelling, ...also].filter((each) => typeof each === "string");
  const plain = texts.filter((each) => !isSpellingClass(each));
  return [
    ...also.filter(isSpellingClass).map((each) => classSchema(each, format.ignoresCase)),
    ...(format.ignoresCase && plain.length > 0
      ? [{ type: "string", pattern: `^(?:${plain.map(inAnyCase).join("|")})$` }]
      : []),
  ];
}

/** Whether a row is told by more than constants. */
export function hasSpellingClasses({ row }: ResolvedRow): boolean {
  return row?.also.some(({ value }) => isSpellingClass(value)) ?? false;
}

function classSchema(text: string, ignoresCase: boolean): JsonSchema {
  const [, from, to] = /^(-?\d+)\.\.(-?\d+)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined)
    return { type: "integer", minimum: Number(from), maximum: Number(to) };
  const start = text.slice(0, -1);
  return { type: "string", pattern: `^${ignoresCase ? inAnyCase(start) : escaped(start)}` };
}

function inAnyCase(text: string): string {
  return [...text]
    .map((each) => {
      const both = [...new Set([each, each.toLowerCase(), each.toUpperCase()])];
      const [only = ""] = both;
      return both.length === 1 ? escaped(only) : `(?:${both.map(escaped).join("|")})`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
