/** The closed list of what coverage finds. A name, once released, keeps its meaning. */

/** What coverage finds, each with one sentence: what is wanted. */
export const coverageKinds = {
  unknown: "A text that stands where a code belongs is a code of the catalog.",
  undeclared: "A function raises only what its operation declares.",
  unraised: "A code of the catalog is raised somewhere.",
  unhandled: "A code of the catalog is handled somewhere.",
  untested: "A code of the catalog is met by a test.",
  unseen: "Nothing that has to do with errors is hidden from coverage.",
} as const;

/** A kind of what coverage finds. */
export type CoverageKind = keyof typeof coverageKinds;

/** Whether it is one of the names. */
export function isCoverageKind(name: string): name is CoverageKind {
  return Object.hasOwn(coverageKinds, name);
}
