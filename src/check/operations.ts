/** Operations and the codes that they answer with. */
import type { Catalog } from "../model/catalog.js";
import { answeredCodes } from "../model/operation-codes.js";
import type { CatalogCheck, EntryCheck } from "./rule.js";

/** Reports operations that answer with no code. */
export const checkOperations: CatalogCheck = ({ operations }, report) => {
  for (const operation of operations) {
    if (operation.groups.length > 0 || operation.codes.length > 0) continue;
    report("operation-empty", operation.at, `${operation.id} answers with no code.`, {
      help: "Add `codes` or `groups`: every call can fail.",
    });
  }
};

/** Reports codes that are sent, and that no operation answers with. */
export function checkAnswered(catalog: Catalog): EntryCheck {
  const { operations, fallback, broken } = catalog;
  const answered = answeredCodes(catalog);
  return ({ code, at, neverSent, retired }, _catalog, report) => {
    if (operations.length === 0 || broken.has("operations") || neverSent || retired !== undefined)
      return;
    if (answered.has(code) || fallback?.value === code) return;
    report("code-unanswered", at, `No operation answers with ${code}.`, {
      help: "Add it to the codes of an operation in operations.yaml, or to a group.",
    });
  };
}
