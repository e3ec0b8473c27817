/** What an answer to a failure needs to know of a request, whatever framework received it. */

/** A request. */
export interface ServerRequest {
  /** Upper case, as HTTP has it. */
  readonly method: string;
  /** The path, with its query or without. */
  readonly url: string;
  /** What a header says; several of one name are joined with ", ". */
  header(name: string): string | null | undefined;
  /** Whether nobody waits for the answer any more. */
  readonly isGone?: boolean | undefined;
}

/** The path of a request, without query and fragment. */
export function pathOf({ url }: ServerRequest): string {
  const path = /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)/i.exec(url)?.[1];
  return path || "/";
}
