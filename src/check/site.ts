/** Whether the help site can have a page where the address of each code leads. */
import type { Report } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Catalog } from "../model/catalog.js";
import { type AddressClash, addressClashes, addressForm } from "../model/site-address.js";
import type { Span } from "../model/source.js";
import type { CatalogCheck } from "./rule.js";

/** Reports what stands in the way of the site that a catalog asks for. */
export const checkSite: CatalogCheck = (catalog, report) => {
  const output = catalog.outputs.find(({ kind }) => kind === "site");
  if (output !== undefined) checkPages(catalog, output.path.at, report);
};

/**
 * Reports addresses that no file can be at, and codes that would share one.
 *
 * @param at where the site is asked for: the place of what no entry is to blame for.
 */
export function checkPages(catalog: Catalog, at: Span, report: Report): void {
  const { docs, entries } = catalog;
  if (docs !== undefined && addressForm(docs.value) === undefined) {
    report("site-address", docs.at, "No page of the site can be at such an address.", {
      help: "End it with /{code}, /{code}/ or /{code}.html.",
    });
  }
  const places = new Map(entries.map(({ code, at }) => [code, at]));
  for (const { code, with: other } of addressClashes(catalog)) {
    const related = other !== "name" && "code" in other ? places.get(other.code) : undefined;
    report(
      "site-address",
      places.get(code) ?? at,
      `There can be no page of ${quoted(code)}: ${reason(other)}.`,
      {
        help: "Choose another code, or write no site.",
        ...(related === undefined
          ? {}
          : { related: [{ at: related, message: "The other code is here." }] }),
      },
    );
  }
}

function reason(other: AddressClash["with"]): string {
  if (other === "name") return "not every disk can have a file of that name";
  return "code" in other
    ? `it has the file of ${quoted(other.code)} where letters of either case are one`
    : `the site has a file ${other.file} already`;
}
