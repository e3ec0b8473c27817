/** Texts as they stand in HTML, between tags and in attributes with quotes. */

const references = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" };

const characters: Readonly<Record<string, string>> = {
  __proto__: null as never,
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** The text with `&`, `<`, `>`, `"` and `'` as references, so that no part of it is markup. */
export function toMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&${references[each as keyof typeof references]};`);
}

/** The text with those five, `&nbsp;` and numbers (`&#39;`, `&#x27;`) in place of their references. Others stay. */
export function fromMarkup(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (reference, decimal, hexadecimal, name) =>
      name === undefined
        ? characterOf(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)) ||
          reference
        : (characters[name] ?? reference),
  );
}

/** Empty for what is no character: 0, half a surrogate pair, numbers that Unicode does not have. */
function characterOf(codePoint: number): string {
  const isNone = codePoint === 0 || codePoint > 0x10ffff || codePoint >> 11 === 0x1b;
  return isNone ? "" : String.fromCodePoint(codePoint);
}
