/** What `errdex import` says of a list: what was taken, guessed, mended, left out, kept, and what could not be taken. */
import { escapeForTerminal } from "../diagnostics/escape.js";
import { firstOfEach, kindsText } from "../diagnostics/first-of-each.js";
import { count } from "../diagnostics/format-text.js";
import { quoted } from "../diagnostics/suggest.js";
import type { Imported } from "../import/import-list.js";
import { type ImportNote, type NoteKind, noteKinds } from "../import/import-note.js";
import { placeFinder, type Span } from "../model/source.js";
import { findingsText } from "./findings-text.js";
import type { Host } from "./host.js";
import { shown } from "./report-folders.js";

/** An import that was made, or would be. */
export interface ImportReport {
  /** As somebody typed it. */
  readonly list: string;
  readonly imported: Imported;
  /** The files that were written, or would be. */
  readonly paths: readonly string[];
  readonly isDryRun: boolean;
}

const headings: Readonly<Record<Exclude<NoteKind, "refused">, string>> = {
  guessed: "Guessed, so look it over",
  mended: "Mended",
  "left-out": "Left out",
  kept: "Kept",
};

/** For people: the first ten of each kind of note. */
export function importText(report: ImportReport, host: Host): string {
  const { list, imported, paths, isDryRun } = report;
  const columns = [...imported.columns].map(([key, name]) => `${key} is ${quoted(name)}`);
  const { taken, added, updated } = imported;
  const news = added === taken ? "" : `, ${added} new, ${updated} updated`;
  const read = `${list}: ${count(taken, "code")}${news}${columns.length === 0 ? "" : `; ${columns.join(", ")}`}.`;
  const verb = isDryRun ? "would write" : "wrote";
  const files = paths.map((path) => `${host.colors.green(verb)} ${shown(path, host)}`);
  const blocks = noteKinds.flatMap((kind) => {
    const notes = imported.notes.filter((note) => note.kind === kind);
    if (notes.length === 0) return [];
    return kind === "refused"
      ? [`${host.colors.bold("Could not be taken")}\n\n${findingsText(notes, host)}`]
      : [`${host.colors.bold(headings[kind])}\n${listed(notes, host)}`];
  });
  const end = files.length === 0 ? "Nothing to write." : files.join("\n");
  return `${[escapeForTerminal(read), ...blocks.reverse(), end].join("\n\n")}\n`;
}

function listed(notes: readonly ImportNote[], { whole = false }: Host): string {
  const placeOf = placeFinder();
  const first = firstOfEach(notes, ({ rule }) => rule);
  const lines = (whole ? notes : first.shown).map(({ at, message, help }) => {
    const { line, column } = placeOf(at);
    return `  ${escapeForTerminal(`${at.file.path}:${line}:${column} ${message}${help === undefined ? "" : ` ${help}`}`)}`;
  });
  return [
    ...lines,
    ...(whole || first.more.size === 0
      ? []
      : [`  ${kindsText(first, "--all").replaceAll("\n", "\n  ")}`]),
  ].join("\n");
}

/** For programs: all notes. */
export function importJson({ list, imported, paths, isDryRun }: ImportReport, host: Host): string {
  const placeOf = placeFinder();
  const place = (at: Span) => ({ path: at.file.path, ...placeOf(at) });
  const document = {
    list,
    codes: { listed: imported.taken, added: imported.added, updated: imported.updated },
    columns: Object.fromEntries(imported.columns),
    dryRun: isDryRun,
    files: paths.map((path) => shown(path, host)),
    notes: imported.notes.map(({ kind, rule, code, message, help, at, related = [] }) => ({
      ...{ kind, rule, code, message, help },
      ...place(at),
      related: related.map((other) => ({ message: other.message, ...place(other.at) })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
