/** The words of the help site in other languages. */
import { type Guess, guesser, quoted } from "../../diagnostics/suggest.js";
import type { Locale } from "../../model/locale.js";
import { englishWords, type WordKey, wordPlaces } from "../../model/site-words.js";
import { type Complain, defineRule } from "../rule.js";

export const localeWord = defineRule({
  name: "locale-word",
  severity: "error",
  summary: "The words of a locale are those of the help site, and put in what it puts in.",
  catalog: ({ locales }, report) => {
    const guess = guesser(() => Object.keys(englishWords));
    for (const locale of locales) checkWords(locale, guess, report);
  },
});

function checkWords({ words }: Locale, guess: (key: string) => Guess, report: Complain): void {
  for (const [key, { value, at }] of words) {
    if (!Object.hasOwn(englishWords, key)) {
      report(at, `The help site has no words for ${quoted(key)}.`, guess(key));
      continue;
    }
    const english = englishWords[key as WordKey];
    const known = wordPlaces(english);
    const help = { help: `In English this is ${quoted(english)}.` };
    if (/[{}]/.test(value.replace(/\{\w+\}/g, ""))) report(at, "A brace stands alone.", help);
    for (const place of wordPlaces(value).filter((each) => !known.includes(each)))
      report(at, `Nothing is put in for {${place}}.`, help);
  }
}
