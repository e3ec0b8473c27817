/** Bytes → text, with what is wrong with the bytes. */

import type { SourceFile } from "../model/source.js";
import type { Report } from "./load-rules.js";

/** A file of a catalog as it was found. */
export interface CatalogFile {
  /** Relative to the catalog's folder, with `/`. */
  readonly path: string;
  /** The path to show in diagnostics. */
  readonly shownPath: string;
  readonly content: Uint8Array | string;
}

/** Files above this many bytes are not read. */
export const maxFileBytes: number = 16 * 1024 * 1024;

/** The most bytes that are read of what errdex writes, which nobody can split: a ledger of some 300,000 codes. */
export const maxLedgerBytes: number = 256 * 1024 * 1024;

/** The files of a catalog that errdex writes itself, in JSON, by their kinds. */
export const writtenFiles = { released: "released.json", baseline: "baseline.json" } as const;

/** Whether errdex writes the file of a catalog itself, by its path in the catalog's folder. */
export function isWrittenFile(path: string): boolean {
  return Object.values<string>(writtenFiles).includes(path);
}

/** The most bytes of a file that are read, by its path in the catalog's folder. */
export function maxBytesOf(path: string): number {
  return isWrittenFile(path) ? maxLedgerBytes : maxFileBytes;
}

/** A file, and whether its text can be read. */
export interface DecodedFile {
  readonly file: SourceFile;
  readonly readable: boolean;
}

/** The text of a file. Where the file cannot be one, says why. */
export function decodeFile({ path, shownPath, content }: CatalogFile, report: Report): DecodedFile {
  const empty = { path: shownPath, text: "" };
  const most = maxBytesOf(path);
  if (content.length > most) {
    const help =
      most === maxFileBytes
        ? "Split it: any number of files may share a category."
        : "Take the last good version from your history, or split the catalog.";
    const what = `The file has more than ${most / 2 ** 20} MiB, and is not read.`;
    report("file-size", { file: empty, start: 0, end: 0 }, what, { help });
    return { file: empty, readable: false };
  }
  // The byte order mark is dropped, as decoding bytes does.
  if (typeof content === "string")
    return { file: { path: shownPath, text: content.replace(/^\ufeff/, "") }, readable: true };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return { file: { path: shownPath, text }, readable: true };
  } catch {
    const file = { path: shownPath, text: new TextDecoder().decode(content) };
    const start = validPrefix(content).length;
    report("file-encoding", { file, start, end: start + 1 }, "The file is not UTF-8 from here on.");
    return { file, readable: false };
  }
}

function validPrefix(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  const decode = (length: number) =>
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      decode(middle);
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return decode(low);
}
