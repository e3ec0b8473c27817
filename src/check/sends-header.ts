/** Which headers an entry sends. */
import type { Entry } from "../model/catalog.js";

/** Whether the entry sends a header of this name. */
export function sendsHeader({ headers }: Entry, name: string): boolean {
  return headers.some((header) => header.name.value.toLowerCase() === name);
}
