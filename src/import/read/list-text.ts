/** Bytes of a list → text. Spreadsheets write UTF-16 too. */
import { collect } from "../../diagnostics/report.js";
import { decodeFile } from "../../load/decode-file.js";
import { loadRules } from "../../load/load-rules.js";
import type { SourceFile } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";

/** The text of a list, without a byte order mark. Undefined where it is none, which is noted. */
export function listText(path: string, bytes: Uint8Array, note: TakeNote): SourceFile | undefined {
  const encoding = utf16Of(bytes);
  if (encoding !== undefined) {
    const file = { path, text: new TextDecoder(encoding).decode(bytes) };
    note(
      "text-mended",
      { file, start: 0, end: 0 },
      `The list is ${encoding.toUpperCase()}; what is written from it is UTF-8.`,
    );
    return file;
  }
  const { report, diagnostics } = collect(loadRules);
  const { file, readable } = decodeFile({ path, shownPath: path, content: bytes }, report);
  for (const { at, message, help } of diagnostics)
    note("list-unread", at, message, help === undefined ? {} : { help: "Save it as UTF-8." });
  return readable ? file : undefined;
}

/** By the byte order mark, or by the zeros that ASCII has in UTF-16. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? "utf-16be" : undefined;
}
