/** What a check is. */
import type { Report } from "../diagnostics/report.js";
import type { Catalog, Entry } from "../model/catalog.js";

/** Complains about a catalog as a whole. */
export type CatalogCheck = (catalog: Catalog, report: Report) => void;

/** Complains about one entry. Its complaints can be exempted where the rule allows it. */
export type EntryCheck = (entry: Entry, catalog: Catalog, report: Report) => void;
