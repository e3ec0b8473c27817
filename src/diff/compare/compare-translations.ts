/** Translations that stayed as they were while their English changed. A ledger has none of either. */
import { staleRule, translationMark } from "../ledger/text-marks.js";
import { type Comparison, codeSpot, inside } from "./comparison.js";
import { isLive, partsOf } from "./contract-parts.js";

/** Notes each of them. */
export function compareTranslations(comparison: Comparison): void {
  const { base, current, note } = comparison;
  const before = new Map(base.locales.map((locale) => [locale.tag.value, locale]));
  const [old, now] = [partsOf(base).codes, partsOf(current).codes];
  const confirmed = new Set(
    current.exemptions
      .filter(({ rule }) => rule.value === staleRule)
      .flatMap(({ codes }) => codes.map(({ value }) => value)),
  );
  for (const { tag, entries } of current.locales)
    for (const [code, translation] of entries) {
      const earlier = before.get(tag.value)?.entries.get(code);
      const [one, other] = [old.get(code), now.get(code)];
      if (earlier === undefined || one === undefined || other === undefined) continue;
      if (!isLive(one) || !isLive(other) || confirmed.has(code)) continue;
      const [was, is] = [translationMark(one, earlier), translationMark(other, translation)];
      if (was.text !== is.text || was.source === is.source) continue;
      const spot = inside(codeSpot(code, comparison), ["locales", tag.value], earlier, translation);
      note(
        "translation-unchanged",
        spot,
        `The English of ${code} changed, and ${tag.value} did not.`,
      );
    }
}
