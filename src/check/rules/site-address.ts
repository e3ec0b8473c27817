/** Whether the help site can have a page where the address of each code leads. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { collect } from "../../diagnostics/report.js";
import { ruleBook } from "../../diagnostics/rule-definition.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import { type AddressClash, addressClashes, addressForm } from "../../model/site-address.js";
import type { Span } from "../../model/source.js";
import { type Complain, defineRule } from "../rule.js";

export const siteAddress = defineRule({
  name: "site-address",
  severity: "error",
  summary: "Every code has an address on the help site, and a file of its own there.",
  catalog: (catalog, report) => {
    const output = catalog.outputs.find(({ kind }) => kind === "site");
    if (output !== undefined) checkPages(catalog, output.path.at, report);
  },
});

/** What stands in the way of a site that nobody asked for in catalog.yaml. */
export function problemsOfPages(catalog: Catalog): readonly Diagnostic<"site-address">[] {
  const { report, diagnostics } = collect(ruleBook(siteAddress.rules));
  checkPages(catalog, catalog.name.at, (...complaint) => report("site-address", ...complaint));
  return diagnostics;
}

/** @param asked where the site is asked for: the place of what no entry is to blame for. */
function checkPages(catalog: Catalog, asked: Span, report: Complain): void {
  const { docs, entries } = catalog;
  if (docs !== undefined && addressForm(docs.value) === undefined)
    report(docs.at, "No page of the site can be at such an address.", {
      help: "End it with /{code}, /{code}/ or /{code}.html.",
    });
  const places = new Map(entries.map(({ code, at }) => [code, at]));
  for (const { code, with: other } of addressClashes(catalog)) {
    const related = other !== "name" && "code" in other ? places.get(other.code) : undefined;
    const message = `There can be no page of ${quoted(code)}: ${reason(other)}.`;
    report(places.get(code) ?? asked, message, {
      help: "Choose another code, or write no site.",
      ...(related && { related: [{ at: related, message: "The other code is here." }] }),
    });
  }
}

function reason(other: AddressClash["with"]): string {
  if (other === "name") return "not every disk can have a file of that name";
  return "code" in other
    ? `it has the file of ${quoted(other.code)} where letters of either case are one`
    : `the site has a file ${other.file} already`;
}
