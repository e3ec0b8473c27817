/**
 * What `formats/<name>/cases.json` says: answers of APIs in production, and what they mean.
 *
 * Bodies are shortened, and values in them partly made up; names and codes are real. What is expected stands in the
 * documents that `sources` names. It is not what errdex answers: a catalog may be rewritten, its cases may not.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Answer } from "../../src/runtime/index.js";

/** Values by the name of a field. */
export type Fields = Readonly<Record<string, unknown>>;

/** Headers of an answer, in whatever case. */
export type Headers = Readonly<Record<string, string>>;

/** The cases of one format. */
export interface Cases {
  readonly format: string;
  readonly title: string;
  /** The documents that say what is expected. */
  readonly sources: readonly string[];
  /** The wire format of the catalog that is looked at; without it the catalog's own. */
  readonly wire?: string;
  readonly decode: readonly DecodeCase[];
  readonly encode: readonly EncodeCase[];
}

/** An answer, what it is decoded as, and what is written of that again. */
export interface DecodeCase {
  readonly name: string;
  /** Constructs that no ordinary JSON format needs, such as `xml`, `several` or `code-path`. */
  readonly needs?: readonly string[];
  readonly answer: Answer & { readonly headers?: Headers };
  readonly expect: DecodeExpectation;
  /** `false` where passing the error through need not give the answer's status and body back. */
  readonly roundtrip?: boolean;
  /** What is written of the text alone: the body that came, or another one. */
  readonly anew?: unknown;
  /** The status that goes with `anew`; without it that of the answer. */
  readonly anewStatus?: number;
  readonly anewHeaders?: Headers;
}

/** What an error has; what is not named may be anything. */
export interface DecodeExpectation {
  /** That of the catalog, or `unrecognized`. There is one unless the answer is a success. */
  readonly code?: string;
  /** All public fields, exactly. */
  readonly fields?: Fields;
  readonly message?: string;
  readonly status?: number;
  readonly inferred?: boolean;
  readonly receivedCode?: string;
  /** What `retryDelay` says, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Nothing arrived broken. */
  readonly noIssues?: true;
  /** The other errors of an answer that has several, in order. */
  readonly others?: readonly {
    readonly code: string;
    readonly fields?: Fields;
    readonly message?: string;
  }[];
  /** The answer is no error, whatever it is decoded as. */
  readonly success?: true;
}

/** An error, and what is written of it. */
export interface EncodeCase {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly error: {
    readonly code: string;
    readonly fields?: Fields;
    readonly message?: string;
    readonly status?: number;
  };
  readonly expect: {
    readonly status?: number;
    readonly body?: unknown;
    /** Headers that are there among others. */
    readonly headers?: Headers;
  };
  /** `false` where what is written need not be decoded as the same code with the same fields. */
  readonly back?: boolean;
}

/** The folder that has a folder for each format, with a slash at its end. */
export const formatsFolder: string = fileURLToPath(new URL("formats/", import.meta.url));

/** The cases of a format. @throws where there is no such format. */
export function casesOf(format: string): Cases {
  return JSON.parse(readFileSync(`${formatsFolder}${format}/cases.json`, "utf8")) as Cases;
}
