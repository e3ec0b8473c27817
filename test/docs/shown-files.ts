/** The files that a page about a rule shows. */
import { readFileSync } from "node:fs";
import { root } from "../shipped-catalog.js";
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

/** What a page says that `errdex check` says of the catalog that fails: a block of text, each complaint with its place. */
export function saidIn(page: string): readonly string[] | undefined {
  const block = fencesOf(page).find(({ language }) => language === "text");
  return block?.code.trimEnd().split("\n");
}

/** Whether the page of a rule says what is said of its failing catalog. */
export function pageSays(rule: string): boolean {
  return saidIn(readFileSync(`${root}docs/rules/${rule}.md`, "utf8")) !== undefined;
}
