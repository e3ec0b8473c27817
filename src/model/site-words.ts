/** The words of the help site itself: everything that it says and no catalog does. A locale replaces them. */
import type { Locale } from "./locale.js";

/** The words in English. `{name}` stands for what is put in. */
export const englishWords = {
  skip: "Skip to the content",
  "index.lead":
    "Find out what an error means, why it happened and what to do next. Paste the answer, the code or the message that you see.",
  "index.categories": "Categories",
  "index.count": "Codes: {count}",
  "index.retired": "No longer in use",
  legend: "What the signs mean",
  "legend.request": "The request has to change",
  "legend.service": "The service is at fault",
  contents: "On this page",
  "search.label": "Search errors",
  "search.placeholder": "Answer, code or message",
  "search.hint": "Press / to search",
  "search.found": "Found: {count}. Up and down to choose, Enter to open.",
  "search.none": "Nothing found for “{query}”.",
  "search.byCode": "the answer says so",
  "search.byStatus": "by its status",
  "search.byWords": "similar words",
  "missing.title": "There is no such page",
  "missing.lead":
    "No error of this catalog has this address. Search for what you see in the answer, or look through the list.",
  copy: "Copy",
  copied: "Copied",
  "page.short": "Little is known about this error. What is certain stands here.",
  "page.past": "This code was in use up to version {version}. Nothing sends it any more.",
  "page.retired": "This code is no longer in use. It ended with version {version}.",
  "page.deprecated": "This code is going away. It is deprecated since version {version}.",
  "page.replaced": "Use this instead:",
  "page.answers": "The answer",
  meaning: "What it means",
  causes: "Why it happens",
  fixes: "What to try",
  fields: "Fields",
  "fields.optional": "may be missing",
  "fields.secret": "secret: keep it out of logs",
  "fields.min": "at least {limit}",
  "fields.max": "at most {limit}",
  "fields.minLength": "length at least {limit}",
  "fields.maxLength": "length at most {limit}",
  "fields.any": "anything",
  "fields.list": "list of {type}",
  "fields.map": "map of {type}",
  "answer.folded": "This format folds the code: it is sent as {code}.",
  "answer.absent": "This format does not have the code. {code} goes out instead.",
  "answer.unread": "A client cannot read the code from this answer.",
  "answer.several": "Several errors in one answer, {code} beside it:",
  "answer.label": "Answer in the format {format}: {example}",
  raise: "Raise it",
  handle: "Handle it",
  "handle.spelled": "On the wire it is {spelling}.",
  "handle.unnamed": "This format has no code for it: the status {status} says it.",
  "code.label": "TypeScript: {what}",
  related: "Related errors",
  operations: "Who answers with it",
  facts: "At a glance",
  status: "Status",
  "status.neverSent": "for logs alone, never sent",
  "status.none": "none: no answer of HTTP says it",
  category: "Category",
  resolver: "Who can mend it",
  "resolver.caller": "whoever wrote the program that calls",
  "resolver.user": "the person who uses it",
  "resolver.operator": "whoever runs the service",
  severity: "How bad it is",
  "severity.critical": "critical: somebody has to look at it at once",
  "severity.error": "an error",
  "severity.warning": "a warning",
  "severity.info": "for information",
  grpc: "gRPC status",
  exit: "Exit code",
  retry: "Try again",
  "retry.never": "no: without a change it fails again",
  "retry.after": "yes, after the delay that the error carries",
  "retry.backoff": "yes, with growing pauses",
  "retry.unsaid": "not said",
  "retry.delay": "The delay stands in {fields} and in Retry-After.",
  "retry.short.never": "Do not retry",
  "retry.short.after": "Retry after a delay",
  "retry.short.backoff": "Retry with pauses",
  since: "Since",
  replaces: "Replaces",
  address: "Type",
  spelled: "Spelled",
  home: "All errors",
  catalogs: "All catalogs",
  language: "Language",
  "llms.summary":
    "What each error means, why it happens, what to try, and the answers on the wire. Each page is Markdown.",
  "llms.json": "every code with status, texts and spellings, as JSON",
  "footer.version": "Version {version}",
  "footer.machines": "For programs",
  "footer.markdown": "This page as Markdown",
} as const;

/** What the site can say. */
export type WordKey = keyof typeof englishWords;

/** The words of a language. */
export type Words = Readonly<Record<WordKey, string>>;

/** The words of a locale; what it does not say is in English. */
export function wordsOf(locale: Locale | undefined): Words {
  const said = Object.keys(englishWords).flatMap((key): [string, string][] => {
    const word = locale?.words.get(key);
    return word === undefined ? [] : [[key, word.value]];
  });
  return { ...englishWords, ...(Object.fromEntries(said) as Partial<Record<WordKey, string>>) };
}

/** The names of what is put into a text of the site: `{count}`. */
export function wordPlaces(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}
