/** What an emitter gives. */
export interface GeneratedFile {
  /** Relative to the output's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}
