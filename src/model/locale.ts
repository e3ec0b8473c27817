/** A catalog's texts in another language. */
import type { MessagePart } from "./message.js";
import type { Located, Span } from "./source.js";

/** One file of `locales/`. Whatever it does not translate stays as the catalog has it. */
export interface Locale {
  /** A BCP 47 language tag, such as `de` or `pt-BR`. */
  readonly tag: Located<string>;
  /** What the file is called, without its ending: the same tag. */
  readonly fileName: string;
  /** The catalog's title. */
  readonly title: Located<string> | undefined;
  /** Titles of categories by their names. */
  readonly categories: ReadonlyMap<string, TranslatedCategory>;
  /** The help site's own words, by their keys. */
  readonly words: ReadonlyMap<string, Located<string>>;
  /** Status, `4xx`, `5xx` or `other` → what people are told of an error whose code nobody knows. */
  readonly statuses: ReadonlyMap<string, Located<string>>;
  /** By code. */
  readonly entries: ReadonlyMap<string, EntryTranslation>;
  /** Codes whose translation could not be read, so that they are not missed as well. */
  readonly unreadable: ReadonlySet<string>;
}

/** The title of a category. */
export interface TranslatedCategory {
  /** Of the category's name. */
  readonly at: Span;
  readonly title: Located<string>;
}

/** One code's texts. */
export interface EntryTranslation {
  /** Of the code. */
  readonly at: Span;
  readonly title: Located<string> | undefined;
  /** The first whose placeholders are all present is used. */
  readonly messages: readonly TranslatedMessage[];
  readonly meaning: Located<string> | undefined;
  readonly causes: readonly Located<string>[];
  readonly fixes: readonly Located<string>[];
}

/** A message in ICU MessageFormat. */
export interface TranslatedMessage {
  /** As the file has it. */
  readonly text: string;
  readonly at: Span;
  readonly parts: readonly TranslatedPart[];
}

/** Lengths in which ICU writes dates and times. */
export const dateStyles = ["short", "medium", "long", "full"] as const;
/** A length in which ICU writes dates and times. */
export type DateStyle = (typeof dateStyles)[number];

/** Ways in which ICU writes numbers, where one is named. */
export const numberStyles = ["integer", "percent"] as const;
/** A way in which ICU writes numbers. */
export type NumberStyle = (typeof numberStyles)[number] | "decimal";

/** Plain text, a value, or texts among which a value chooses. */
export type TranslatedPart =
  | MessagePart
  | (Argument & {
      readonly kind: "number";
      readonly style: NumberStyle;
      /** What is taken off before: a `#` counts from the offset of its plural. */
      readonly offset: number;
    })
  | (Argument & { readonly kind: "date" | "time"; readonly style: DateStyle })
  | (Argument & { readonly kind: "select"; readonly cases: readonly Case[] })
  | (Argument & {
      readonly kind: "plural";
      /** Counts ranks (1st, 2nd) and not things. */
      readonly ordinal: boolean;
      readonly offset: number;
      readonly cases: readonly Case[];
    });

/** The value that a part is about. */
export interface Argument {
  readonly path: readonly string[];
  readonly at: Span;
}

/** A text for a value. One of them is for `other`. */
export interface Case {
  /** The value, a form of the language (`one`, `few`), or a number such as `=0`. */
  readonly key: string;
  /** Of the key. */
  readonly at: Span;
  readonly parts: readonly TranslatedPart[];
}

/** A part that a value fills. */
export type FilledPart = Exclude<TranslatedPart, { kind: "text" }>;

/** Every part that a value fills, those inside cases too, in the order of the text. The `#` of a plural is none besides it. */
export function filledParts(parts: readonly TranslatedPart[]): readonly FilledPart[] {
  return parts.flatMap((part): readonly FilledPart[] => {
    if (part.kind === "text") return [];
    if (!("cases" in part)) return [part];
    const inside = part.cases.flatMap((each) => filledParts(each.parts));
    const isOwn = ({ kind, path }: FilledPart) =>
      part.kind === "plural" && kind === "number" && path.join() === part.path.join();
    return [part, ...inside.filter((each) => !isOwn(each))];
  });
}

/** The message as text with placeholders, for people to read: what a value decides is as it is for `other`. */
export function outlineOf({ parts }: Pick<TranslatedMessage, "parts">): readonly MessagePart[] {
  return parts.flatMap((part): readonly MessagePart[] => {
    if (part.kind === "text") return [part];
    if (!("cases" in part)) return [{ kind: "placeholder", path: part.path, at: part.at }];
    const other = part.cases.find(({ key }) => key === "other");
    return other === undefined ? [] : outlineOf(other);
  });
}
