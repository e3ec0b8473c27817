/** What decoding gives for an answer that the catalog does not know. */
import type { CatalogError } from "./catalog-error.js";
import { withoutStack } from "./create-error.js";
import { DecodedErrorObject } from "./decoded-error.js";
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

/** What an unrecognized error is made from. */
export interface UnrecognizedParts {
  readonly receivedCode?: string;
  readonly message?: string;
  /** Default: the status that was received. */
  readonly status?: number;
  readonly issues: readonly Issue[];
  readonly received: Received;
}

/** Makes an {@link UnrecognizedError}, without a stack: it would show the decoder, not the fault. */
export function unrecognizedError(parts: UnrecognizedParts): UnrecognizedError {
  const { receivedCode, issues, received } = parts;
  const message = parts.message ?? defaultMessage(receivedCode, received.status);
  const status = parts.status ?? received.status;
  const entry = { catalog: "", code: "unrecognized", status, fields: ["receivedCode"] };
  const error = withoutStack(
    () => new DecodedErrorObject(entry, message, status, { received, issues }),
  );
  return Object.assign(error, receivedCode === undefined ? {} : { receivedCode }) as never;
}

function defaultMessage(receivedCode: string | undefined, status: number): string {
  const answer = status === 0 ? "The answer" : `The answer with status ${status}`;
  return receivedCode === undefined
    ? `${answer} is not an error that this catalog describes.`
    : `${answer} has the code ${JSON.stringify(receivedCode)}, which was not recognized.`;
}
