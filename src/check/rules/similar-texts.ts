/** Titles and messages that are nearly the same: whoever reads one cannot tell which entry it is of. */
import type { Catalog, Entry } from "../../model/catalog.js";
import { remembered } from "../../model/remembered.js";
import type { Located } from "../../model/source.js";
import { ownEntries } from "../../model/used-catalog.js";
import { defineRules } from "../rule.js";

interface Told {
  readonly entry: Entry;
  readonly text: Located<string>;
  /** The text as {@link plain} has it. */
  readonly words: string;
}

export const similarTexts = defineRules(
  [
    {
      name: "title-similar",
      severity: "warning",
      exemptible: true,
      summary: "Titles differ by more than a letter or a mark.",
    },
    {
      name: "message-similar",
      severity: "warning",
      exemptible: true,
      summary: "A message belongs to one entry.",
    },
  ],
  {
    reads: ["title", "message", "retired"],
    entry: (entry, catalog, report) => {
      const { titles, messages, gaps } = toldBefore(catalog);
      const { title, retired, code } = entry;
      if (retired !== undefined) return;
      const tell = (
        rule: "title-similar" | "message-similar",
        first: Told,
        mine: Located<string>,
      ) =>
        report(rule, mine.at, `${first.entry.code} says nearly the same as ${code}.`, {
          related: [{ at: first.text.at, message: "The first is here." }],
        });
      for (const { text, at } of entry.messages) {
        const first = messages.get(plain(text));
        if (first !== undefined && first.entry.code !== code)
          tell("message-similar", first, { value: text, at });
      }
      if (title === undefined) return;
      const same = titles.get(plain(title.value));
      const first = same?.entry === entry ? alike(entry, title, gaps) : same;
      // The same title, but for capitals, is another rule's.
      if (first === undefined || first.entry.code === code) return;
      if (first.text.value.toLowerCase() !== title.value.toLowerCase())
        tell("title-similar", first, title);
    },
  },
);

/** What all entries say. */
const toldBefore = remembered((catalog: Catalog) => {
  const titles = new Map<string, Told>();
  const messages = new Map<string, Told>();
  const gaps = new Map<string, Told[]>();
  for (const entry of ownEntries(catalog)) {
    if (entry.retired !== undefined) continue;
    for (const { text, at } of entry.messages) remember(messages, entry, { value: text, at });
    if (entry.title === undefined) continue;
    remember(titles, entry, entry.title);
    const told = { entry, text: entry.title, words: plain(entry.title.value) };
    for (const key of gapsOf(entry.title.value))
      gaps.set(key, [...(gaps.get(key) ?? []).slice(-most), told]);
  }
  return { titles, messages, gaps };
});

// Texts that differ in the same word are compared; where very many do, a pattern is at work and no mistake.
const most = 20;

function remember(known: Map<string, Told>, entry: Entry, text: Located<string>): void {
  const words = plain(text.value);
  if (!known.has(words)) known.set(words, { entry, text, words });
}

/** Words alone: neither marks, capitals nor articles tell texts apart. */
function plain(text: string): string {
  return wordsOf(text).join(" ");
}

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}{}_.]+|\.(?=\s|$)/u);
  return words.filter((word) => word !== "" && !/^(an?|the)$/.test(word));
}

// Nobody compares longer titles by eye, and each of their words is left out of the whole text in turn.
const longest = 200;

/** The text with each of its long words left out in turn. */
function gapsOf(text: string): readonly string[] {
  if (text.length > longest) return [];
  const words = wordsOf(text);
  return words.flatMap((word, index) => (isLong(word) ? [words.with(index, "").join(" ")] : []));
}

function isLong(word: string): boolean {
  return word.length > 5 && !/\p{N}/u.test(word);
}

function alike(
  entry: Entry,
  title: Located<string>,
  gaps: ReadonlyMap<string, readonly Told[]>,
): Told | undefined {
  const mine = plain(title.value);
  for (const key of gapsOf(title.value)) {
    for (const other of gaps.get(key) ?? []) {
      if (other.entry === entry) break; // of two, the later is reported
      if (isOneLetterApart(other.words, mine)) return other;
    }
  }
  return undefined;
}

/** Whether a letter is added, left out or replaced. */
function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  return at < short.length && short.slice(at + 1) === long.slice(at + 1);
}
