/** Matches paths against globs: `**`, `*`, `?` and `{a,b}`. */

/** The files that are tests, unless somebody says otherwise. */
export const defaultTests: readonly string[] = [
  "**/*.{test,spec}.*",
  "**/*.test-d.*",
  "**/{test,tests,__tests__}/**",
];

/** Whether a path with `/` matches one of the globs. */
export function matchesAny(globs: readonly string[]): (path: string) => boolean {
  const machines = globs.map((glob) => machineOf(glob.replace(/^\.\//, "")));
  return (path) => machines.some((machine) => accepts(machine, path));
}

/** What may come next at a place of a glob: a character, then another place; or nothing, then others. */
type Place =
  | { readonly kind: "char"; readonly char: string; readonly next: number }
  | { readonly kind: "name" | "any"; readonly next: number }
  | { readonly kind: "fork"; readonly nexts: number[] };

/** Places by number. The first is where a path begins, the last where it has matched. */
type Machine = readonly Place[];

// A machine that is at several places at once: a regular expression would try the ways of `*a*a*b` one after the other,
// and they are as many as a path's length to the power of its stars.
function machineOf(glob: string): Machine {
  const places: Place[] = [];
  const open: { readonly fork: number[]; readonly ends: number[][] }[] = [];
  const fork = (...nexts: number[]): number[] => {
    places.push({ kind: "fork", nexts });
    return nexts;
  };
  for (const [part] of glob.matchAll(/(?:\*{2,}\/)+|\*{2,}|./gsu)) {
    const at = places.length;
    const group = open.at(-1);
    if (/^\*.*\/$/.test(part)) {
      // No folder at all, or names that each end with a slash.
      fork(at + 1, at + 4);
      fork(at + 2, at + 3);
      places.push({ kind: "name", next: at + 1 }, { kind: "char", char: "/", next: at });
    } else if (part.startsWith("**")) {
      fork(at + 1, at + 2);
      places.push({ kind: "any", next: at });
    } else if (part === "*") {
      fork(at + 1, at + 2);
      places.push({ kind: "name", next: at });
    } else if (part === "?") places.push({ kind: "name", next: at + 1 });
    else if (part === "{") open.push({ fork: fork(at + 1), ends: [] });
    else if (part === "," && group !== undefined) {
      group.ends.push(fork());
      group.fork.push(places.length);
    } else if (part === "}" && group !== undefined) {
      open.pop();
      for (const end of group.ends) end.push(at);
    } else places.push({ kind: "char", char: part, next: at + 1 });
  }
  for (const { ends } of open) for (const end of ends) end.push(places.length);
  return places;
}

function accepts(machine: Machine, path: string): boolean {
  let current = reached(machine, [0]);
  for (const char of path) {
    const nexts: number[] = [];
    for (const at of current) {
      const place = machine[at];
      if (place === undefined || place.kind === "fork") continue;
      const fits =
        place.kind === "char" ? place.char === char : place.kind === "any" || char !== "/";
      if (fits) nexts.push(place.next);
    }
    if (nexts.length === 0) return false;
    current = reached(machine, nexts);
  }
  return current.has(machine.length);
}

/** The places that are reached without reading anything. */
function reached(machine: Machine, starts: number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = starts.pop(); at !== undefined; at = starts.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const place = machine[at];
    if (place?.kind === "fork") for (const next of place.nexts) starts.push(next);
  }
  return found;
}
