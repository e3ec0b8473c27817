/** A wire format as data. Generated from `catalog/wire/*.yaml`. */
import type { EntryRow } from "../decoded-error.js";
import type { Owners } from "../owners.js";
import type { Shape } from "../shape.js";
import type { BodyReading, FitsBetter } from "./best-fit.js";
import type { ChallengeRow } from "./challenge.js";
import type { formatValues } from "./format-values.js";
import type { ReadHeaders } from "./header-fields.js";
import type { AnswerTest, Layout } from "./layout.js";
import type { ReadPieces } from "./pieces.js";
import type { Source } from "./source.js";
import type { ReadSpread } from "./spread.js";
import type { Rename, Template } from "./template.js";
import type { TextSpec } from "./text-spec.js";

/** A code as decoding meets it. */
export interface CodeRow {
  readonly entry: EntryRow;
  /** Absent: as the code; `null`: this wire sends none for it. */
  readonly spelling?: string | number | null;
  /** Older spellings, read and not written. */
  readonly also?: readonly (string | number)[];
  /** Spellings of a class, `08*` or `-32099..-32000`, read and not written. */
  readonly classes?: readonly string[];
  /** The category of the code, where its type names it. */
  readonly category?: string;
  /** A body for this code alone. */
  readonly body?: Layout;
  /** Fields that this wire never sends, as far as they are required or could be spread. */
  readonly omits?: readonly string[];
  /** Message templates, where the wire may lack a message. */
  readonly messages?: readonly string[];
}

/** A code that is inferred where an answer looks as `when` says. */
export interface InferredCode {
  readonly code: string;
  readonly when: AnswerTest;
}

/** Where the pages of a catalog are, as far as a wire has it. */
export interface Addresses {
  /** The address of a code's page, with `{code}` in it. */
  readonly docs?: string;
  /** The URI of a code's type, where it is another address, with `{code}` and perhaps `{category}` in it. */
  readonly type?: string;
  /** Such URIs of earlier years. */
  readonly typeAlso?: readonly string[];
}

/** What decoding needs. */
export interface DecodeSpec extends Addresses {
  readonly name: string;
  readonly catalog: string;
  /** The codes that the catalog takes from others. */
  readonly owners?: Owners;
  /** Where the pages of those others are: by their names. */
  readonly pages?: Readonly<Record<string, Addresses>>;
  /** Bodies that are read, the preferred first. None: the body is opaque. */
  readonly bodies?: readonly Layout[];
  /** What headers say. */
  readonly headers?: Layout;
  readonly rows: readonly CodeRow[];
  /** Status or class of statuses (`4xx`) → code, or codes of which the best fit is meant. */
  readonly infer?: Readonly<Record<string, string | readonly (string | InferredCode)[]>>;
  /** A code that nobody knows is inferred from the status, too. */
  readonly infersUnknown?: true;
  /** Spellings are compared without regard to case. */
  readonly ignoresCase?: true;
  /** An answer of any status may be an error: the body says it. */
  readonly anyStatus?: true;
  /** Answers that are no errors. */
  readonly success?: readonly AnswerTest[];
  /** Looks for them. */
  readonly isSuccess?: IsSuccess;
  /** Reads the code that a status stands for, or the best of several. */
  readonly byStatus?: InferByStatus;
  /** What bodies are as texts, where they are not JSON. */
  readonly syntaxes?: readonly TextSpec[];
  /** Reads such bodies. */
  readonly texts?: ReadTexts;
  /** Knows codes by spellings that no row lists, where there are classes or case is ignored. */
  readonly likely?: LikelyCodes;
  /** Reads the code, the message and the status out of `headers`, where they stand there. */
  readonly facts?: ReadFacts;
  /** Reads what an error has besides its fields, where a template has it. */
  readonly beside?: ReadBeside;
  /** The values of the request that templates have: an object of those that are declared. */
  readonly context?: Shape;
  /** Times stand in answers, which are so far away only as seen from when they were read. */
  readonly times?: true;
  /** Puts fields together that stand in the body piece by piece, where a template has such. */
  readonly pieces?: ReadPieces;
  /** Reads fields out of `headers`, where there are any. */
  readonly fromHeaders?: ReadHeaders;
  /** Reads fields that are spread among others, where a template does that. */
  readonly spread?: ReadSpread;
  /** Chooses among bodies, where there are several. */
  readonly choose?: FitsBetter;
  /** Fills `messages`, where a row has them. */
  readonly format?: typeof formatValues;
  /** Reads codes out of problem types, where a template has `$type`. */
  readonly types?: ReadTypes;
}

