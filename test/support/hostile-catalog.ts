/** A sound catalog that tries to break out of whatever its texts are put into. */
import type { Catalog } from "../../src/model/catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "./catalog-of.js";

/** From advisories against code generators of 2026, and from what each of our emitters would stumble over. */
export const hostile: readonly string[] = [
  "*/ throw new Error('out of the comment'); /*",
  "`${process.exit(1)}`",
  "${globalThis}",
  "$`{$",
  "ends with a dollar $",
  '"; process.exit(1); "',
  "'quotes' and \"more\" \\ and \\\\ and \\n \\u0041 \\",
  "@deprecated",
  "x @deprecated y {@link Foo} {@internal}",
  "</script><script>alert(1)</script><!--",
  "// # sourceMappingURL=x",
  "\u00a0wide\u3000 and soft\u00adhyphen and zero\u200bwidth 👨‍👩‍👧 a\u0301",
  "[computed]: 1",
  "__proto__",
  "{{not a field}} }}{{",
];

const doubled = (text: string) =>
  text
    .replaceAll("{{", "\u0001")
    .replaceAll("}}", "\u0002")
    .replaceAll(/[{}]/g, "$&$&")
    .replaceAll("\u0001", "{{")
    .replaceAll("\u0002", "}}");
/** A message text with braces as they come out. */
export const single = (text: string): string => text.replaceAll("{{", "{").replaceAll("}}", "}");

/** The texts as a message has them, each the message, meaning and title of a code `c0`, `c1` … */
export const hostileTexts: readonly string[] = hostile.map((text) => doubled(text).trim());
/** The catalog: every text of it is hostile. */
export const hostileCatalog: Catalog = soundCatalogOf({
  "catalog.yaml": headText(
    `types: { Kind: { enum: ${JSON.stringify(hostile)}, description: ${JSON.stringify(hostile.join(" "))} }, Odd: { properties: { ${hostile
      .filter((text) => text !== "__proto__")
      .map(
        (text) =>
          `${JSON.stringify(`${text}?`)}: { type: string, description: ${JSON.stringify(text)}, secret: true }`,
      )
      .join(", ")} } } }`,
  ).replace("Orders", () => JSON.stringify(hostile.join(" "))),
  "errors/a.yaml": errorsText(
    ...hostileTexts.map((text, index) =>
      entryText(`c${index}`, {
        title: JSON.stringify(`${index} ${text}`),
        message: JSON.stringify([`{left}${text}{left}`, text]),
        meaning: JSON.stringify(text),
        causes: JSON.stringify([text]),
        fixes: JSON.stringify([text]),
        deprecated: `{ since: 1.0.0, reason: ${JSON.stringify(text)} }`,
        fields:
          "{ left?: integer, kind?: Kind, odd?: Odd, inline?: { properties: { a: Odd, b?: Kind } } }",
        examples: `[{ title: ${JSON.stringify(text)}, fields: { kind: ${JSON.stringify(hostile[index])}, odd: {}, inline: { a: {} } } }]`,
      }),
    ),
  ),
  "operations.yaml": `operations: { buy: { title: ${JSON.stringify(hostile.join(" "))}, method: GET, path: "/a.b/~c/%20/{d-e}/it's:$1!*(),;=@&+", codes: [c0] } }\n`,
});
