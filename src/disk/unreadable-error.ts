/** What belongs to a catalog and cannot be read. */

/** Why it could not be read; the message is for the user. */
export class UnreadableError extends Error {
  override readonly name: string = "UnreadableError";
}
