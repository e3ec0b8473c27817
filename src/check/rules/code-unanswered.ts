/** What is sent is the answer of some operation. */
import type { Catalog } from "../../model/catalog.js";
import { answeredCodes } from "../../model/operation-codes.js";
import { remembered } from "../../model/remembered.js";
import { defineRule } from "../rule.js";

const answeredIn = remembered((catalog: Catalog) => answeredCodes(catalog));

export const codeUnanswered = defineRule({
  name: "code-unanswered",
  severity: "warning",
  exemptible: true,
  forProducers: true,
  summary: "Where there are operations, one of them answers with each code that is sent.",
  reads: ["never_sent", "retired"],
  entry: ({ code, at, neverSent, retired }, catalog, report) => {
    const { operations, fallback, roles, broken } = catalog;
    if (operations.length === 0 || broken.has("operations") || neverSent || retired !== undefined)
      return;
    if (answeredIn(catalog).has(code) || fallback?.value === code) return;
    // What a framework finds by itself is found before any operation.
    if (roles.some((role) => role.code.value === code)) return;
    report(at, `No operation answers with ${code}.`, {
      help: "Add it to the codes of an operation in operations.yaml, or to a group.",
    });
  },
});
