/** What is thrown where errdex made a file that does not parse. */

/** What was emitted does not parse: a bug in errdex, but the message says all that its stack would. */
export class BrokenOutputError extends Error {
  override readonly name = "BrokenOutputError";
}
