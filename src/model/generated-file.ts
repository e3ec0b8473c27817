/** What an emitter gives. */
export interface GeneratedFile {
  /** Relative to the output's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A file whose text is made each time it is asked for, and not kept: of a site, whose pages are many. */
export function lateFile(path: string, make: () => string): GeneratedFile {
  return {
    path,
    get text() {
      return make();
    },
  };
}

/** The file at another path; its text is not asked for. */
export function fileAt(path: string, file: GeneratedFile): GeneratedFile {
  return lateFile(path, () => file.text);
}
