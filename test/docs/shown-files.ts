/** The files that a page about a rule shows. */
import { fencesOf } from "./fences.js";

/** Texts by path: of the blocks that begin with `# fails: path`, `# passes: path` or `# released: path`. */
export function filesOf(
  page: string,
  kind: "fails" | "passes" | "released",
): Readonly<Record<string, string>> {
  const marked = fencesOf(page).flatMap(({ code }): [string, string][] => {
    const [first = "", ...rest] = code.split("\n");
    const [, found, path = ""] = /^(?:#|\/\/) (\w+): (\S+)$/.exec(first) ?? [];
    return found === kind ? [[path, rest.join("\n")]] : [];
  });
  return Object.fromEntries(marked);
}
