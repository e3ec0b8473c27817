/** `guidance.ts`: what people and agents are told about each code. */
import { type Catalog, type Entry, liveEntries } from "../../model/catalog.js";
import { siteAddresses } from "../../model/site-address.js";
import { type CodeGuidance, guidance } from "../../runtime/generated.js";
import { quoteTemplate } from "../text/quote.js";
import { catalogNameIn } from "./catalog-module.js";
import { constant, type Declaration } from "./declarations.js";
import { tableText } from "./text-modules.js";

/** The declarations of the module. */
export function guidanceModule(catalog: Catalog): readonly Declaration[] {
  const table = Object.fromEntries(
    // A code that is never sent is for logs alone; whoever calls a library or a command meets those without a status.
    liveEntries(catalog)
      .filter(({ neverSent, hasNoStatus }) => !neverSent || hasNoStatus)
      .map((entry) => [entry.code, JSON.stringify(guidanceOf(entry, catalog))]),
  );
  return [
    constant((file) => ({
      doc: ["What the catalog tells people and agents about its codes."],
      name: "guidance",
      type: file.type("Guidance"),
      value: () => {
        // As templates, in which the quotes of JSON need no escape.
        const texts = tableText(table, (text) => quoteTemplate([{ text }]));
        return `/*#__PURE__*/ ${file.value(guidance)}(${catalogNameIn(file)}, ${texts})`;
      },
    })),
  ];
}

function guidanceOf(entry: Entry, catalog: Catalog): CodeGuidance {
  const { code, title, meaning, causes, fixes, resolver, retry } = entry;
  const page = siteAddresses(catalog).type(code);
  return {
    title: title?.value ?? code,
    meaning: meaning?.value ?? "",
    causes: causes.map(({ value }) => value),
    fixes: fixes.map(({ value }) => value),
    resolver: resolver?.value ?? "",
    retry: retry?.value ?? null,
    ...(page !== undefined && { page }),
  };
}
