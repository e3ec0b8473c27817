/** Problem types, RFC 9457 section 3.1.1: compared as the URIs that they resolve to. */

/** Reads codes out of problem types. `docs` is the address of a code's page, with `{code}` in it. */
export function problemTypes(
  docs: string,
  codes: readonly string[],
): (type: string) => string | undefined {
  const byPage = new Map<string, string>();
  for (const code of codes) {
    const page = pageOf(docs, code);
    byPage.set(page, code);
    if (URL.canParse(page)) byPage.set(new URL(page).href, code);
  }
  const base = pageOf(docs, "");
  return (type) =>
    byPage.get(type) ??
    (URL.canParse(type, base) ? byPage.get(new URL(type, base).href) : undefined);
}

/** The address of the page of a code. */
export function pageOf(docs: string, code: string): string {
  return docs.replaceAll("{code}", () => code);
}
