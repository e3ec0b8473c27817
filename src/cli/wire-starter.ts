/** The catalogs that `errdex init --wire` writes: a wire format that many APIs have, with the codes that go with it. */

import { nearest, quoted } from "../diagnostics/suggest.js";
import { type StarterName, starterNames } from "../disk/read-starter.js";
import { UsageError } from "./exit-code.js";
import { catalogLines } from "./starter.js";

/**
 * A starter, by what somebody typed.
 *
 * @throws UsageError where there is none of this name.
 */
export function starterNamed(typed: string): StarterName {
  const name = starterNames.find((each) => each === typed);
  if (name !== undefined) return name;
  const near = nearest(typed, starterNames);
  const guess = near === undefined ? "" : ` Did you mean ${quoted(near)}?`;
  throw new UsageError(
    `There is no catalog with the wire format ${quoted(typed)} to begin with.${guess} There are: ${starterNames.join(", ")}.`,
  );
}

/** The files of a starter as the files of a catalog with a name in kebab-case, which is built to `src/errors`. */
export function filesNamed(
  name: string,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const named = Object.entries(files).map(([path, text]) => [
    path,
    path === "catalog.yaml" ? headOf(text, name) : text,
  ]);
  return Object.fromEntries(named);
}

function headOf(text: string, name: string): string {
  const rest = text
    .replace(/^(catalog|title):.*\n/gm, "")
    .replace(/^outputs:\n( .*\n)*/m, "outputs:\n  typescript: ../src/errors\n");
  return `${catalogLines(name)}\n${rest}`;
}
