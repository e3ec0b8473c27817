/** Headers that HTTP can carry. */
import { quoted } from "../../diagnostics/suggest.js";
import { bodiesOf } from "../../model/placement.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import { defineRule } from "../rule.js";

/** Whether a header may have the name, RFC 9110 section 5.6.2. */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
}

const ofTheMessage = new Set(["content-type", "content-length", "transfer-encoding", "connection"]);

const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?[\w-]+=[\w-]+)*$/;
// What browsers run: a body has values in it that come from outside.
const markup =
  /^(text\/(html|xml|xsl|css|javascript)|application\/(xml|(x-)?(java|ecma)script)|multipart\/.*|.*\+xml)(;|$)/i;

export const headerForm = defineRule({
  name: "header-form",
  severity: "error",
  summary: "A header has a name that HTTP allows, and a media type is one.",
  catalog: ({ entries, wireFormats }, report) => {
    for (const { name } of [...entries, ...wireFormats].flatMap((each) => [...each.headers])) {
      if (ofTheMessage.has(name.value.toLowerCase()))
        report(name.at, `${name.value} follows from the body, so it is not set here.`, {
          help: "The type of a body is the `media` of its wire format.",
        });
      if (!isHeaderName(name.value))
        report(name.at, `${quoted(name.value)} is no name of a header.`);
    }
    for (const format of wireFormats) {
      const { media } = format;
      if (media === undefined) continue;
      if (!mediaType.test(media.value))
        report(media.at, `${quoted(media.value)} is no media type.`);
      else if (markup.test(media.value) && !isQuoted(format, media.value))
        report(media.at, `${quoted(media.value)} is markup or code to a browser.`, {
          help: "A body is JSON or text: application/json, a type that ends in +json, or text/plain; or `syntax: xml`; or a page whose bodies are all patterns.",
        });
    }
  },
});

/** Whether values stand in the markup as texts that cannot become any: XML writes them so, and so do patterns. */
function isQuoted(format: WireFormat, media: string): boolean {
  if (/[/+]xml(;|$)/i.test(media)) return format.syntaxes[0] === "xml";
  const isPattern = (body: TemplateNode) => body.kind === "text" && body.syntax.name === "text";
  return /^text\/html(;|$)/i.test(media) && bodiesOf(format).every(isPattern);
}
