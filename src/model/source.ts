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

/**
 * Finds line and column of offsets. Made when diagnostics are printed, not before: most catalogs load cleanly.
 * Each file's line ends are looked for once.
 */
export function placeFinder(): (span: Span) => Place {
  const starts = new Map<SourceFile, readonly number[]>();
  return ({ file, start }) => {
    let lines = starts.get(file);
    if (lines === undefined) {
      lines = lineStarts(file.text);
      starts.set(file, lines);
    }
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lines[middle] as number) <= start) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: start - (lines[low] as number) + 1 };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1))
    starts.push(end + 1);
  return starts;
}
