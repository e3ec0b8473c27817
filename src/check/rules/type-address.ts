/** The URI of a code's type. */
import { didYouMean, quoted } from "../../diagnostics/suggest.js";
import type { Located } from "../../model/source.js";
import { type Complain, defineRule } from "../rule.js";

export const typeAddress = defineRule({
  name: "type-address",
  severity: "error",
  summary: "The address of types is a URI or a reference to one, with `{code}` in it.",
  catalog: ({ docs, type, typeAlso }, report) => {
    const seen = new Set<string>();
    for (const address of type === undefined ? typeAlso : [type, ...typeAlso]) {
      if (seen.has(address.value))
        report(address.at, `${quoted(address.value)} stands here a second time.`);
      else checkAddress(address, report);
      seen.add(address.value);
    }
    const [first] = typeAlso;
    // Without one of their own, types are the addresses of pages.
    if (type === undefined && docs === undefined && first !== undefined)
      report(first.at, "Addresses of earlier years are read, and none is written.", {
        help: "Say in `address` which one is.",
      });
  },
});

const parts = ["code", "category"];
const help = "Such as https://errors.example.com/{code}, /problems/{code} or urn:shop:{code}.";

function checkAddress({ value, at }: Located<string>, report: Complain): void {
  const named = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const unknown = named.filter((name) => !parts.includes(name));
  for (const name of unknown)
    report(at, `There is no {${name}} to put into an address.`, didYouMean(name, parts));
  if (unknown.length > 0) return;
  if (!named.includes("code"))
    report(at, "All codes would have one type: the address has no {code}.", { help });
  else if (!isReference(value.replace(/\{[^{}]*\}/g, "code")))
    report(at, `${quoted(value)} is no URI and no reference to one.`, { help });
}

/** RFC 3986 section 4.1, as far as a text of a catalog can be wrong. */
function isReference(text: string): boolean {
  const isPlain = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-Fa-f]{2})+$/.test(text);
  // A reference whose first step has a colon is a URI, and its scheme is one.
  const [, scheme] = /^([^/?#]*?):/.exec(text) ?? [];
  const hasScheme = scheme === undefined || /^[A-Za-z][A-Za-z\d+.-]*$/.test(scheme);
  return isPlain && hasScheme && URL.canParse(text, "https://errors.example.com/");
}
