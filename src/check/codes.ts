/** Codes are well-formed, unique, and become identifiers that collide with nothing. */

import type { Report } from "../diagnostics/report.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Entry } from "../model/catalog.js";
import { isTombstone } from "../model/catalog.js";
import { constructorName, interfaceName, isIdentifier } from "../model/identifier.js";
import { entryNames, fixedNames, type ModuleName, moduleNames } from "../model/module-names.js";
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
  const reserved = entryNames(entry).find((each) => fixedNames.has(each.name));
  if (reserved !== undefined) {
    const why = `The generated module needs the name ${reserved.name} itself`;
    report(
      "code-reserved",
      name?.at ?? at,
      `${why}, so ${quoted(name?.value ?? code)} cannot be used.`,
      {
        help: "Choose another code, or give the entry another `name`.",
      },
    );
  } else if (!isIdentifier(constructorName(entry)) || !isIdentifier(interfaceName(entry))) {
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

/** Reports names that two things of the generated module would share, and those of types that cannot be one. */
export const checkNames: CatalogCheck = (catalog, report) => {
  const seen = new Map<string, ModuleName>();
  // Two codes share both their names, which is one mistake.
  const clashes = new Set<string>();
  const codes = new Set(catalog.entries.map(({ code }) => `the code ${code}`));
  for (const each of moduleNames(catalog)) {
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
    // The name of a catalog or wire format that is no identifier has been reported as such.
    if (each.bearer.startsWith("the wire format")) continue;
    const isNamed = isIdentifier(each.name) || each.bearer === "the catalog";
    if (!codes.has(each.bearer) && (fixedNames.has(each.name) || !isNamed)) {
      report(
        "code-reserved",
        each.at,
        `${each.name}, the name of ${each.bearer}, cannot be used in the generated module.`,
      );
    }
  }
};
