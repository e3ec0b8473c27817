/** Changes for people and for programs. */
import { escapeForTerminal } from "../diagnostics/escape.js";
import { firstOfEach, kindsText } from "../diagnostics/first-of-each.js";
import { type Colors, count } from "../diagnostics/format-text.js";
import { bumpOf, type Change, isRefused } from "../diff/changes/change.js";
import { placeFinder, type Span } from "../model/source.js";
import type { Host } from "./host.js";

/** Changes with their places and whom they hurt, the first of each kind or all, and what they ask of the version. */
export function changesText(changes: readonly Change[], { colors, whole }: Host): string {
  const first = firstOfEach(changes, (change) => kindText(change, colors));
  const placeOf = placeFinder();
  const place = (at: Span | undefined) => {
    if (at === undefined) return "";
    const { line, column } = placeOf(at);
    return `${escapeForTerminal(at.file.path)}:${line}:${column}`;
  };
  const blocks = (whole ? changes : first.shown).map((change) => {
    const { message, help, location, before, suppressed, producers, consumers } = change;
    const was = before !== undefined && before !== location ? [place(before)] : [];
    const where = place(location);
    return [
      `${where === "" ? "" : `${colors.bold(where)} `}${kindText(change, colors)} ${escapeForTerminal(message)}`,
      `  ${colors.dim("producers:")} ${producers}, ${colors.dim("consumers:")} ${consumers}`,
      ...was.map((text) => `  ${colors.cyan("before:")} ${text}`),
      ...(suppressed === undefined
        ? []
        : [`  ${colors.cyan("accepted:")} ${escapeForTerminal(suppressed)}`]),
      ...(help === "" || suppressed !== undefined
        ? []
        : [`  ${colors.cyan("help:")} ${escapeForTerminal(help)}`]),
    ].join("\n");
  });
  const cut = whole || first.more.size === 0 ? [] : [kindsText(first, "--all")];
  return [...blocks, ...cut, changesSummary(changes)].join("\n\n");
}

/** `3 changes, 1 of them refused: major`. */
function changesSummary(changes: readonly Change[]): string {
  const refused = changes.filter(isRefused).length;
  const of = refused === 0 ? "" : `, ${refused} of them refused`;
  return `${count(changes.length, "change")}${of}: ${bumpOf(changes)}`;
}

function kindText(change: Change, colors: Colors): string {
  return `${label(change, colors)} ${colors.dim(change.id)}`;
}

function label(change: Change, { red, yellow, green, dim }: Colors): string {
  if (isRefused(change)) return red("refused");
  if (change.suppressed !== undefined) return dim("accepted");
  if (change.producers === "breaks" || change.consumers === "breaks") return red(change.bump);
  return (change.bump === "minor" ? yellow : green)(change.bump);
}

/** `{ bump, changes: [{ id, code?, path, producers, consumers, bump, message, help?, location, before }] }`. */
export function changesJson(changes: readonly Change[]): string {
  return JSON.stringify({ bump: bumpOf(changes), changes: changesData(changes) }, null, 2);
}

/** Changes as data. */
export function changesData(changes: readonly Change[]): readonly object[] {
  const placeOf = placeFinder();
  const place = (at: Span | undefined) => at && { path: at.file.path, ...placeOf(at) };
  return changes.map((change) => ({
    id: change.id,
    code: change.code,
    path: change.path,
    producers: change.producers,
    consumers: change.consumers,
    bump: change.bump,
    message: change.message,
    help: change.help === "" ? undefined : change.help,
    suppressed: change.suppressed,
    location: place(change.location) ?? null,
    before: place(change.before) ?? null,
  }));
}
