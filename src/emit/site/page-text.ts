/** What a page says, as plain data: the HTML and the Markdown of a page are printed from the same blocks. */

/** A stretch of a line. */
export type Inline =
  | string
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly to: PageTarget; readonly text: string }
  | { readonly kind: "emphasis" | "strong"; readonly inner: readonly Inline[] }
  | { readonly kind: "address"; readonly address: string; readonly inner: readonly Inline[] };

/** What a link leads to: the page of a code, a category of the index, or a section of the same page. */
export type PageTarget =
  | { readonly code: string; readonly elsewhere?: string | undefined }
  | { readonly category: string }
  | { readonly section: string };

/** A piece of a page. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "code"; readonly code: CodeText }
  | { readonly kind: "fields"; readonly rows: readonly FieldRow[] }
  | { readonly kind: "heading"; readonly id: string; readonly text: readonly Inline[] }
  | { readonly kind: "tabs"; readonly tabs: readonly Tab[] }
  | { readonly kind: "pages"; readonly pages: readonly PageLine[] };

/** Code to read and to copy. */
export interface CodeText {
  readonly language: "typescript" | "answer";
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
  /** The head of an answer. */
  readonly head?: string;
  /** What the body of an answer is. Default: JSON. */
  readonly body?: "json" | "xml" | "text";
  readonly text: string;
}

/** A field of an error, or a member of something in it. */
export interface FieldRow {
  readonly name: string;
  readonly optional: boolean;
  readonly type: readonly Inline[];
  readonly notes: readonly string[];
  readonly text: string | undefined;
}

/** One of several that are seen one at a time. */
export interface Tab {
  readonly id: string;
  /** What choosing it chooses everywhere: the name of a wire format. */
  readonly choice: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What is said of it where there is nothing to choose by, in place of the blocks. */
  readonly brief?: readonly Inline[];
}

/** A page in a list of pages. */
export interface PageLine {
  readonly code: string;
  readonly title: string;
  readonly status: string | undefined;
  /** The address of the page, where it is another catalog's. */
  readonly elsewhere?: string | undefined;
}

/** A part of a page with a heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A code in a line. */
export function codeText(text: string): Inline {
  return { kind: "code", text };
}

/** A paragraph of one text. */
export function paragraph(...text: readonly Inline[]): Block {
  return { kind: "paragraph", text };
}

/** Puts pieces of a line into a text of the site: `{name}` stands for what is put in. */
export function fillInline(
  text: string,
  values: Readonly<Record<string, readonly Inline[]>>,
): readonly Inline[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .flatMap((part): readonly Inline[] => values[part.slice(1, -1)] ?? [part]);
}

/** Pieces with a separator between them. */
export function joinInline(pieces: readonly Inline[], between: string): readonly Inline[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
}
