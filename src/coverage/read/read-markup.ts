/** Reads what markup around code mentions of errors. Its expressions are not parsed. */
import type { SourcePlace } from "../source-place.js";
import type { WalkedTree } from "../syntax/walked-tree.js";
import type { MarkupFact, ReadingOptions, UsedAt } from "./source-facts.js";
import { bindingOrigin, originOf } from "./value-origin.js";

/** Of a file that has no markup. */
export const noMarkup: MarkupFact = { used: [], named: [] };

/** The names of the code that stand in the markup, and the codes that it compares with something called a code. */
export function readMarkup(
  markup: string,
  tree: WalkedTree,
  placeAt: (start: number) => SourcePlace,
  { mayLead, isKnown }: ReadingOptions,
): MarkupFact {
  const places = new Map<string, number>();
  for (const { 0: word, index } of markup.matchAll(/(?<![\w$.-])[\w$]+(?![\w$-]|\s*=)/g))
    if (!places.has(word)) places.set(word, index);
  const used = [...places].flatMap(([name, start]): readonly UsedAt[] => {
    const binding = tree.module.values.get(name);
    const origin = binding && bindingOrigin(binding, (located) => originOf(located, tree));
    if (origin === undefined || !("module" in origin) || !mayLead(origin.module)) return [];
    return [{ origin, place: placeAt(start) }];
  });
  const hasCode = /\bcode\b/i.test(markup);
  const named = hasCode
    ? [...markup.matchAll(/(?<=["'`])[\w.-]+(?=["'`])/g)]
        .filter(([text]) => isKnown(text))
        .map(({ 0: code, index }) => ({ code, place: placeAt(index) }))
    : [];
  return { used, named };
}
