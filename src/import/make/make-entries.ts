/** Rows of a list → entries of a catalog, with a note for whatever was guessed, mended or could not be taken. */
import { quoted, shortened } from "../../diagnostics/suggest.js";
import { isCode, respelled, snakeCase } from "../../model/code-form.js";
import type { Located } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ReadList } from "../listed-code.js";
import type { MadeEntry } from "./made-entry.js";
import { type EntryContext, makeEntry } from "./make-entry.js";
import { isNoError } from "./no-error.js";
import { longestText, plainText } from "./plain-text.js";

/** What is known of the catalog that the entries are for. */
export interface KnownCatalog extends EntryContext {
  /** Spelling → code, as a wire format has it. */
  readonly spellings: ReadonlyMap<string, string>;
}

/** Makes the entries of a list. */
export function makeEntries(
  list: ReadList,
  known: KnownCatalog,
  note: TakeNote,
): readonly MadeEntry[] {
  const rows = list.codes.filter((row) => !leftOut(row, note));
  const codes = new CodesOfSpellings(known.spellings);
  return distinct(rows, list.repeats === true, note).flatMap((rows) => {
    const [row] = rows as [ListedCode];
    const spelling = spellingOf(row);
    if (/\{\{\{\w+\}\}\}/.test(spelling)) {
      note(
        "code-unusable",
        row.code.at,
        `${quoted(row.code.at.file.text.slice(row.code.at.start, row.code.at.end))} has a value in it that is defined elsewhere, so nobody can tell how the code is spelled.`,
        { help: "Write the code out." },
      );
      return [];
    }
    const code = codes.codeOf(spelling);
    if (code === undefined) {
      note(
        "code-unusable",
        row.code.at,
        `${quoted(spelling)} has nothing that a code can be made of.`,
        {
          help: "A code is 1 to 128 letters, digits, `_`, `-` or `.`; name another column by `--column code=…`.",
        },
      );
      return [];
    }
    const long = longTextOf(row);
    if (long !== undefined) {
      note(
        "text-long",
        long.at,
        `The text is longer than ${longestText} characters, which is no message.`,
        { code },
      );
      return [];
    }
    const made = makeEntry({ code, spelling, rows }, known, note);
    if (code !== spelling && !known.spellings.has(spelling)) {
      const wire =
        made.members.get("status") === "none"
          ? "no wire format has it"
          : "is how it is spelled on the wire";
      const says = `${quoted(spelling)} became the code ${code}, and ${wire}.`;
      note("code-spelled", row.code.at, says, { code });
    }
    return [made];
  });
}

function leftOut(row: ListedCode, note: TakeNote): boolean {
  const why = isNoError(row);
  if (why === undefined) return false;
  note("not-an-error", row.code.at, `${quoted(spellingOf(row))} is left out: ${why}.`);
  return true;
}

function longTextOf(row: ListedCode): Located<string> | undefined {
  return [row.message, row.title, row.meaning, row.cause, row.fix].find(
    (text) => text !== undefined && text.value.length > longestText,
  );
}

/** The rows of each code; those of a code that means two things are refused. */
function distinct(
  rows: readonly ListedCode[],
  repeats: boolean,
  note: TakeNote,
): readonly (readonly ListedCode[])[] {
  const groups = new Map<string, ListedCode[]>();
  for (const row of rows) {
    const spelling = spellingOf(row);
    const group = groups.get(spelling);
    if (group === undefined) groups.set(spelling, [row]);
    else group.push(row);
  }
  if (repeats) return [...groups.values()];
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group as [ListedCode, ...ListedCode[]];
    const spelling = spellingOf(first);
    const contrary = others.filter((row) => meaningOf(row) !== meaningOf(first));
    for (const row of others)
      if (!contrary.includes(row))
        note(
          "row-repeated",
          row.code.at,
          `${quoted(spelling)} stands here again, and says the same.`,
        );
    if (contrary.length === 0) return [[first]];
    note(
      "code-meanings",
      first.code.at,
      `${quoted(spelling)} has ${contrary.length + 1} meanings: ${sayings([first, ...contrary])}.`,
      {
        help: "Give each meaning a code of its own; none of them was taken.",
        related: contrary.map((row) => ({ at: row.code.at, message: "Another is here." })),
      },
    );
    return [];
  });
}

function sayings(rows: readonly ListedCode[]): string {
  return rows
    .slice(0, 3)
    .map((row) => {
      const text = row.message ?? row.title ?? row.name ?? row.status;
      return text === undefined ? "nothing" : quoted(shortened(text.value.trim()));
    })
    .join(" and ");
}

// What is invisible in a code was never meant.
function spellingOf({ code }: ListedCode): string {
  return plainText(code.value);
}

function meaningOf(row: ListedCode): string {
  const texts = [row.status, row.name, row.title, row.message, row.meaning];
  return JSON.stringify(texts.map((text) => text?.value.replace(/\s+/g, " ").trim() ?? ""));
}

/** The code of each spelling: itself where it can be one. Two spellings never become one code. */
class CodesOfSpellings {
  readonly #spellingOf = new Map<string, string>();

  constructor(readonly known: ReadonlyMap<string, string>) {
    for (const [spelling, code] of known) this.#spellingOf.set(code, spelling);
  }

  codeOf(spelling: string): string | undefined {
    const known = this.known.get(spelling);
    if (known !== undefined) return known;
    if (isUsable(spelling)) {
      this.#spellingOf.set(spelling, spelling);
      return spelling;
    }
    const plain = snakeCase(respelled(spelling));
    for (let number = 1; ; number += 1) {
      const code = number === 1 ? plain : `${plain}_${number}`;
      if (!isUsable(code)) return undefined;
      const owner = this.#spellingOf.get(code) ?? spelling;
      this.#spellingOf.set(code, owner);
      if (owner === spelling) return code;
    }
  }
}

// `__proto__` cannot be a key of YAML, and errors of no catalog have the code unrecognized.
function isUsable(code: string): boolean {
  return (
    isCode(code) && code !== "__proto__" && code !== "unrecognized" && /[A-Za-z0-9]/.test(code)
  );
}
