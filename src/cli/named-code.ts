/** Codes that somebody typed. */
import { guesser, quoted } from "../diagnostics/suggest.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { isCode } from "../model/code-form.js";
import { UsageError } from "./exit-code.js";

/**
 * The entry of a code.
 *
 * @throws UsageError where there is none, with the nearest that there is.
 */
export function entryNamed(code: string, { entries }: Catalog): Entry {
  const entry = entries.find((each) => each.code === code);
  if (entry !== undefined) return entry;
  const { help } = guesser(() => entries.map((each) => each.code))(code) as {
    readonly help?: string;
  };
  throw new UsageError(
    `There is no code ${quoted(code)} in the catalog.${help === undefined ? "" : ` ${help}`}`,
  );
}

/** @throws UsageError where another catalog has the entry: it is changed there. */
export function refuseForeign({ code, owner }: Entry): void {
  if (owner !== undefined)
    throw new UsageError(
      `The code ${quoted(code)} is taken from another catalog. Change it there.`,
    );
}

/** @throws UsageError where the text is no code, or one that the catalog has or had. */
export function refuseTaken(code: string, { entries, released }: Catalog): void {
  if (!isCode(code))
    throw new UsageError(
      `${quoted(code)} is no code: a code is 1 to 128 letters, digits, \`_\`, \`-\` or \`.\`.`,
    );
  const entry = entries.find((each) => each.code === code);
  if (entry !== undefined)
    throw new UsageError(
      entry.retired === undefined
        ? `The catalog has the code ${quoted(code)} already.`
        : `The code ${quoted(code)} is retired, and a code is never used again.`,
    );
  const isPast =
    released?.past.codes.has(code) || released?.entries.some((each) => each.code === code);
  if (isPast)
    throw new UsageError(
      `The code ${quoted(code)} was released once, and a code is never used again.`,
    );
}
