/** Works on many files, a few at a time. */

/** How many files are open at a time: a site has thousands. */
const atOnce = 16;

/** The results in the order of the items. */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let done = 0; done < items.length; done += atOnce) {
    // All of a batch end before one that failed is reported: nothing may appear after the clean-up.
    const ended = await Promise.allSettled(items.slice(done, done + atOnce).map(work));
    for (const each of ended) {
      if (each.status === "rejected") throw each.reason;
      results.push(each.value);
    }
  }
  return results;
}
