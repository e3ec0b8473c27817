/** What a locale is called, and that it has one file. */
import { quoted } from "../../diagnostics/suggest.js";
import type { Locale } from "../../model/locale.js";
import { type Complain, defineRule } from "../rule.js";

export const localeForm = defineRule({
  name: "locale-form",
  severity: "error",
  summary: "A locale is a BCP 47 tag in its usual form, and its file has that name.",
  catalog: ({ locales }, report) => {
    const seen = new Map<string, Locale>();
    for (const locale of locales) {
      checkTag(locale, report);
      const { value, at } = locale.tag;
      const first = seen.get(value);
      if (first === undefined) seen.set(value, locale);
      else
        report(at, `The locale ${quoted(value)} has two files.`, {
          related: [{ at: first.tag.at, message: "The first is here." }],
        });
    }
  },
});

function checkTag({ tag: { value, at }, fileName }: Locale, report: Complain): void {
  const usual = canonical(value);
  if (usual === undefined)
    report(at, `${quoted(value)} is no language tag (BCP 47).`, {
      help: "Such as de, pt-BR or zh-Hant.",
    });
  else if (usual !== value) report(at, `${quoted(value)} is usually written ${quoted(usual)}.`);
  else if (fileName !== value)
    report(at, `The file is called ${fileName}, and its locale is ${value}.`, {
      help: `Rename the file to ${value}.yaml.`,
    });
}

/** The tag as RFC 5646 section 4.5 writes it; undefined where it is none. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
