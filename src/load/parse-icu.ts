/** ICU MessageFormat → parts. The only file that knows the ICU parser. */
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { didYouMean, quoted } from "../diagnostics/suggest.js";
import { type Case, dateStyles, numberStyles, type TranslatedPart } from "../model/locale.js";
import type { Span } from "../model/source.js";
import type { YamlScalar } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";
import { textPlaces } from "./text-places.js";

type Element<T extends TYPE> = Extract<MessageFormatElement, { readonly type: T }>;

/** Reads a message. What cannot be compiled is reported and left out. */
export function parseIcu(node: YamlScalar, report: Report): readonly TranslatedPart[] {
  const text = String(node.value);
  const placeOf = textPlaces(node);
  const complain = (from: number, to: number, message: string, help: object = {}) =>
    report("message-syntax", placeOf(from, Math.max(to, from + 1)), message, help);
  const deep = deepBrace(text);
  if (deep !== undefined) {
    complain(deep, deep + 1, `More than ${mostLevels} braces stand in one another here.`);
    return [];
  }
  try {
    const elements = parse(withPlainNames(text), {
      captureLocation: true,
      shouldParseSkeletons: false,
    });
    return new Reader(text, placeOf, complain).parts(elements, undefined);
  } catch (error) {
    if (error instanceof RangeError) {
      complain(0, text.length, "Tags stand in one another too deeply here.");
      return [];
    }
    if (!isSyntaxError(error)) throw error;
    const { start, end } = error.location;
    const [pattern, sentence, help] = mistakes.find(([kind]) => kind.test(error.message)) ?? other;
    const found = text.slice(start.offset, end.offset);
    const guess = pattern === argumentType ? didYouMean(found, argumentTypes) : { help };
    complain(start.offset, end.offset, sentence, guess);
    return [];
  }
}

// No message that people write needs more, and every reader of what is compiled walks the levels.
const mostLevels = 20;

function deepBrace(text: string): number | undefined {
  let level = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    level += brace === "{" ? 1 : -1;
    if (level > mostLevels) return index;
  }
  return undefined;
}

// ICU allows no dot and no hyphen in the name of an argument. What stands for them here cannot stand in a catalog.
const dot = "\u0001";
const hyphen = "\u0002";

