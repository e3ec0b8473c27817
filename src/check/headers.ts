/** Headers that HTTP can carry. */
import { quoted } from "../diagnostics/suggest.js";
import type { CatalogCheck } from "./rule.js";

// RFC 9110 section 5.6.2.
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const ofTheMessage = new Set(["content-type", "content-length", "transfer-encoding", "connection"]);

const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?[\w-]+=[\w-]+)*$/;
// What browsers run: a body has values in it that come from outside.
const markup =
  /^(text\/(html|xml|xsl|css|javascript)|application\/(xml|(x-)?(java|ecma)script)|multipart\/.*|.*\+xml)(;|$)/i;

/** Reports names of headers that are no tokens or belong to the message, and media types that are none or that browsers run. */
export const checkHeaders: CatalogCheck = ({ entries, wireFormats }, report) => {
  const headers = [...entries, ...wireFormats].flatMap((each) => [...each.headers]);
  for (const { name } of headers) {
    if (ofTheMessage.has(name.value.toLowerCase())) {
      report(
        "header-form",
        name.at,
        `${name.value} follows from the body, so it is not set here.`,
        {
          help: "The type of a body is the `media` of its wire format.",
        },
      );
    }
    if (!token.test(name.value))
      report("header-form", name.at, `${quoted(name.value)} is no name of a header.`);
  }
  for (const { media } of wireFormats) {
    if (media === undefined) continue;
    if (!mediaType.test(media.value))
      report("header-form", media.at, `${quoted(media.value)} is no media type.`);
    else if (markup.test(media.value)) {
      report("header-form", media.at, `${quoted(media.value)} is markup or code to a browser.`, {
        help: "A body is JSON or text: application/json, a type that ends in +json, or text/plain.",
      });
    }
  }
};