/** What encoding needs besides. */
export interface EncodeSpec {
  /** The body. Absent: nothing is written. */
  readonly body?: Template;
  /** The bodies that are read besides: what arrived in one of them is changed in it. */
  readonly accepts?: readonly Template[];
  /** The media type of the body; default `application/json`. */
  readonly media?: string;
  /** Headers that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that are written from errors. */
  readonly filled?: Readonly<Record<string, Template>>;
  /** What the body is as a text, where it is not JSON. */
  readonly syntax?: TextSpec;
  /** Which of the bodies has a place for several errors; absent: the first of them is written. */
  readonly several?: number;
  /** Puts other names back under which values came. */
  readonly rename?: Rename;
  /** The status that every answer has, whatever the code. */
  readonly status?: number;
  /** Our code → the code of the row that stands for it. */
  readonly folds?: Readonly<Record<string, string>>;
  /** Code → what encoding knows of it beyond its row. */
  readonly rows?: Readonly<Record<string, EncodeRow>>;
  /** Status → its reason phrase, where a template writes it. */
  readonly phrases?: Readonly<Record<number, string>>;
  readonly fallback: FallbackSpec;
  /** Code → its message templates; of several the first whose placeholders are all present is meant. */
  readonly messages: Readonly<Record<string, readonly string[]>>;
}

/** A code as encoding writes it. */
export interface EncodeRow {
  /** Instead of the format's. */
  readonly body?: Template;
  /** Instead of the entry's. */
  readonly statuses?: readonly number[];
  /** The status is for logs alone: decoded, never encoded. */
  readonly neverSent?: true;
  readonly title?: string;
  /** Headers that go with the code, as templates with `{field}` in them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What `WWW-Authenticate` says. */
  readonly challenge?: ChallengeRow;
  /** What `$row.x` is. */
  readonly columns?: Readonly<Record<string, string | number | boolean>>;
}

/** What an error becomes that a wire cannot carry. */
export interface FallbackSpec {
  readonly byStatus: Readonly<Record<string, string>>;
  readonly code: string;
  /** What is said where the code has no message that needs no fields. */
  readonly message: string;
}

/** Gives what reads the spelling of a code out of a problem type. */
export type ReadTypes = (spec: DecodeSpec) => (type: string) => string | undefined;

/** Gives the code that a spelling stands for which no row lists. */
export type LikelyCodes = (spec: DecodeSpec) => (spelling: string) => string | undefined;

/** Reads the code that a status stands for. */
export type InferByStatus = <Reading extends BodyReading>(
  source: Source,
  status: number,
  spec: DecodeSpec,
  readCode: (code: string) => Reading | undefined,
) => Reading | undefined;

/** Whether an answer is no error, whatever was read of it; undefined where nothing says so. */
export type IsSuccess = (
  spec: DecodeSpec,
  source: Source,
  status: number,
  found: BodyReading | undefined,
) => boolean | undefined;

/** Reads a body that is a text. */
export type ReadTexts = <Reading>(
  source: Source,
  spec: DecodeSpec,
  status: number,
  readings: { read(source: Source, status: number): Reading | undefined },
) => Reading | undefined;

/** What headers say of an error. */
export type ReadFacts = (
  spec: DecodeSpec,
  source: Source,
) => {
  readonly code: string | undefined;
  readonly text: string | undefined;
  /** 0 where they say none. */
  readonly status: number;
};

/**
 * What an error has besides its fields, and the seconds to wait.
 *
 * @param others the readings of the errors beside it.
 * @param conclude makes an error of a reading.
 */
export type ReadBeside = <Reading>(
  layout: Layout,
  source: Source,
  spec: DecodeSpec,
  others: readonly Reading[] | undefined,
  conclude: (reading: Reading) => unknown,
) => { readonly members: object; readonly delay: number | undefined };
