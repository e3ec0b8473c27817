/** What people and agents are told about codes, besides what an answer says. */
import { detach, own } from "./own-member.js";

/** What the catalog says about a code. Its own text alone: nothing of a request is in it. */
export interface CodeGuidance {
  readonly title: string;
  readonly meaning: string;
  readonly causes: readonly string[];
  readonly fixes: readonly string[];
  /** Who can do something about it. */
  readonly resolver: string;
  /** Whether trying again can help; null where the catalog does not say. */
  readonly retry: "never" | "after" | "backoff" | null;
  /** The address of the page about the code, where the catalog has one. */
  readonly page?: string;
}

/** What the catalog says about its codes. The generated module `guidance` has one. */
export interface Guidance {
  readonly catalog: string;
  /** Undefined for a code that the catalog does not have. */
  of(code: string): CodeGuidance | undefined;
}

/**
 * The guidance of a catalog. Generated modules call it once.
 *
 * @param entries code → its {@link CodeGuidance} as JSON: few codes are ever asked for, so each is read when it is.
 */
export function guidance(catalog: string, entries: Readonly<Record<string, string>>): Guidance {
  return {
    catalog,
    of(code) {
      const json = own(entries, code);
      return json === undefined ? undefined : (detach(JSON.parse(json)) as CodeGuidance);
    },
  };
}
