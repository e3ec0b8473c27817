/** So many files, and how many places in them raise and handle a code. */
export function generateSources(
  catalog: string,
  codes: readonly string[],
  size: number,
): {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly raised: number;
  readonly handled: number;
};
