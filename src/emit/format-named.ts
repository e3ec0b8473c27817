/** Wire formats by name. */
import type { Catalog } from "../model/catalog.js";
import type { WireFormat } from "../model/wire-format.js";

/**
 * The format with the name; without one, the catalog's.
 *
 * @throws RangeError where there is none, which a check reports.
 */
export function formatNamed({ wire, wireFormats }: Catalog, name: string = wire.value): WireFormat {
  const format = wireFormats.find((each) => each.name.value === name);
  if (format === undefined) throw new RangeError(`The catalog has no wire format ${name}.`);
  return format;
}
