/** Keeps the memory of large catalogs near what they need. */
import { setFlagsFromString } from "node:v8";
import type { CatalogFile } from "../load/decode-file.js";

/** Catalogs with more bytes are large: some 10,000 codes. */
const large = 2 ** 23;

/**
 * Lets the heap grow in small steps from here on, where the files are many. By itself it grows to more than twice what
 * is in use before anything is collected, which for 100,000 codes is gigabytes.
 */
export function spareMemory(files: readonly CatalogFile[]): void {
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  if (bytes > large) setFlagsFromString("--heap-growing-percent=15");
}
