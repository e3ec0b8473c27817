/** A title is what people search for: in each language two entries that are in use differ in it. */
import type { Catalog } from "../../model/catalog.js";
import { remembered } from "../../model/remembered.js";
import type { Located } from "../../model/source.js";
import { ownEntries } from "../../model/used-catalog.js";
import { defineRule } from "../rule.js";

export const titleDuplicate = defineRule({
  name: "title-duplicate",
  severity: "error",
  exemptible: true,
  summary: "A title belongs to one entry.",
  reads: ["title", "retired"],
  entry: ({ code, title, retired }, catalog, report) => {
    if (retired !== undefined) return;
    const { own, translated } = firstTitles(catalog);
    const check = (first: ReadonlyMap<string, Told>, mine: Located<string> | undefined) => {
      const other = mine && first.get(mine.value.toLowerCase());
      if (mine === undefined || other === undefined || other.code === code) return;
      report(mine.at, `${other.code} has this title already.`, {
        related: [{ at: other.title.at, message: "The first is here." }],
      });
    };
    check(own, title);
    for (const { titles, first } of translated) check(first, titles.get(code));
  },
});

interface Told {
  readonly code: string;
  readonly title: Located<string>;
}

/** The first code of each title, in each language. */
const firstTitles = remembered((catalog: Catalog) => {
  const live = ownEntries(catalog).filter(({ retired }) => retired === undefined);
  const firstOf = (
    titleOf: (code: string, own: Located<string> | undefined) => Told["title"] | undefined,
  ) => {
    const first = new Map<string, Told>();
    for (const { code, title: own } of live) {
      const title = titleOf(code, own);
      const words = title?.value.toLowerCase();
      if (title !== undefined && words !== undefined && !first.has(words))
        first.set(words, { code, title });
    }
    return first;
  };
  return {
    own: firstOf((_, own) => own),
    translated: catalog.locales.map((locale) => {
      const titles = new Map(
        [...locale.entries].flatMap(([code, { title }]) =>
          title === undefined ? [] : [[code, title] as const],
        ),
      );
      return { titles, first: firstOf((code) => titles.get(code)) };
    }),
  };
});
