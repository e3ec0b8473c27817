/**
 * Which generated modules this runtime runs.
 *
 * A module has the number of what it asks of the runtime in the name of the function that it begins with, and in that
 * name what to do where it is missing: an older runtime has no function for a newer module, and whoever links the two,
 * Node, a bundler or TypeScript, says which name is not there. The number goes up whenever a module asks for something
 * that the runtime before did not have, or means something else by it.
 */

/** Begins a module of version 1. Gives the name of its catalog. */
export function upgradeErrdexForModules1(catalog: string): string {
  return catalog;
}

/**
 * Begins a module of a version that no longer runs: of version 0, which were the modules before they had a number.
 *
 * @throws Error always, and says what to do.
 */
export function upgradeErrdexForModules0(catalog: string): string {
  throw new Error(
    `The module of the catalog ${JSON.stringify(catalog)} was built by an older errdex than the one that runs it. ` +
      "Build it again with this one (`errdex build`), or upgrade the package that it comes with.",
  );
}
