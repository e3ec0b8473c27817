/** Where the page of a code is. */
import { defineRule } from "../rule.js";

export const docsAddress = defineRule({
  name: "docs-address",
  severity: "error",
  summary: "The docs address is a URL with `{code}` in it.",
  catalog: ({ docs }, report) => {
    if (docs === undefined || isDocsAddress(docs.value)) return;
    report(docs.at, "The docs address is not an http or https URL with {code} in it.", {
      help: "Such as https://errors.example.com/{code}. A URI that is no page, such as urn:shop:{code}, is `type`.",
    });
  },
});

function isDocsAddress(text: string): boolean {
  const filled = text.replaceAll("{code}", "code");
  // A path that begins with two slashes is another host's where it stands alone.
  const isAddress = /^https?:\/\/(?!.*\/\/)[^\s"'<>{}\\^`|]+$/.test(filled);
  return filled !== text && isAddress && URL.canParse(filled);
}
