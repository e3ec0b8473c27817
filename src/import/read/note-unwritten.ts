/** What a source works out when it runs, and what an import says of it. */
import type { Syntax } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";
import { quoted, shortened } from "../../diagnostics/suggest.js";
import type { Span } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";

/** Says that what stands at a place was not taken. */
export function noteUnwritten(at: Span, note: TakeNote): void {
  const written = at.file.text.slice(at.start, at.end).split("\n", 1).join("");
  note(
    "part-left",
    at,
    `${quoted(shortened(written))} is not written out here, and was not taken.`,
  );
}

/** `null` and `undefined`: nothing is lost of them. */
export function isNothing(expression: Syntax): boolean {
  const node = unwrap(expression);
  return (
    (node.type === "Literal" && node.value === null) ||
    (node.type === "Identifier" && node.name === "undefined")
  );
}
