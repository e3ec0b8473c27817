/** The words of the site at work: values put in, and those for what an entry says. */
import type { Resolver, Retry, Severity } from "../../model/catalog.js";
import type { Words } from "../../model/site-words.js";

/** Puts values into a text of the site. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The words for who can mend an error. */
export function resolverWords(words: Words, resolver: Resolver): string {
  return words[`resolver.${resolver}`];
}

/** The words for how bad an error is. */
export function severityWords(words: Words, severity: Severity): string {
  return words[`severity.${severity}`];
}

/** The words for whether trying again can help. */
export function retryWords(words: Words, retry: Retry | undefined): string {
  return words[`retry.${retry ?? "unsaid"}`];
}
