/** What a wire format can choose among, and what it can never choose. */
import type { Report } from "../../diagnostics/report.js";
import type { Catalog, Entry } from "../../model/catalog.js";
import { bodiesOf, bodiesUnder, everyPlace, names } from "../../model/placement.js";
import type { Span } from "../../model/source.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { templateKey } from "./template-key.js";

type ChoiceReport = Report<"wire-unreachable">;

/** Reports bodies, alternatives and inferences that are never chosen, because one before them always is. */
export function checkChoices(format: WireFormat, catalog: Catalog, report: ChoiceReport): void {
  if (format.builtIn) return;
  checkBodies(format, catalog, report);
  checkAlternatives(format, report);
  checkInferences(format, catalog, report);
}

function checkBodies(format: WireFormat, catalog: Catalog, report: ChoiceReport): void {
  const { body, accepts } = format;
  const general = new Map<string, TemplateNode>();
  for (const each of [body, ...accepts]) {
    if (each === undefined) continue;
    const first = general.get(templateKey(each));
    if (first === undefined) general.set(templateKey(each), each);
    else
      report("wire-unreachable", each.at, "This body is never chosen: one before it is the same.", {
        related: [{ at: first.at, message: "The first is here." }],
      });
  }
  const shared = new Map<string, ResolvedRow>();
  for (const resolved of resolveRows(format, catalog)) {
    const { row, spelling, entry } = resolved;
    if (row?.body === undefined || spelling !== null) continue;
    const statuses = entry.statuses.map(({ value }) => value).sort();
    const key = JSON.stringify([templateKey(row.body), statuses, placedFields(entry, format)]);
    const first = shared.get(key);
    if (first === undefined) shared.set(key, resolved);
    else if (!format.infer.some(({ code, when }) => when && code.value === entry.code))
      report(
        "wire-unreachable",
        row.at,
        `${entry.code} is never read: ${first.entry.code} has the same body and the same status.`,
        { help: "Give one of them a constant of its own, or another status." },
      );
  }
}

function checkAlternatives(format: WireFormat, report: ChoiceReport): void {
  const parts = [...bodiesOf(format), ...format.headers.map(({ value }) => value)];
  for (const node of parts.flatMap(bodiesUnder)) {
    if (node.kind !== "both") continue;
    const seen = new Set<string>();
    let isWritten = false;
    for (const each of node.alternatives) {
      const key = templateKey(each);
      if (seen.has(key))
        report("wire-unreachable", each.at, "This alternative stands here a second time.");
      else if (isWritten && isConstant(each))
        report("wire-unreachable", each.at, "This alternative is never written, and never read.", {
          help: "One before it is always there.",
        });
      seen.add(key);
      isWritten ||= isConstant(each) || isAlwaysThere(each);
    }
  }
}

function isConstant({ kind }: TemplateNode): boolean {
  return kind === "constant" || kind === "filler";
}

function isAlwaysThere(node: TemplateNode): boolean {
  return (
    node.kind === "variable" &&
    node.conversion === undefined &&
    (node.fallback !== undefined ||
      node.paths.some(([first]) => first === "$message" || first === "$status"))
  );
}

type Inference = WireFormat["infer"][number];

function checkInferences(format: WireFormat, catalog: Catalog, report: ChoiceReport): void {
  const rows = new Map(resolveRows(format, catalog).map((row) => [row.entry.code, row]));
  const byStatus = new Map<string, Inference[]>();
  for (const each of format.infer) {
    const before = byStatus.get(each.status) ?? [];
    byStatus.set(each.status, [...before, each]);
    const { at, status, code } = each;
    if (/^[123]/.test(status) && before.length === 0)
      report("wire-unreachable", at, "Codes are inferred from statuses from 400 to 599 alone.");
    const first = before.find((other) => hides(other, each, format, rows));
    if (first !== undefined) reportHidden(each, first, code.at, report);
  }
  if (format.infersUnknown && format.infer.length === 0)
    report(
      "wire-unreachable",
      format.name.at,
      "`unknown: infer` infers nothing: the format has no `infer`.",
      { help: "Such as `infer: { 404: not_found, 5xx: internal_error }`." },
    );
}

function reportHidden(
  { code, status }: Inference,
  first: Inference,
  at: Span,
  report: ChoiceReport,
): void {
  if (first.code.value === code.value)
    report("wire-unreachable", at, `${code.value} is inferred from ${status} already.`);
  else
    report(
      "wire-unreachable",
      at,
      `${code.value} is never inferred: no answer fits it better than ${first.code.value}.`,
      { help: "Say in `when` what its answers look like, or give it a body of its own." },
    );
}

/** Whether the first is chosen wherever the second could be. */
function hides(
  first: Inference,
  second: Inference,
  format: WireFormat,
  rows: ReadonlyMap<string, ResolvedRow>,
): boolean {
  const whenOf = ({ when }: Inference) => when && JSON.stringify(conditionParts(when));
  const isSameWhen = whenOf(first) === whenOf(second);
  if (first.code.value === second.code.value) return first.when === undefined || isSameWhen;
  const [one, other] = [rows.get(first.code.value), rows.get(second.code.value)];
  if (one === undefined || other === undefined || !isSameWhen) return false;
  const bodyOf = ({ row }: ResolvedRow) => row?.body && templateKey(row.body);
  const fieldsOf = ({ entry }: ResolvedRow) => JSON.stringify(placedFields(entry, format));
  const has = ({ entry }: ResolvedRow) =>
    entry.statuses.some(({ value }) => matches(value, first.status));
  return (
    bodyOf(one) === bodyOf(other) &&
    fieldsOf(one) === fieldsOf(other) &&
    JSON.stringify(one.row?.columns ?? {}) === JSON.stringify(other.row?.columns ?? {}) &&
    // Of a class one status may be that of the first, and another that of the second.
    (!has(other) || (has(one) && /^\d+$/.test(first.status)))
  );
}

function conditionParts(when: NonNullable<Inference["when"]>): readonly unknown[] {
  const { status, headers, body } = when;
  return [status, headers && templateKey(headers), body && templateKey(body)];
}

function matches(status: number, wanted: string): boolean {
  return wanted === String(status) || wanted === `${Math.floor(status / 100)}xx`;
}

/** The fields of an entry that the format reads somewhere, with their types. */
function placedFields({ fields }: Entry, format: WireFormat): readonly string[] {
  const places = everyPlace(format);
  return fields
    .filter(({ name }) => places.some((place) => names(place, name) || names(place, "$fields")))
    .map(({ name, optional, type }) => JSON.stringify([name, optional, type.kind]));
}
