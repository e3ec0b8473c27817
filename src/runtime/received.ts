/** An answer as it arrived. */

/** Header names in lower case; a header that came more than once is joined with ", ". */
export type ReceivedHeaders = Readonly<Record<string, string>>;

/** What an error was decoded from, kept so that nothing that arrived is lost. */
export interface Received {
  /** The HTTP status that arrived; 0 where there was none. */
  readonly status: number;
  readonly headers: ReceivedHeaders;
  /** The parsed JSON, the text where it was none, or the bytes where they were no text. */
  readonly body: unknown;
  /** The wire format that read it: encoding for the same one gives the answer back. */
  readonly wire?: string;
  /** When it was read, in milliseconds since 1970, where the delay in it is a date. */
  readonly at?: number;
  /** Seconds to wait, where the answer says so beside the fields of its code. */
  readonly delay?: number;
}

/** Why a value was refused. The shape of a Standard Schema issue. */
export interface Issue {
  /** Says what was expected. */
  readonly message: string;
  /** Member names and element numbers from the error's fields inwards. */
  readonly path: readonly (string | number)[];
}
