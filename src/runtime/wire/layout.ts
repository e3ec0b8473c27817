/** A template turned round: where in a body decoding finds each thing. The compiler does the turning. */
import { isRecord } from "../is-record.js";
import type { Shape } from "../shape.js";
import { isStatus } from "./answer.js";
import type { Codec } from "./codec.js";
import type { Source } from "./source.js";

/** Where things stand. */
export interface Layout {
  /**
   * Constants that are there in every body of the template; `null` is any value that is there; without a value, another
   * place of the code.
   */
  readonly tests?: readonly (readonly [at: Path, value?: string | number | boolean | null])[];
  readonly code?: Path;
  /** The code of a body of the template that has none. */
  readonly assumed?: AssumedCode;
  /** The code is a problem type: a URI. */
  readonly isType?: true;
  /** A body without a code is of the template too. */
  readonly optional?: true;
  readonly messages?: readonly Path[];
  readonly statuses?: readonly Path[];
  readonly places?: readonly Place[];
  /** The body has a list of errors: paths begin with `body`, or with `error` inside one of them. */
  readonly several?: Several;
}

/** What an answer has to look like. All that is there has to hold. */
export interface AnswerTest {
  /** A status, or a class such as `4xx`. */
  readonly status?: string;
  readonly headers?: Layout;
  readonly body?: Layout;
}

/** Whether an answer is as a condition says. */
export type Holds = (test: AnswerTest, source: Source, status: number) => boolean;

/** A list of errors in a body. */
export interface Several {
  /** The way to the list. */
  readonly at: Path;
  /** Each is an answer of the format. */
  readonly alone?: true;
  /** A body without it is of the template too. */
  readonly optional?: true;
  /** Which of them is the error: the first condition that one meets. */
  readonly prefer?: readonly AnswerTest[];
  readonly holds?: Holds;
  readonly read: ReadErrors;
}

/** An error of an answer, as it was read. */
export interface ErrorReading {
  readonly source: Source;
  readonly spelling: string | undefined;
  readonly fields: { readonly broken: boolean } | undefined;
}

/**
 * The reading that is the error, with the others beside it; undefined where there is none.
 *
 * @param readOne reads one of them.
 */
export type ReadErrors = <Reading extends ErrorReading>(
  several: Several,
  source: Source,
  status: number,
  readOne: (source: Source) => Reading | undefined,
) => (Reading & { others?: readonly Reading[] | undefined }) | undefined;

/** Says nothing of a body. */
export const noLayout: Layout = /*#__PURE__*/ Object.create(null);

/** The way to something in a body. */
export type Path = readonly (string | PathStep)[];

/** Leads from one value to another, where a name does not. A format that has no such step does not bring it along. */
export interface PathStep {
  readonly as: (value: unknown, step: never) => unknown;
  /** What else the step knows. */
  readonly [detail: string]: unknown;
}

/** The code of a body that has none; a format that has no such body does not bring it along. */
export interface AssumedCode {
  readonly code: string | number;
  readonly as: (layout: Layout, body: unknown) => string | undefined;
}

/** Leads to the element of a list that a template names. */
export interface ElementStep extends PathStep {
  readonly index: number;
  readonly layout: Layout;
  readonly as: FindElement;
}

/** Finds an element; a format that names none does not bring it along. */
export type FindElement = (list: unknown, step: ElementStep) => unknown;

/** A place where a field, or something inside it, stands. */
export interface Place {
  /** Paths into the fields, the preferred first: an error reads the first whose field it has. */
  readonly from: readonly string[];
  /** Absent: the member that is named like the field. */
  readonly at?: Path;
  /** In a header, not in the body. */
  readonly isHeader?: true;
  /** Absent: the field is what stands there. */
  readonly as?: Pick<Codec, "fromWire"> | Repetition;
  /** The elements of the list that stands there. */
  readonly item?: Layout;
  /** The member of a tree that holds a leaf. */
  readonly leaf?: string;
  /** An object that holds members of the field, or fields that stand nowhere else, beside these members. */
  readonly beside?: readonly string[];
}

/** An item of a field; `key` where the field is a map. */
export interface Repeated {
  readonly item: unknown;
  readonly key?: string | undefined;
}

/** Both directions of `$each`; a format that has none does not bring it along. */
export interface Repetition {
  /** The items of a field of the shape; undefined where it has none to repeat. */
  itemsOf(value: unknown, shape: Shape): readonly Repeated[] | undefined;
  /** The shape of an item of such a field. */
  itemShape(shape: Shape): Shape;
  /** The field that elements were written from. */
  fromWire(elements: unknown, shape: Shape, now: number, item?: Layout, leaf?: string): unknown;
}

/**
 * The code of a body, undefined where it has none; false where the body is not of the layout.
 *
 * A code is a text with something in it, or a whole number where it is no type. RFC 9457 section 3.1: a type of another kind is ignored.
 */
export function codeIn(layout: Layout, body: unknown): string | undefined | false {
  const { tests, code, isType, optional, assumed } = layout;
  if (code === undefined && tests === undefined) return undefined;
  let found = code && valueAt(body, code);
  if (tests !== undefined)
    for (const [at, value] of tests) {
      const given = valueAt(body, at);
      if (value === null ? given === undefined : value !== undefined && given !== value)
        return false;
      // Another place of the code, which may have it where the first has none.
      if (value === undefined && !isCode(found, isType) && isCode(given, isType)) found = given;
    }
  if (code === undefined) return undefined;
  // No code at all, as it is written where a wire sends none.
  if (!isCode(found, isType)) {
    const instead = assumed?.as(layout, body);
    if (instead !== undefined) return instead;
    return optional || found === null || found === "" ? undefined : false;
  }
  // RFC 9457 section 4.2.1: says no more than the status does.
  return found === "about:blank" ? undefined : String(found);
}

function isCode(found: unknown, isType: true | undefined): boolean {
  return isType
    ? typeof found === "string"
    : found !== "" && (typeof found === "string" || Number.isInteger(found));
}

/** The message of a body. */
export function textIn({ messages = [] }: Layout, body: unknown): string | undefined {
  for (const path of messages) {
    const message = valueAt(body, path);
    if (typeof message === "string") return message;
  }
  return undefined;
}

/** The status of a body; 0 where it has none. */
export function statusIn({ statuses = [] }: Layout, body: unknown): number {
  for (const path of statuses) {
    const found = valueAt(body, path);
    // What an object says of itself as a number may throw.
    const status = typeof found === "object" ? 0 : Number(found);
    if (isStatus(status)) return status;
  }
  return 0;
}

/** What stands at the end of the way. */
export function valueAt(body: unknown, path: Path): unknown {
  let value = body;
  for (const step of path)
    value = typeof step === "string" ? memberOf(value, step) : step.as(value, step as never);
  return value;
}

/** The member of an object; undefined for everything else. */
export function memberOf(container: unknown, key: string): unknown {
  return isRecord(container) ? container[key] : undefined;
}
