/** Conditions of wire formats: `success`, `when` and `$prefer`. */
import { once } from "../../diagnostics/once.js";
import type { Report } from "../../diagnostics/report.js";
import { quoted } from "../../diagnostics/suggest.js";
import { loadRules } from "../../load/load-rules.js";
import { bodiesOf, bodiesUnder } from "../../model/placement.js";
import type { Condition, TemplateNode, WireFormat } from "../../model/wire-format.js";
import { runCatalog } from "../../wire/running-catalog.js";
import { defineRules } from "../rule.js";
import { answerOf } from "../wire/answer-of.js";
import { templateKey } from "../wire/template-key.js";
import { visitTemplate } from "../wire/visit-template.js";
import { isHeaderName } from "./header-form.js";

type ConditionReport = Report<"wire-condition">;

export const wireCondition = defineRules(
  [{ ...loadRules["wire-condition"], name: "wire-condition" }],
  {
    catalog: ({ wireFormats }, report) => {
      for (const format of wireFormats) checkConditions(format, once(report));
    },
    running: (catalog, report) => {
      const { formats } = runCatalog(catalog);
      for (const { name, success } of catalog.wireFormats)
        for (const condition of success) {
          const answer = answerOf(condition);
          if (answer && formats.get(name.value)?.isError(answer))
            report("wire-condition", condition.at, "This success is always read as an error.", {
              help: "A body of the format fits it. Compare a member that tells them apart, such as the one where the body has its code.",
            });
        }
    },
  },
);

function checkConditions(format: WireFormat, report: ConditionReport): void {
  const preferred = bodiesOf(format)
    .flatMap(bodiesUnder)
    .flatMap((node) => (node.kind === "errors" ? [node.prefer] : []));
  for (const list of [format.success, ...preferred]) {
    const seen = new Set<string>();
    for (const condition of list) {
      const { status, headers, body } = condition;
      if ((status ?? headers ?? body) === undefined) continue; // it has been reported as such
      checkCondition(condition, report);
      const key = conditionKey(condition);
      if (seen.has(key))
        report("wire-condition", condition.at, "This condition stands here a second time.");
      seen.add(key);
    }
  }
  for (const { status, headers, at } of preferred.flat())
    if (status !== undefined || headers !== undefined)
      report(
        "wire-condition",
        at,
        "$prefer chooses among the errors of one answer, which have one status and the same headers.",
        { help: "Compare what an error has in the body." },
      );
  for (const { status, when } of format.infer) {
    if (when === undefined) continue;
    checkCondition(when, report);
    if (when.status !== undefined && !overlap(status, when.status))
      report(
        "wire-condition",
        when.at,
        `This never holds: it is asked of answers with the status ${status} alone.`,
      );
  }
}

/** Whether an answer may have both, each a status or a class. */
function overlap(one: string, other: string): boolean {
  return one === other || (one[0] === other[0] && (one + other).includes("xx"));
}

function checkCondition({ headers, body }: Condition, report: ConditionReport): void {
  for (const { key, at } of headers?.kind === "object" ? headers.members : [])
    if (!isHeaderName(key)) report("wire-condition", at, `${quoted(key)} is no name of a header.`);
  for (const template of [headers, body])
    if (template !== undefined)
      visitTemplate(template, (node, { syntax }) => {
        const why = unfitFor(node);
        if (why === undefined) return;
        const any = syntax === "text" ? "{*} for any text" : "$any for any value";
        report("wire-condition", node.at, why, { help: `Write a constant, or ${any}.` });
      });
  for (const { at } of [headers, body].flatMap(optionalMembers))
    report("wire-condition", at, "An optional member is not compared.", {
      help: "Leave it out, or write it without the question mark.",
    });
}

/** Why a part of a condition is not compared. */
function unfitFor(node: TemplateNode): string | undefined {
  switch (node.kind) {
    case "variable":
      return "A condition compares constants, and this is a variable.";
    case "filler":
      return `${JSON.stringify(node.value)} is not compared.`;
    case "each":
    case "errors":
      return "A condition compares constants, and $each repeats what is written.";
    case "tree":
    case "both":
      return `A condition compares constants, and $${node.kind} is not looked into.`;
    default:
      return undefined;
  }
}

function optionalMembers(template: TemplateNode | undefined) {
  const parts = template === undefined ? [] : bodiesUnder(template);
  return parts.flatMap((node) =>
    // An optional part of a pattern makes optional members, and has no constants.
    node.kind === "object"
      ? node.members.filter(({ optional, value }) => optional && value.kind !== "variable")
      : [],
  );
}

function conditionKey({ status, headers, body }: Condition): string {
  return JSON.stringify([status, headers && templateKey(headers), body && templateKey(body)]);
}
