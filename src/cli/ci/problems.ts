/** Collects what could not be looked at, so that the rest still is. */
import { isForUser } from "../say-error.js";

/** Problems of one run. */
export interface Problems {
  readonly all: readonly Error[];
  /** Does the work, and remembers what kept it from being done. Bugs go on. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
}

/** None yet. */
export function noProblems(): Problems {
  const all: Error[] = [];
  return {
    all,
    attempt: async (work) => {
      try {
        return await work();
      } catch (error) {
        if (!isForUser(error)) throw error;
        all.push(error);
        return undefined;
      }
    },
  };
}
