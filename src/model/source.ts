/** Where things stand in the files of a catalog. */

/** A file as it was read. */
export interface SourceFile {
  /** As a person would type it, relative to where errdex runs. */
  readonly path: string;
  readonly text: string;
}

/** A stretch of a file, from `start` up to but not including `end`, in UTF-16 units. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A value and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly at: Span;
}

/** A place as people and editors count: from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Works out line and column. Called only when a diagnostic is printed: most catalogs load cleanly. */
export function placeAt({ text }: SourceFile, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < offset; end = text.indexOf("\n", lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
