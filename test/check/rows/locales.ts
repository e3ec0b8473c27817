/** What is wrong with translations. */
import { type CatalogTexts, entryText, lines } from "../../support/catalog-of.js";
import { type Row, withEntries, withEntry } from "./row.js";

/** `locales/de.yaml`: the code on line 4, its title on line 5, its message on line 9 unless another part is replaced. */
export function localeText(...replaced: readonly string[]): string {
  const parts = {
    title: "Ausverkauft",
    meaning: "Der Laden hat keine mehr.",
    causes: "[Jemand anderes hat es gekauft.]",
    fixes: "[Bestelle etwas anderes.]",
    message: "Es ist nichts mehr da.",
  };
  const all = new Map(Object.entries(parts));
  for (const text of replaced) {
    const [name = ""] = text.split(":", 1);
    if (text.endsWith(": -")) all.delete(name);
    else all.set(name, text.slice(name.length + 2));
  }
  return lines(
    "locale: de",
    "categories: { orders: Bestellungen }",
    "errors:",
    "  sold_out:",
    ...[...all].map(([name, text]) => `    ${name}: ${text}`),
  );
}

const entry = {
  fields:
    "{ action: { properties: { url: { type: string, secret: true } } }, count: integer, left?: integer, size: { enum: [s, l] }, is: boolean, at: date-time, day: date, list: { items: string }, part: { properties: { some-thing: integer } } }",
  examples:
    "[{ title: A, fields: { action: { url: x }, count: 1, left: 2, size: s, is: true, at: '2026-01-01T00:00:00Z', day: 2026-01-01, list: [], part: { some-thing: 1 } } }]",
};

const message = (name: string, text: string, finds: readonly string[], ...says: string[]): Row => ({
  name: `a translation with ${name}`,
  files: { ...withEntry(entry), "locales/de.yaml": localeText(`message: ${text}`) },
  finds: finds.map((find) => find.replace(" ", " locales/de.yaml:")),
  says,
});

const locale = (
  name: string,
  files: CatalogTexts,
  finds: readonly string[],
  ...says: string[]
): Row => ({
  name,
  files: { ...withEntry({}), ...files },
  finds,
  says,
});

