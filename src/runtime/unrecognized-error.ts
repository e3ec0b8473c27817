/** What decoding gives for an answer that the catalog does not know. */
import type { CatalogError } from "./catalog-error.js";
import { decodedErrorOf } from "./decoded-error.js";
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

/** Makes an {@link UnrecognizedError}. Its status is the one that was received, unless another is given. */
export function unrecognizedError(
  issues: readonly Issue[],
  received: Received,
  receivedCode?: string,
  message?: string,
  ownStatus?: number,
): UnrecognizedError {
  const status = ownStatus ?? received.status;
  const entry = { catalog: "", code: "unrecognized", status, fields: ["receivedCode"] };
  const text = message ?? unrecognizedMessage(status, receivedCode);
  const fields = receivedCode === undefined ? {} : { receivedCode };
  return decodedErrorOf(entry, text, status, fields, { received, issues }) as UnrecognizedError;
}

/** What an error says of which nothing is known, for developers. */
export function unrecognizedMessage(status: number, receivedCode: string | undefined): string {
  const answer = status === 0 ? "The answer" : `The answer with status ${status}`;
  return receivedCode === undefined
    ? `${answer} is not an error that this catalog describes.`
    : `${answer} has the code ${JSON.stringify(receivedCode)}, which was not recognized.`;
}
