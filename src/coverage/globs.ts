/** Matches paths against globs: `**`, `*`, `?` and `{a,b}`. */

/** The files that are tests, unless somebody says otherwise. */
export const defaultTests: readonly string[] = [
  "**/*.{test,spec}.*",
  "**/*.test-d.*",
  "**/{test,tests,__tests__}/**",
];

/** Whether a path with `/` matches one of the globs. */
export function matchesAny(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map((glob) => new RegExp(`^${source(tidy(glob))}$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

// Several `**` in a row mean what one means, and would match in very many ways.
function tidy(glob: string): string {
  return glob
    .replace(/^\.\//, "")
    .replace(/(\*\*\/)+/g, "**/")
    .replace(/\*{3,}/g, "**");
}

function source(glob: string): string {
  let open = 0;
  // `**/` may stand for no folder at all. A folder's name ends at the next `/`, so nothing can match in two ways.
  return (
    glob.replace(/\*\*\/|\*\*|\*|\?|[{},]|[.+^$()|[\]\\]/g, (part) => {
      switch (part) {
        case "**/":
          return "(?:[^/]*/)*";
        case "**":
          return ".*";
        case "*":
          return "[^/]*";
        case "?":
          return "[^/]";
        case "{":
          open += 1;
          return "(?:";
        case "}":
          if (open === 0) return "\\}";
          open -= 1;
          return ")";
        case ",":
          return open > 0 ? "|" : ",";
        default:
          return `\\${part}`;
      }
    }) + ")".repeat(open)
  );
}
