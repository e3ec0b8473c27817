/** `:percent`: texts in percent-encoded UTF-8, RFC 3986 section 2.1, for headers. */
import type { Codec } from "../codec.js";

/** The text with all but letters, digits and `-._~` encoded. Reading leaves broken escapes as they are. */
export const percent: Codec = {
  toWire: (value) => {
    if (typeof value !== "string") return undefined;
    try {
      return encodeURIComponent(value).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    } catch {
      return undefined; // half a surrogate pair has no place in UTF-8
    }
  },
  fromWire: (value) =>
    typeof value === "string" ? value.replace(encoded(), decodeURIComponent) : undefined,
};

/** Encoded characters, which `decodeURIComponent` always takes: RFC 3629 section 4. */
function encoded(): RegExp {
  // Made when it is asked for: at the top of a module it would be in every bundle.
  const next = "%[89ab][\\da-f]";
  const forms = [
    "%[0-7][\\da-f]",
    `%(?:c[2-9a-f]|d[\\da-f])${next}`,
    `%(?:e0%[ab][\\da-f]|e[1-9a-cef]${next}|ed%[89][\\da-f])${next}`,
    `%(?:f0%[9ab][\\da-f]|f[1-3]${next}|f4%8[\\da-f])${next}${next}`,
  ];
  return new RegExp(forms.join("|"), "gi");
}
