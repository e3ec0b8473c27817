/** What a kind of change is about, for a terminal and as a page. */
import type { Colors } from "../diagnostics/format-text.js";
import { type ChangeKind, changeKinds } from "../diff/changes/change-kinds.js";

/** In the terminal: what changed, whom it hurts, what to do instead, and where to read on. */
export function changeText(id: ChangeKind, { bold, dim }: Colors): string {
  const { producers, bump, onceAccepted } = changeKinds[id];
  const version = producers === "refused" ? producers : bump;
  const said = partsOf(id).map(([label, text]) => (label === "" ? text : `${dim(label)} ${text}`));
  return `${bold(id)} (${onceAccepted === undefined ? version : "refused until accepted"})\n${said.join("\n")}\n`;
}

/** The same in Markdown. */
export function changePage(id: ChangeKind): string {
  const said = partsOf(id).map(([label, text]) => `${label} ${text}`.trim());
  return `# ${id}\n\n${said.join("\n\n")}\n`;
}

function partsOf(id: ChangeKind): readonly (readonly [label: string, text: string])[] {
  const { summary, producers, consumers, reason, help } = changeKinds[id];
  return [
    ["", `${summary} ${reason}`],
    ["For those who construct errors:", effects[producers]],
    ["For those who decode them:", effects[consumers]],
    ...(help === "" ? [] : [["Instead:", help] as const]),
    ["Page:", `docs/compatibility.md#${id}`],
  ];
}

const effects = {
  safe: "safe",
  notice: "to be noticed, in source or in behaviour",
  breaks: "breaks them",
  refused: "refused, whatever the version",
};
