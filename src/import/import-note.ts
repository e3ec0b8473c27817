/** What an import has to say about a list: what it could not take, guessed, mended, left out or kept. */
import type { Finding } from "../diagnostics/finding.js";
import type { ReportExtras } from "../diagnostics/report.js";
import type { Span } from "../model/source.js";

/** The kinds of notes, in the order of a report. */
export const noteKinds = ["refused", "guessed", "mended", "left-out", "kept"] as const;
/** A kind of note: only what is refused is a finding. */
export type NoteKind = (typeof noteKinds)[number];

const names = {
  "list-unread": ["refused", "A part of the list could not be read."],
  "code-missing": ["refused", "A row has no code."],
  "code-unusable": ["refused", "Nothing that can be a code follows from what the list has."],
  "code-meanings": ["refused", "One code has two meanings."],
  "text-long": ["refused", "A text is longer than any message."],
  "place-unknown": ["refused", "The catalog has no place where this could be written."],
  "columns-guessed": [
    "guessed",
    "What a column holds follows from its name, or from what is in it.",
  ],
  "status-guessed": ["guessed", "The list has no status; words of the message speak for one."],
  "code-proposed": ["guessed", "The source names no code; one follows from a name or a message."],
  "code-spelled": [
    "guessed",
    "A spelling that no code can have became a code and a row of a wire format.",
  ],
  "name-proposed": ["guessed", "A code that cannot become an identifier was given a name."],
  "title-proposed": ["guessed", "The title follows from the message, the name or the code."],
  "field-made": ["guessed", "A placeholder of another language became a field."],
  "catalog-guessed": ["guessed", "The catalog is new; this was chosen for it."],
  "text-mended": [
    "mended",
    "Line breaks, space at the ends or invisible characters were taken out.",
  ],
  "status-mended": ["mended", "The status was written with words."],
  "row-repeated": ["left-out", "The row says what an earlier one said."],
  "not-an-error": ["left-out", "Successes and information are no errors."],
  "part-left": ["left-out", "The list says more than a catalog has a place for."],
  "kept-by-hand": ["kept", "What was changed by hand stays, though the list says something else."],
  "no-longer-listed": ["kept", "A code that the list had before stays; nothing is retired."],
} as const satisfies Readonly<Record<string, readonly [NoteKind, string]>>;

/** The name of what a note is about. */
export type NoteName = keyof typeof names;

/** Something that an import has to say. */
export interface ImportNote extends Finding {
  readonly rule: NoteName;
  readonly kind: NoteKind;
  readonly code?: string;
}

/** What a note may say besides. */
export interface NoteExtras extends ReportExtras {
  readonly code?: string;
}

/** Takes notes. */
export type TakeNote = (name: NoteName, at: Span, message: string, extras?: NoteExtras) => void;

const severities = {
  refused: "error",
  guessed: "warning",
  mended: "note",
  "left-out": "note",
  kept: "note",
} as const;

/** Takes notes into a list. */
export function noteTaker(notes: ImportNote[]): TakeNote {
  return (rule, { file, start, end }, message, extras = {}) => {
    const [kind] = names[rule];
    notes.push({
      rule,
      kind,
      severity: severities[kind],
      message,
      at: { file, start, end },
      ...extras,
    });
  };
}

/** What each kind of note is about, by its name. */
export const noteSummaries: Readonly<Record<NoteName, string>> = Object.fromEntries(
  Object.entries(names).map(([name, [, summary]]) => [name, summary]),
) as Record<NoteName, string>;
