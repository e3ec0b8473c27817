/** Headers that HTTP can carry. */
import { quoted } from "../diagnostics/suggest.js";
import type { CatalogCheck } from "./rule.js";

// RFC 9110 section 5.6.2.
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Reports names of headers that are no tokens, and media types that are none. */
export const checkHeaders: CatalogCheck = ({ entries, wireFormats }, report) => {
  const headers = [...entries, ...wireFormats].flatMap((each) => [...each.headers]);
  for (const { name } of headers) {
    if (!token.test(name.value))
      report("header-form", name.at, `${quoted(name.value)} is no name of a header.`);
  }
  for (const { media, name } of wireFormats) {
    if (media !== undefined && !/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?[\w-]+=[\w-]+)*$/.test(media)) {
      report("header-form", name.at, `${quoted(media)} is no media type.`);
    }
  }
};
