/** What decoding gives for an answer that the catalog does not know. */
import type { CatalogError } from "./catalog-error.js";
import { decodedErrors, type Origin } from "./decoded-error.js";
import type { Issue, Received } from "./received.js";

/**
 * An unknown code, a known code with broken required fields, or an answer that is no error body at all.
 * A member of every union that decoding returns, so that clients survive codes that came after them.
 */
export interface UnrecognizedError extends CatalogError {
  readonly code: "unrecognized";
  /** The code as the wire spells it, where there was any. */
  readonly receivedCode?: string;
  /** What is wrong with the fields, where the code is known. */
  readonly issues: readonly Issue[];
  readonly received: Received;
}

const fields = ["receivedCode"];

/** Makes an {@link UnrecognizedError}. */
export function unrecognizedError(
  origin: Origin,
  status: number,
  receivedCode?: string,
  message: string = unrecognizedMessage(status, receivedCode),
): UnrecognizedError {
  const make = decodedErrors({ catalog: "", code: "unrecognized", status, fields });
  return make(message, status, [receivedCode], origin) as UnrecognizedError;
}

/** What an error says of which nothing is known, for developers. */
export function unrecognizedMessage(status: number, receivedCode: string | undefined): string {
  const answer = status === 0 ? "The answer" : `The answer with status ${status}`;
  return receivedCode === undefined
    ? `${answer} is not an error that this catalog describes.`
    : `${answer} has the code ${JSON.stringify(receivedCode)}, which was not recognized.`;
}
