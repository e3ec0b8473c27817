/** One code of a list → an entry. */

import { quoted } from "../../diagnostics/suggest.js";
import { isCode, snakeCase } from "../../model/code-form.js";
import { type EntryKey, entryKeys } from "../../model/entry-keys.js";
import { registeredStatuses } from "../../model/http-status.js";
import { camelCase, isFunctionName } from "../../model/identifier.js";
import type { JsonValue } from "../../model/json-value.js";
import { nameOfTitle } from "../../model/name-of-title.js";
import type { Located } from "../../model/source.js";
import type { TakenNames, TakenTitles } from "../../model/taken-names.js";
import type { TakeNote } from "../import-note.js";
import { type ListedCode, listKeys } from "../listed-code.js";
import { classOfStatuses, guessStatus, writtenStatuses } from "./guess-status.js";
import type { MadeCategory, MadeEntry } from "./made-entry.js";
import { messageFields } from "./message-fields.js";
import { plainText } from "./plain-text.js";
import { titleOfMessage, titleOfWords } from "./propose-words.js";

/** What a catalog has of an entry already. */
export interface KnownEntry {
  readonly title: string | undefined;
  readonly name: string | undefined;
}

/** What entries are made with. */
export interface EntryContext {
  readonly names: TakenNames;
  readonly titles: TakenTitles;
  /** The entries that are there, by code. */
  readonly entries: ReadonlyMap<string, KnownEntry>;
  /** The status of codes that have none in the list; without it, it is guessed. */
  readonly status: number | "none" | undefined;
  /** The category of a code, by what the list calls it. */
  readonly categoryOf: (listed: string | undefined) => MadeCategory;
}

/** A code, and what the list says of it, perhaps several times. */
export interface CodeRows {
  readonly code: string;
  readonly spelling: string;
  readonly rows: readonly ListedCode[];
}

