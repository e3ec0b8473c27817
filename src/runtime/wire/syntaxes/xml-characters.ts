/** What may stand in XML: characters and names, XML 1.0 (fifth edition) sections 2.2 and 2.3. */

/** Elements inside each other. */
export const maximumLevels = 100;

/** Elements and attributes together. */
export const maximumNodes = 100_000;

/** Whether a text has a character that no XML document can hold, half a surrogate pair among them. */
export function isForeignToXml(text: string): boolean {
  return /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text);
}

/**
 * The source of a pattern for a name, which captures what stands behind the prefix (Namespaces in XML 1.0, section 4).
 *
 * It counts in UTF-16 code units: a text that has been asked `isForeignToXml` has only whole pairs.
 */
export function namePattern(): string {
  const start =
    "A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\udb7f\\udc00-\\udfff\\uf900-\\ufdcf\\ufdf0-\\ufffd";
  const part = `[${start}][${start}\\d.\\xb7\\u0300-\\u036f\\u203f\\u2040-]*`;
  return `(?:${part}:)?(${part})`;
}

/** Whether a text is nothing but white space, XML 1.0 section 2.3. */
export function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text);
}
