/** Files whose digest is kept when their text is made, so that it need not be made again for that. */
import { createHash } from "node:crypto";
import type { GeneratedFile } from "../model/generated-file.js";

/** A generated file, and what its text comes to. */
export interface DigestedFile extends GeneratedFile {
  /** Undefined where the text cannot be written as it is: half a character is in it. */
  digest(): string | undefined;
}

/** The file, with its digest. */
export function digestedFile(file: GeneratedFile): DigestedFile {
  let known: { readonly digest: string | undefined } | undefined;
  const made = (): string => {
    const { text } = file;
    known ??= { digest: digestOfText(text) };
    return text;
  };
  return {
    path: file.path,
    get text() {
      return made();
    },
    digest: () => {
      if (known === undefined) made();
      return known?.digest;
    },
  };
}

function digestOfText(text: string): string | undefined {
  return /\p{Surrogate}/u.test(text) ? undefined : digestOf(text);
}

/** A name for what the bytes are. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
