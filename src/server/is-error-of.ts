/** Whether a server knows an error. */
import type { CatalogError } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn } from "../runtime/own-member.js";
import type { ServerCatalog } from "../runtime/server-catalog.js";

/** Whether the value is an error of the catalog, or of one whose code it takes. */
export function isErrorOf(
  value: unknown,
  catalog: Pick<ServerCatalog, "name" | "owners">,
): value is CatalogError {
  return isCatalogError(value, catalog.name, memberIn(catalog, "owners"));
}
