/** What a pasted text says: values with the members that they stand in, a status, and sentences. */
import { lastAnswer } from "./last-answer.js";

/** A value of an answer. */
export interface PastedValue {
  /** The name before it, in lower case; empty where there is none. */
  readonly key: string;
  readonly text: string;
}

/** A text, read as far as anybody can who does not know its format. */
export interface PastedText {
  /** Whether it is an answer, or a part of one, and not words. */
  readonly isAnswer: boolean;
  readonly status: number | undefined;
  /** The text without a head. */
  readonly body: string;
  readonly values: readonly PastedValue[];
}

/** No answer is longer that somebody reads, and what is behind it says nothing of the error. */
const most = 20_000;

/** Reads it. It may be JSON, what Python and JavaScript print, XML, a form, a line of a log, or nothing of the kind. */
export function readPasted(text: string): PastedText {
  const { status, headers, body } = lastAnswer(text.slice(0, most));
  const hasHead = status !== undefined;
  const said = (hasHead ? body : text.slice(0, most)).trim().replace(/\\+"/g, '"');
  const values = [
    ...(hasHead ? headers : []).flatMap(([name, value]) => [
      { key: name.toLowerCase(), text: value },
      // `WWW-Authenticate: Bearer error="invalid_token"`: what matters is whether the header has a code.
      ...valuesIn(value).map(({ text }) => ({ key: name.toLowerCase(), text })),
    ]),
    ...valuesIn(said),
  ];
  const isAnswer = hasHead || /^(?:[{[<]|data:|event:)/.test(said) || isForm(said);
  return { isAnswer, status: status ?? statusIn(values, said), body: said, values };
}

// A name in quotes or not, then a text in quotes, a number or a word; or an element of XML that has no other in it.
const pair =
  /(?:"([^"\n]{1,60})"|'([^'\n]{1,60})'|([\w$.-]{1,60}))\s{0,9}(?:[:=]|=>)\s{0,9}(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'{}[\](),;&<>]+))|<([\w:.-]{1,60})(?:\s[^<>]{0,200})?>([^<>]+)<\//g;

function valuesIn(text: string): readonly PastedValue[] {
  const isEncoded = isForm(text);
  return [...text.matchAll(pair)].map((found) => {
    const [, double, single, bare, inDouble, inSingle, word, element, inside] = found;
    const key = (double ?? single ?? bare ?? element ?? "").replace(/^.*[:.$@]/, "").toLowerCase();
    const raw = inDouble ?? inSingle ?? word ?? inside ?? "";
    return { key, text: unescaped(isEncoded ? formText(raw) : raw).trim() };
  });
}

function isForm(text: string): boolean {
  return /^[\w.-]+=[^\s=&]*(?:&[\w.-]+=[^\s=&]*)*$/.test(text);
}

function formText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

const marks: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\([^u])/g, (_, letter: string) => (/[nrt]/.test(letter) ? " " : letter))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => marks[name] ?? "");
}

/** A status that a member says, or words around it: `HTTP 429`, `status code 429`. */
function statusIn(values: readonly PastedValue[], text: string): number | undefined {
  const member = values.find(
    ({ key, text: value }) => /status|^code$/.test(key) && /^[45]\d\d\b/.test(value),
  );
  if (member !== undefined) return Number(member.text.slice(0, 3));
  const [, after, before] =
    /(?:http|status|error|code)(?:\/[\d.]+)?[\s:=('"]{1,4}([45]\d\d)\b|\b([45]\d\d) (?:client|server) error/i.exec(
      text,
    ) ?? [];
  const digits = after ?? before;
  return digits === undefined ? undefined : Number(digits);
}