export const localeRows: readonly Row[] = [
  locale(
    "a locale that is no language tag, one in another form, and one in a file of another name",
    {
      "locales/a_b.yaml": localeText().replace("locale: de", "locale: a_b"),
      "locales/pt-br.yaml": localeText().replace("locale: de", "locale: pt-br"),
      "locales/fr.yaml": localeText(),
    },
    [
      "locale-form locales/a_b.yaml:1:9",
      "locale-form locales/fr.yaml:1:9",
      "locale-form locales/pt-br.yaml:1:9",
    ],
    '"a_b" is no language tag (BCP 47). | Such as de, pt-BR or zh-Hant.',
    '"pt-br" is usually written "pt-BR".',
    "The file is called fr, and its locale is de. | Rename the file to de.yaml.",
  ),
  locale(
    "a locale with two files",
    { "locales/de.yaml": localeText(), "locales/de.yml": localeText() },
    ["locale-form locales/de.yml:1:9"],
    'The locale "de" has two files.',
  ),
  locale(
    "a locale without its tag, and one that is no mapping",
    { "locales/de.yaml": localeText().replace("locale: de\n", ""), "locales/fr.yaml": "[]\n" },
    ["wrong-type locales/de.yaml:1:1", "wrong-type locales/fr.yaml:1:1"],
    'The key "locale" is missing.',
  ),
  locale(
    "a translation of a code and a category that there are not, with a key that nobody knows",
    {
      "locales/de.yaml": localeText()
        .replace("orders:", "ordres:")
        .replace("sold_out:", "sold_uot:\n    titel: X"),
    },
    [
      "missing-translation locales/de.yaml:1:9",
      "missing-translation locales/de.yaml:1:9",
      "category-unknown locales/de.yaml:2:15",
      "code-unknown locales/de.yaml:4:3",
      "unknown-key locales/de.yaml:5:5",
    ],
    'de has no title for the category "orders".',
    'Did you mean "orders"?',
    'Did you mean "sold_out"?',
    'Did you mean "title"?',
    'de does not translate "title", "message", "meaning", "causes", "fixes" of sold_out.',
  ),
  locale(
    "words that the help site does not have, and a place for nothing",
    {
      "locales/de.yaml": localeText().replace(
        "errors:",
        'words:\n  copi: Kopieren\n  search.none: "Nichts für {frage}"\n  since: "Seit }"\nerrors:',
      ),
    },
    [
      "locale-word locales/de.yaml:4:9",
      "locale-word locales/de.yaml:5:16",
      "locale-word locales/de.yaml:6:10",
    ],
    'The help site has no words for "copi". | Did you mean "copy"?',
    'A brace stands alone. | In English this is "Since".',
    'Nothing is put in for {frage}. | In English this is "Nothing found for “{query}”.".',
  ),
  locale(
    "a translation without some of the texts",
    { "locales/de.yaml": localeText("message: -", "fixes: -") },
    ["missing-translation locales/de.yaml:4:3"],
    'de does not translate "message", "fixes" of sold_out.',
  ),
  locale(
    "a translation that is broken, whose texts nobody misses as well",
    { "locales/de.yaml": localeText("causes: []", "message: -") },
    ["wrong-type locales/de.yaml:7:13"],
  ),
  locale(
    "a translation of an entry that is broken, which nobody takes for unknown",
    { ...withEntry({ causes: "[]" }), "locales/de.yaml": localeText() },
    ["wrong-type errors/a.yaml:8:13"],
  ),
  {
    name: "a translated title that two codes have, and texts in another layout",
    files: {
      ...withEntries([entryText("sold_out"), entryText("late", { title: "Too late" })]),
      "locales/de.yaml": `${localeText("message: Nichts da", 'title: "Weg "')}  late:\n    title: "weg "\n`,
      "catalog.yaml": lines(
        "catalog: shop",
        "title: Errors of the shop",
        "version: 1.0.0",
        "categories: { orders: Orders }",
        "rules: { key-order: off, message-similar: off, missing-translation: off }",
      ),
    },
    finds: [
      "text-layout locales/de.yaml:5:12",
      "message-full-stop locales/de.yaml:9:14",
      "text-layout locales/de.yaml:11:12",
      "title-duplicate locales/de.yaml:11:12",
    ],
    says: ["sold_out has this title already."],
  },
  locale(
    "a character in a translation that misleads whoever reads it",
    { "locales/de.yaml": localeText("title: Aus\u202everkauft") },
    ["text-unsafe locales/de.yaml:5:15"],
  ),
  locale(
    "marks of a direction in values, which are allowed, and beside them, where they are not",
    {
      "locales/he.yaml": localeText(
        "title: \u200fאזל\u200e",
        'meaning: "\\u061cאזל. \u200f"',
        "causes: [אזל.] # \u200f",
        'fixes: ["\\u200e\\u202eאזל."]',
        "message: >-\n      אזל\u200f.",
        '"a\\u200f": x',
        "b\u200f: x",
      ).replace("locale: de", "locale: he"),
    },
    [
      "text-unsafe locales/he.yaml:7:22",
      "text-unsafe locales/he.yaml:8:13",
      "text-unsafe locales/he.yaml:11:5",
      "unknown-key locales/he.yaml:11:5",
      "unknown-key locales/he.yaml:12:5",
      "text-unsafe locales/he.yaml:12:6",
    ],
    "U+200F is not allowed",
    "U+202E is not allowed",
  ),
  message(
    "placeholders of fields that there are not, or that no message shows",
    '"{cuont, plural, one {#} other {#}} {action.url} {action} {part.some-thing} {left}."',
    [
      "placeholder-unknown 9:16",
      "placeholder-hidden 9:51",
      "placeholder-object 9:64",
      "placeholder-optional 9:91",
    ],
    '{cuont}: sold_out has no field "cuont" there. | Did you mean "count"?',
  ),
  message("a message that hides the next", '["{count}.", "{left}.", Nichts.]', [
    "message-unreachable 9:15",
  ]),
  message(
    "uses that do not fit the field",
    '"{size, plural, one {x} other {y}} {at, number} {count, date} {day, time} {list, select, other {x}}."',
    [
      "placeholder-type 9:16",
      "placeholder-type 9:50",
      "placeholder-type 9:63",
      "placeholder-type 9:77",
      "placeholder-type 9:89",
    ],
    "{size} is not a number, as plural needs it.",
    "{list} is not a single value, as select needs it.",
  ),
  message(
    "cases for values that the field never has",
    '"{size, select, s {x} xl {y} other {z}} {is, select, yes {x} other {y}}."',
    ["select-case 9:36", "select-case 9:67"],
    '{size} is never "xl". | Did you mean "l"?',
    '{is} is never "yes". | Known: "true", "false".',
  ),
  message(
    "plurals in the forms of another language",
    '"{count, plural, few {x} other {y}}, {count, selectordinal, one {#st} other {#th}}."',
    ["plural-forms 9:16", "plural-forms 9:31", "plural-forms 9:74"],
    'In de a plural has "one" too. | The forms: "one", "other".',
    'In de no plural is "few". | The forms: "one", "other". For a number write =1.',
  ),
  message(
    "numbers of a plural that are written as no number is",
    '"{count, plural, =0 {z} =1 {e} =-2 {m} =01 {a} =+3 {b} one {x} other {y}}."',
    ["plural-forms 9:53", "plural-forms 9:61"],
    '"=01" is never chosen. | Write =1.',
    '"=+3" is never chosen. | Write =3.',
  ),
  message(
    "values that cannot be cases of a select",
    '["{size, select, x-l {a} other {b}}", "{size, select, x l {a} other {b}}", "{size, select, 1.5 {a} other {b}}"]',
    ["message-syntax 9:32", "message-syntax 9:70", "message-syntax 9:106"],
    "A case is a word with a text in braces. | Such as one {# image}. A value with a hyphen, a space or a dot is reached by `other` alone.",
  ),
  message(
    "a plural without other, and a field that is not closed",
    '["{left, plural, one {x}}", "{left", "{{left}}", "{left, nubmer}", "{left, plural, =x {y} other {z}}", "{left, number, ::.00}", "{left, number, percnet}", "<b>{left}</b>", "{left} }", "{left, plural, one {x} one {y} other {z}}", "{left..x}", Nichts.]',
    [
      "message-syntax 9:38",
      "message-syntax 9:43",
      "message-syntax 9:52",
      "message-syntax 9:71",
      "message-syntax 9:98",
      "message-syntax 9:133",
      "message-syntax 9:158",
      "message-syntax 9:170",
      "message-syntax 9:194",
      "message-syntax 9:222",
      "message-syntax 9:244",
    ],
    "A plural or select has a case for `other`. | Add other {…}.",
    "This brace is not closed. | In a translation a brace that stands for itself is quoted: '{'.",
    'Behind the comma stands what to make of the field. | Did you mean "number"?',
    "Skeletons, which begin with ::, are not supported.",
    'There is no style "percnet" here. | Did you mean "percent"?',
    "Tags are not supported: a message is plain text.",
    "A lone } is neither a field nor text.",
    "This case stands here a second time.",
  ),
  message(
    "an apostrophe that swallows a field",
    "\"L'{size} n'est plus que {count}.\"",
    ["message-syntax 9:17"],
    "Quoted, this is no field. | An apostrophe before a brace quotes it: write two ('').",
  ),
  message(
    "more levels than anybody reads",
    `"${"{count, select, other {".repeat(15)}x${"}}".repeat(15)}."`,
    ["message-syntax 9:245"],
  ),
  message("a placeholder in a folded text", ">-\n      Es gibt {gone}\n      und\n      {left}.", [
    "placeholder-unknown 10:16",
    "placeholder-optional 12:8",
  ]),
];