/** Makes an entry. */
export function makeEntry(
  { code, spelling, rows }: CodeRows,
  context: EntryContext,
  note: TakeNote,
): MadeEntry {
  // Several rows of a code add up, and where they differ the first is right.
  const row: ListedCode = Object.assign({}, ...[...rows].reverse());
  const text = (located: Located<string> | undefined): string | undefined => {
    if (located === undefined) return undefined;
    const plain = plainText(located.value);
    if (plain !== located.value && plain !== located.value.trim())
      note(
        "text-mended",
        located.at,
        `A text of ${code} is one line now, without what is invisible.`,
        { code },
      );
    else if (plain !== located.value)
      note("text-mended", located.at, `A text of ${code} had space at its ends.`, { code });
    return plain === "" ? undefined : plain;
  };
  const written = text(row.message);
  const { message, fields, turned } = messageFields(written ?? "", row.types);
  for (const { token, field } of turned)
    note(
      "field-made",
      row.message?.at ?? row.at,
      `${asWritten(token, row)} of ${code} became {${field}}, ${aType(fields.get(field))}.`,
      { code },
    );
  const title = titleFor(
    { code, spelling, rows, message: written && message },
    text(row.title),
    context,
    note,
  );
  const name = nameFor({ code, row, title }, context, note);
  const statuses = statusesFor(
    rows,
    { code, text: [written, title, row.name?.value, spelling].join(" ") },
    context,
    note,
  );
  const known = (
    said: Located<string> | undefined,
    wordOf: (word: string) => string | undefined,
    lack: string,
  ): string | undefined => {
    const word = said && wordOf(said.value.trim().toLowerCase());
    if (said !== undefined && word === undefined)
      note(
        "part-left",
        said.at,
        `${quoted(said.value.trim())} of ${code} ${lack}, and was not taken.`,
        {
          code,
        },
      );
    return word || undefined;
  };
  const made: Partial<Record<EntryKey, JsonValue | undefined>> = {
    status: statuses.length === 1 ? statuses[0] : statuses,
    title,
    message: written && message,
    meaning: text(row.meaning),
    causes: linesOf(row.cause),
    fixes: linesOf(row.fix),
    severity: known(row.severity, severityOf, "says no severity"),
    retry: known(row.retry, retryOf, "does not say whether trying again can help"),
    fields: fields.size === 0 ? undefined : Object.fromEntries(fields),
    name,
  };
  const members = entryKeys.flatMap((key) => {
    const value = made[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const listedCategory = text(row.category);
  return {
    code,
    spelling,
    at: row.code.at,
    category: context.categoryOf(listedCategory),
    listedCategory,
    members: new Map(members),
    oddStatus: statuses.find(
      (status): status is number => status !== "none" && !registeredStatuses.has(status),
    ),
    said: rows.flatMap((each) => listKeys.map((key) => each[key]?.value ?? "")),
  };
}

/** A value in a template literal, or in a sum of texts, was read as what it is in no other language. */
function asWritten(token: string, { message }: ListedCode): string {
  const at = message?.at;
  const written = at?.file.text.slice(at.start, at.end) ?? "";
  const [, value] = /^\{\{\{(.*)\}\}\}$/.exec(token) ?? [];
  if (value === undefined || written.includes(token)) return token;
  return written.includes("${") ? `\${${value}}` : value;
}

function aType(type = "string"): string {
  return type === "integer" ? "an integer" : `a ${type}`;
}

/** Each line is a cause or a fix of its own. */
function linesOf(text: Located<string> | undefined): readonly string[] | undefined {
  const lines = text?.value
    .split(/\r?\n/)
    .map((line) => plainText(line.replace(/^\s*[-*•]\s+/, "")));
  const found = lines?.filter((line) => line !== "") ?? [];
  return found.length === 0 ? undefined : found;
}

/** The word of a catalog; empty for an error as most are, of which a catalog says nothing. */
function severityOf(word: string): string | undefined {
  if (/^(critical|crit|fatal|panic|emergency|emerg|alert|f|c)$/.test(word)) return "critical";
  if (/^(warning|warn|w)$/.test(word)) return "warning";
  return /^(error|err|e)$/.test(word) ? "" : undefined;
}

function retryOf(word: string): string | undefined {
  if (/^(true|yes|y|1|backoff|retryable|retriable)$/.test(word)) return "backoff";
  return /^(false|no|n|0|never|fatal|permanent)$/.test(word) ? "never" : undefined;
}

function statusesFor(
  rows: readonly ListedCode[],
  { code, text }: { readonly code: string; readonly text: string },
  { status: usual }: EntryContext,
  note: TakeNote,
): readonly (number | "none")[] {
  const [row] = rows as readonly [ListedCode];
  const found = rows.flatMap(({ status }) => {
    const written = status === undefined ? undefined : writtenStatuses(status.value);
    if (written !== undefined && status !== undefined && !written.isPlain)
      note(
        "status-mended",
        status.at,
        `The status of ${code}, ${quoted(status.value.trim())}, was read as ${written.statuses.join(" and ")}.`,
        { code },
      );
    return written?.statuses ?? [];
  });
  if (found.length > 0) return [...new Set(found)];
  if (usual !== undefined) return [usual];
  const among = row.status && classOfStatuses(row.status.value);
  const { status, word } = guessStatus(text, among);
  const why = word === undefined ? "because no word says more" : `by ${quoted(word)}`;
  const at = row.status?.at ?? row.code.at;
  const kind = among === undefined ? "no status" : "a class of statuses";
  const what = row.status === undefined ? "" : `${quoted(row.status.value.trim())} is ${kind}; `;
  note("status-guessed", at, `${what}${code} was given ${status}, ${why}.`, { code });
  return [status];
}

function titleFor(
  { code, spelling, rows, message }: CodeRows & { readonly message: string | undefined },
  written: string | undefined,
  { titles, entries }: EntryContext,
  note: TakeNote,
): string {
  const [row] = rows as readonly [ListedCode];
  const asked = written === undefined ? "" : titleOfMessage(messageFields(written).message);
  const name = row.name?.value.trim() ?? "";
  const isDigits = !/[A-Za-z]{2}/.test(spelling);
  const words = /[A-Za-z]{2}/.test(name)
    ? titleOfWords(name)
    : isDigits
      ? ""
      : titleOfWords(spelling);
  const base = asked || titleOfMessage(message ?? "") || words || `Error ${code}`;
  const title = titles.own(base, code, entries.get(code)?.title);
  if (title !== written)
    note(
      "title-proposed",
      row.title?.at ?? row.code.at,
      `${code} was given the title ${quoted(title)}.`,
      { code },
    );
  return title;
}

function nameFor(
  { code, row, title }: { readonly code: string; readonly row: ListedCode; readonly title: string },
  { names, entries }: EntryContext,
  note: TakeNote,
): string | undefined {
  const known = entries.get(code);
  if (known !== undefined) return known.name;
  const listed = row.name?.value.trim() ?? "";
  const isNamed = isCode(listed) && isFunctionName(camelCase(listed));
  const isOfWords = /[A-Za-z]{3}/.test(code);
  // `billing.CARD_DECLINED` would become billingCARDDECLINED.
  const isShouted = /[a-z]/.test(code) && /[A-Z]{3}/.test(code);
  if (names.isFree(code) && !isShouted && (isOfWords || !isNamed)) {
    names.take(code);
    return undefined;
  }
  const base = isNamed
    ? camelCase(listed)
    : nameOfTitle(title) || `error${snakeCase(code).replaceAll("_", "")}`;
  const name = names.free(isOfWords ? camelCase(snakeCase(code)) : base);
  names.take(name);
  note("name-proposed", row.code.at, `${code} was given the name ${name}.`, { code });
  return name;
}
