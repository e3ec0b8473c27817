/** Paths such as `items.1.name`, and the steps that they are made of. */

/** The steps joined with `.`; in a step `.` is `\.` and `\` is `\\`. No steps are `""`, one empty step is `\`. */
export function joinPath(steps: readonly string[]): string {
  const path = steps.map((step) => step.replace(/[\\.]/g, "\\$&")).join(".");
  return path === "" && steps.length === 1 ? "\\" : path;
}

/** The steps of a path. `\` before anything but `.` and `\` stands for itself. */
export function splitPath(path: string): readonly string[] {
  if (path === "" || path === "\\") return path === "" ? [] : [""];
  const steps: string[] = [];
  let step = "";
  for (const [piece, escaped] of path.matchAll(/\\([\\.])|[\\.]|[^\\.]+/g)) {
    if (piece !== ".") {
      step += escaped ?? piece;
      continue;
    }
    steps.push(step);
    step = "";
  }
  return [...steps, step];
}
