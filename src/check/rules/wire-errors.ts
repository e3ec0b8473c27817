/** Several errors in one answer: `$each: error`. */
import { once } from "../../diagnostics/once.js";
import { bodiesUnder, insideOf, placesIn, type TemplatePlace } from "../../model/placement.js";
import type { Span } from "../../model/source.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import { type Complain, defineRule } from "../rule.js";

export const wireErrors = defineRule({
  name: "wire-errors",
  severity: "error",
  summary: "The errors of an answer stand in one list of its body.",
  catalog: ({ wireFormats }, report) => {
    for (const format of wireFormats)
      checkErrors(
        format,
        once((_, ...said) => report(...said)),
      );
  },
});

type Say = (rule: "", ...said: Parameters<Complain>) => void;

function checkErrors(format: WireFormat, report: Say): void {
  const { body, accepts, rows, headers } = format;
  const general = [body, ...accepts].filter((each) => each !== undefined);
  const own = rows.flatMap((row) => row.body ?? []);
  for (const template of [...general, ...own]) checkBody(template, report);
  for (const { value } of headers)
    for (const { at } of errorsIn(value))
      report("", at, "A header holds no list of errors.", {
        help: "`$each: error` stands in the body.",
      });
  for (const { at } of own.flatMap(errorsIn))
    report("", at, "The body of one code holds no list of errors.", {
      help: "`$each: error` stands in the `body` of the format, or in `accepts`.",
    });
  const isAlone = (each: TemplateNode) =>
    errorsIn(each).some((node) => node.kind === "errors" && node.item === undefined);
  const first = general.find(isAlone);
  if (first !== undefined && general.every(isAlone) && own.length === 0)
    report("", first.at, "Nothing says what each of these errors looks like.", {
      help: "`$each: error` alone repeats an answer of the format, so that needs another body: let this one stand in `accepts`, or write the members of an error beside it.",
    });
}

type Around = "body" | "list" | "text" | "both";

/** Why a list of errors cannot stand inside something else. */
const misplaced: Readonly<Record<Exclude<Around, "body">, readonly [why: string, help: string]>> = {
  list: [
    "The errors of an answer do not stand in a list that is repeated.",
    "One list holds them all; what each has inside is a field.",
  ],
  text: [
    "The errors of an answer do not stand in a text without lists.",
    "JSON and XML have lists: `$syntax: json`.",
  ],
  both: [
    "The errors of an answer are no alternative of something else.",
    "Write another body in `accepts`.",
  ],
};

function checkBody(template: TemplateNode, report: Say): void {
  let first: Span | undefined;
  const check = (node: Errors, around: Around): void => {
    if (around !== "body") {
      const [why, help] = misplaced[around];
      report("", node.at, why, { help });
    } else if (first !== undefined)
      report("", node.at, "A body has one list of errors.", {
        related: [{ at: first, message: "The first is here." }],
      });
    else if (node.item !== undefined && !placesIn(node.item).some(isOwn))
      report("", node.at, "Nothing in this list is of the errors, so they are all alike.", {
        help: "Such as `code: $code` or `message: $message`.",
      });
    first ??= node.at;
  };
  const walk = (node: TemplateNode, around: Around): void => {
    if (node.kind === "errors") check(node, around);
    for (const inner of insideOf(node)) walk(inner, aroundOf(node, around));
  };
  walk(template, "body");
}

type Errors = Extract<TemplateNode, { kind: "errors" }>;

function aroundOf(node: TemplateNode, around: Around): Around {
  const { kind } = node;
  if (kind === "each" || kind === "tree" || kind === "errors") return "list";
  if (kind === "text") return /^(json|xml|sse)$/.test(node.syntax.name) ? around : kind;
  return kind === "both" ? kind : around;
}

/** Whether something belongs to one error, and not to the answer. */
function isOwn({ variable }: TemplatePlace): boolean {
  return variable.paths.some(([first = ""]) => !/^\$(context|row|phrase)$/.test(first));
}

function errorsIn(template: TemplateNode): readonly TemplateNode[] {
  return bodiesUnder(template).filter(({ kind }) => kind === "errors");
}
