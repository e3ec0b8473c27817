/** Codes are well-formed, unique, and become identifiers that collide with nothing. */

import type { Report } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Entry } from "../model/catalog.js";
import { isTombstone } from "../model/catalog.js";
import { constructorName, isFunctionName, isIdentifier } from "../model/identifier.js";
import { formatModuleNames, type ModuleName, moduleNames } from "../model/module-names.js";
import type { CatalogCheck } from "./rule.js";

/** Reports codes that are malformed, there twice, reserved, or without an identifier. */
export const checkCodes: CatalogCheck = ({ entries }, report) => {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { code, at } = entry;
    const first = seen.get(code);
    if (first !== undefined) {
      report("code-duplicate", at, `The code ${quoted(code)} stands in the catalog already.`, {
        related: [{ at: first.at, message: "The first is here." }],
      });
      continue;
    }
    seen.set(code, entry);
    if (!/^[A-Za-z0-9_.-]{1,128}$/.test(code)) {
      report("code-form", at, "A code is 1 to 128 letters, digits, `_`, `-` or `.`.");
    } else if (!isTombstone(entry)) checkIdentifier(entry, report);
  }
};

function checkIdentifier(entry: Entry, report: Report): void {
  const { code, name, at } = entry;
  if (code === "unrecognized") {
    report("code-reserved", at, "Errors that no catalog knows have the code unrecognized.", {
      help: "Choose another code.",
    });
  } else if (constructorName(entry) === "then") {
    report(
      "code-reserved",
      name?.at ?? at,
      "A module that exports the name then cannot be imported with `await import()`.",
      { help: "Choose another code, or give the entry another `name`." },
    );
  } else if (!isFunctionName(constructorName(entry))) {
    const text = name?.value ?? code;
    const word = constructorName(entry);
    const why = /^[A-Za-z]/.test(word)
      ? `${word} is a word of the language`
      : "an identifier begins with a letter";
    report(
      "code-identifier",
      name?.at ?? at,
      `${quoted(text)} cannot become an identifier: ${why}.`,
      {
        help: "Add a `name`, such as `name: twoFactorRequired`.",
      },
    );
  }
}

/** Reports names that two things of a generated module would share, and those of types that cannot be one. */
export const checkNames: CatalogCheck = (catalog, report) => {
  const names = moduleNames(catalog);
  const codes = new Set(catalog.entries.map(({ code }) => `the code ${code}`));
  checkClashes(names, codes, report);
  checkClashes(formatModuleNames(catalog), codes, report);
  for (const { name, bearer, at } of names) {
    // The names of the catalog and of codes have been looked at.
    if (isIdentifier(name) || bearer === "the catalog" || codes.has(bearer)) continue;
    const why = `${name}, the name of ${bearer}, cannot be used in the generated module.`;
    report("code-reserved", at, why);
  }
};

function checkClashes(
  names: readonly ModuleName[],
  codes: ReadonlySet<string>,
  report: Report,
): void {
  const seen = new Map<string, ModuleName>();
  // Two codes share both their names, which is one mistake.
  const clashes = new Set<string>();
  for (const each of names) {
    const first = seen.get(each.name);
    if (first === undefined) seen.set(each.name, each);
    // A duplicate code has been reported as such.
    else if (first.bearer !== each.bearer && !clashes.has(`${first.bearer} ${each.bearer}`)) {
      clashes.add(`${first.bearer} ${each.bearer}`);
      report(
        "name-clash",
        each.at,
        `Both ${first.bearer} and ${each.bearer} become ${each.name}.`,
        {
          help: codes.has(each.bearer)
            ? "Give the entry a `name` of its own."
            : "Rename one of them.",
          related: [{ at: first.at, message: `${first.bearer} is here.` }],
        },
      );
    }
  }
}
