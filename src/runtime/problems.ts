/** What is wrong with a request, in the shapes that catalogs have for it. */
import { memberIn } from "./own-member.js";
import type { Problem } from "./server-catalog.js";

/** By what problems are told apart: as people write it, or as a JSON Pointer. */
export type ProblemKey = "name" | "pointer";

/** Name → all that is wrong with it, in the order of the problems. */
export function problemLists(
  problems: readonly Problem[],
  by: ProblemKey = "name",
): { readonly [key: string]: readonly string[] } {
  const lists = new Map<string, string[]>();
  for (const problem of problems) {
    const list = lists.get(problem[by]);
    if (list === undefined) lists.set(problem[by], [problem.detail]);
    else list.push(problem.detail);
  }
  // Names come from outside: `__proto__` becomes a member too.
  return Object.fromEntries(lists);
}

/** Name → all that is wrong with it, as one text. */
export function problemTexts(
  problems: readonly Problem[],
  by?: ProblemKey,
): { readonly [key: string]: string } {
  const lists = Object.entries(problemLists(problems, by));
  return Object.fromEntries(lists.map(([key, details]) => [key, details.join(" ")]));
}

/** A text each: `name: detail`, and the detail alone where all of the part is meant. */
export function problemLines(
  problems: readonly Problem[],
  by: ProblemKey = "name",
): readonly string[] {
  return problems.map((problem) =>
    problem[by] === "" ? problem.detail : `${problem[by]}: ${problem.detail}`,
  );
}

/** An object each, with these members; `message` is another name for `detail`. What a problem does not say is left out. */
export function problemRows(
  problems: readonly Problem[],
  members: readonly (keyof Problem | "message")[],
): readonly { readonly [member: string]: string }[] {
  return problems.map((problem) =>
    Object.fromEntries(
      members.flatMap((member) => {
        const value = memberIn(problem, member === "message" ? "detail" : member);
        return value === undefined ? [] : [[member, value]];
      }),
    ),
  );
}
