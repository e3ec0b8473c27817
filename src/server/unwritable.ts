/** Which values of an error no answer can carry. */
import {
  type CatalogError,
  type CatalogErrorObject,
  entryOf,
  publicFields,
} from "../runtime/catalog-error.js";
import { pointerStep } from "./pointer-step.js";

/** Places that are named at most. */
const most = 20;
/** Levels and values that are looked into: encoding leaves out what is below, and what is beyond. */
const deepest = 1000;
const largest = 1_000_000;
/** Characters of a pointer that are shown. */
const longest = 100;

/**
 * JSON Pointers (RFC 6901) of what JSON cannot say, from the fields of an error inwards: cycles, functions, symbols,
 * numbers that are none, bigints beyond 2^53, members that throw, what is more than 1,000 levels down. An answer leaves
 * them out, or has a text in their place. At most 20. Never throws.
 */
export function unwritableIn(error: CatalogError): readonly string[] {
  const found: string[] = [];
  const around = new Set<object>();
  // What stands in several places is looked at in each of them, as it is written.
  let left = largest;
  const add = (pointer: string) =>
    found.push(pointer.length > longest ? `${pointer.slice(0, longest)}…` : pointer);
  const visit = (value: unknown, pointer: string): void => {
    if (found.length >= most) return;
    const isOdd =
      typeof value === "function" ||
      typeof value === "symbol" ||
      (typeof value === "number" && !Number.isFinite(value)) ||
      (typeof value === "bigint" && !Number.isSafeInteger(Number(value)));
    if (isOdd) add(pointer);
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
    left -= 1;
    if (left < 0) {
      if (left === -1) add(pointer);
      return;
    }
    if (around.has(value) || around.size > deepest) {
      add(pointer);
      return;
    }
    // It writes itself: a date, for example.
    if (typeof (value as { readonly toJSON?: unknown }).toJSON === "function") return;
    around.add(value);
    for (const name of Object.keys(value)) {
      const inner = pointer + pointerStep(name);
      try {
        visit((value as Readonly<Record<string, unknown>>)[name], inner);
      } catch {
        add(inner);
      }
    }
    around.delete(value);
  };
  try {
    if ((error as CatalogErrorObject)[entryOf] !== undefined)
      visit(publicFields(error as never), "");
  } catch {
    found.push("");
  }
  return found;
}
