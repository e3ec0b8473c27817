/** What of an object is written. */

/** The members that have a value: null and undefined are left out. */
export function presentMembers(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
}
