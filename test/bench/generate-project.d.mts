export function generateProject(
  catalog: string,
  codes: readonly string[],
  size: number,
): {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly raised: number;
};
