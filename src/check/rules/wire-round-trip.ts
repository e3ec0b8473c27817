/** A wire format reads what it writes. */
import { quoted, shortened } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import {
  bodyOf,
  type Placement,
  placementOf,
  saysCode,
  type TemplatePlace,
} from "../../model/placement.js";
import type { Span } from "../../model/source.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { Proofs } from "../../wire/proofs.js";
import { type Loss, lossesOf } from "../../wire/round-trip.js";
import { type Complain, defineRule } from "../rule.js";

export const wireRoundTrip = defineRule({
  name: "wire-round-trip",
  severity: "error",
  summary: "A wire format reads what it writes, or says that nobody reads it.",
  lowerable: true,
  running: (catalog, report, proofs) => {
    for (const format of catalog.wireFormats)
      if (format.reads) proveFormat({ format, catalog, proofs }, report);
  },
});

/** What is to be proven. */
interface Claim {
  readonly format: WireFormat;
  readonly catalog: Catalog;
  readonly proofs: Proofs | undefined;
}

function proveFormat({ format, catalog, proofs }: Claim, report: Complain): void {
  const seen = new Set<string>();
  for (const loss of lossesOf(format, catalog, proofs)) {
    if (catalog.consumes !== undefined && !isUnread(loss, format)) continue;
    const placement = placementOf(loss.resolved, format);
    const at = placeOf(loss, format, placement);
    // What a template loses it loses for every code that has it.
    const key = `${at.start} ${at.end} ${at.file.path} ${typeof loss.what === "string" ? loss.what : loss.what[0]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    report(at, messageOf(loss, format), { help: helpOf(loss, placement) });
  }
}

/**
 * Whether answers with the code cannot be read. Of answers that nobody makes that alone counts, and only where there is a
 * body to prove it by: what is read in other bodies alone says nothing of what it would be written as.
 */
function isUnread({ asAnother, resolved }: Loss, format: WireFormat): boolean {
  return asAnother && bodyOf(resolved, format) !== undefined;
}

function placeOf({ resolved, what }: Loss, format: WireFormat, placement: Placement): Span {
  const { entry, row } = resolved;
  if (format.builtIn) {
    const field = entry.fields.find(({ name }) => typeof what !== "string" && name === what[0]);
    return field?.at ?? entry.at;
  }
  const name = typeof what === "string" ? `$${what}` : what[0];
  const place = [...placement.body, ...placement.headers].find(({ variable }) =>
    variable.paths.some(([first]) => first === name),
  );
  const spans = [place?.variable.at, row?.at, bodyOf(resolved, format)?.at];
  // Of a built-in format that the catalog configures the template stands in no file.
  return spans.find((span) => span?.file === format.name.at.file) ?? format.name.at;
}

function messageOf(loss: Loss, format: WireFormat): string {
  const { what, example, wanted, found } = loss;
  const name = shortened(format.name.value);
  const { code } = loss.resolved.entry;
  const shown = example === undefined ? "" : ` in the example ${quoted(shortened(example))}`;
  const became = `${shortened(wanted)} became ${shortened(found)}`;
  if (what === "code") return `${name} does not read back ${code}${shown}: ${became}.`;
  if (what === "message")
    return `${name} does not read back the message of ${code}${shown}: ${became}.`;
  if (what === "others")
    return `${name} does not read back an error beside ${code}${shown}: ${became}.`;
  if (what === "bytes")
    return `${name} reads ${code}${shown} and writes it in another way then: ${became}.`;
  return `${name} does not read back the field ${quoted(what.join("."))} of ${code}${shown}: ${became}.`;
}

function helpOf({ what, answer }: Loss, { body, headers }: Placement): string {
  const hint = hintOf(what, body, headers);
  return `${hint}The answer is ${shortened(answer)}`;
}

function hintOf(
  what: Loss["what"],
  body: readonly TemplatePlace[],
  headers: readonly TemplatePlace[],
): string {
  if (what === "code" && !body.some(saysCode) && !headers.some(saysCode))
    return "Give the code a place of its own, `$code`; or write `code: null` and a status in `infer`. ";
  if (typeof what !== "string")
    return "Write it as it is, or in parts that make the whole; or add it to `omits`; or say `reads: false` of a format that nobody reads. ";
  return "";
}
