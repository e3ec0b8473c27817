/** What a catalog itself says of each code. */
import { type Contract, liveEntries } from "../model/catalog.js";

/** The catalog's own messages as templates for `formatMessage`, by code. */
export function originalMessages(catalog: Contract): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    liveEntries(catalog).map(({ code, title, messages }) => {
      const needsFields = messages.at(-1)?.parts.some(({ kind }) => kind === "placeholder") ?? true;
      // An error without a message, or without the fields that all of them need, says its title.
      const last = needsFields ? [(title?.value ?? code).replace(/[{}]/g, "$&$&")] : [];
      return [code, [...messages.map(({ text }) => text), ...last]];
    }),
  );
}