function withPlainNames(text: string): string {
  return text.replace(/\{\s*[^\s{},']+\s*[,}]/g, (argument) =>
    argument.replaceAll(".", dot).replaceAll("-", hyphen),
  );
}

function asWritten(text: string): string {
  return text.replaceAll(dot, ".").replaceAll(hyphen, "-");
}

const argumentTypes = ["number", "date", "time", "plural", "selectordinal", "select"];
const argumentType = /ARGUMENT_TYPE/;
const quoting = "In a translation a brace that stands for itself is quoted: '{'.";

/** Kinds of mistakes, as the parser names them. */
const mistakes: readonly (readonly [kind: RegExp, sentence: string, help: string])[] = [
  [/MISSING_OTHER/, "A plural or select has a case for `other`.", "Add other {…}."],
  [/DUPLICATE/, "This case stands here a second time.", "Delete one of them."],
  [argumentType, "Behind the comma stands what to make of the field.", ""],
  [/EMPTY|MALFORMED/, "Braces in a translation enclose a field.", quoting],
  [/CLOSING_BRACE/, "This brace is not closed.", quoting],
  [/TAG/, "Tags are not supported: a message is plain text.", "For the mark itself write '<'."],
  [/OFFSET/, "The offset of a plural is a whole number.", "Such as offset:1."],
  [
    /OPTIONS|SELECTOR/,
    "A case is a word with a text in braces.",
    "Such as one {# image}. A value with a hyphen, a space or a dot is reached by `other` alone.",
  ],
  [/STYLE|SKELETON/, "This style is not known.", ""],
];
const other = [/./, "This is not ICU MessageFormat.", quoting] as const;

interface IcuSyntaxError extends SyntaxError {
  readonly location: NonNullable<MessageFormatElement["location"]>;
}

function isSyntaxError(error: unknown): error is IcuSyntaxError {
  return error instanceof SyntaxError && "location" in error;
}

/** Reads the tree of one message. An object, because every step complains about the same text. */
class Reader {
  constructor(
    readonly text: string,
    readonly placeOf: (from: number, to: number) => Span,
    readonly complain: (from: number, to: number, message: string, help?: object) => void,
  ) {}

  /** @param plural the one that a `#` stands for. */
  parts(
    elements: readonly MessageFormatElement[],
    plural: Element<TYPE.plural> | undefined,
  ): readonly TranslatedPart[] {
    return elements.flatMap((element) => this.#part(element, plural));
  }

  #part(
    element: MessageFormatElement,
    plural: Element<TYPE.plural> | undefined,
  ): TranslatedPart | readonly TranslatedPart[] {
    switch (element.type) {
      case TYPE.literal:
        return this.#literal(element);
      case TYPE.argument:
        return { kind: "placeholder", ...this.#argument(element) };
      case TYPE.number: {
        const style = this.#style(element, numberStyles) ?? "decimal";
        return { kind: "number", ...this.#argument(element), style, offset: 0 };
      }
      case TYPE.date:
      case TYPE.time: {
        const style = this.#style(element, dateStyles) ?? "medium";
        const kind = element.type === TYPE.date ? "date" : "time";
        return { kind, ...this.#argument(element), style };
      }
      case TYPE.select:
        return { kind: "select", ...this.#argument(element), cases: this.#cases(element, plural) };
      case TYPE.plural:
        return {
          kind: "plural",
          ...this.#argument(element),
          ordinal: element.pluralType === "ordinal",
          offset: element.offset,
          cases: this.#cases(element, element),
        };
      case TYPE.pound: {
        if (plural === undefined) return [];
        const { path } = this.#argument(plural);
        const at = this.#placeOf(element);
        return { kind: "number", path, at, style: "decimal", offset: plural.offset };
      }
      case TYPE.tag: {
        const { start, end } = spanOf(element);
        const [, sentence, help] = mistakes.find(([kind]) => kind.test("TAG")) ?? other;
        this.complain(start, end, sentence, { help });
        return this.parts(element.children, plural);
      }
    }
  }

  #literal(element: Element<TYPE.literal>): TranslatedPart {
    const { start, end } = spanOf(element);
    const source = this.text.slice(start, end);
    // Only a quoted brace is text. `L'{name}` means an apostrophe, and nobody sees that it swallows the field.
    for (const { index, 0: field } of source.matchAll(/\{\s*[\w.-]+\s*[,}]/g))
      this.complain(start + index, start + index + field.length, "Quoted, this is no field.", {
        help: "An apostrophe before a brace quotes it: write two ('').",
      });
    const lone = source.includes("'") ? -1 : source.indexOf("}");
    if (lone !== -1)
      this.complain(start + lone, start + lone + 1, "A lone } is neither a field nor text.", {
        help: quoting,
      });
    return { kind: "text", text: asWritten(element.value) };
  }

  #argument(element: Element<Exclude<TYPE, TYPE.pound>>): {
    readonly path: readonly string[];
    readonly at: Span;
  } {
    const { start, end } = spanOf(element);
    const name = asWritten(element.value);
    const path = name.split(".");
    const from = this.text.indexOf(name, start);
    if (path.includes(""))
      this.complain(start, end, `{${name}} is no path of fields.`, {
        help: "Write {field} or {field.path}.",
      });
    return { path, at: this.placeOf(from, from + name.length) };
  }

  /** The style behind the second comma, where there is one that is known. */
  #style<Style extends string>(
    element: Element<TYPE.number | TYPE.date | TYPE.time>,
    styles: readonly Style[],
  ): Style | undefined {
    const { style } = element;
    if (style === null || style === undefined) return undefined;
    const { start, end } = spanOf(element);
    if (typeof style !== "string") {
      const from = this.text.indexOf("::", start);
      this.complain(from, end - 1, "Skeletons, which begin with ::, are not supported.", {
        help: `Known: ${styles.map(quoted).join(", ")}.`,
      });
      return undefined;
    }
    const known = styles.find((each) => each === style);
    const from = this.text.lastIndexOf(style, end);
    if (known === undefined)
      this.complain(
        from,
        from + style.length,
        `There is no style ${quoted(style)} here.`,
        didYouMean(style, styles),
      );
    return known;
  }

  #cases(
    { options }: Element<TYPE.select | TYPE.plural>,
    plural: Element<TYPE.plural> | undefined,
  ): readonly Case[] {
    return Object.entries(options).map(([key, { value, location }]) => {
      const from = this.text.lastIndexOf(key, (location?.start.offset ?? 0) - key.length);
      return {
        key,
        at: this.placeOf(from, from + key.length),
        parts: this.parts(value, plural),
      };
    });
  }

  #placeOf(element: MessageFormatElement): Span {
    const { start, end } = spanOf(element);
    return this.placeOf(start, end);
  }
}

function spanOf({ location }: MessageFormatElement): { start: number; end: number } {
  return { start: location?.start.offset ?? 0, end: location?.end.offset ?? 0 };
}
