/** The anchors and aliases of a document, none of which means anything in a catalog. */
import type { Span } from "../model/source.js";
import type { Report } from "./load-rules.js";
import { quoteHelp } from "./yaml-hint.js";

/** Notes anchors and aliases in the order of the text. */
export class Anchors {
  readonly #all = new Map<string, { readonly at: Span; readonly isOfText: boolean }>();
  readonly #used = new Set<string>();

  /** @param help what to write instead of an alias. */
  constructor(readonly help: string) {}

  /** Notes an anchor, with its `&`, of a text or of a list or mapping. */
  define(at: Span, isOfText: boolean): void {
    this.#all.set(nameAt(at), { at, isOfText });
  }

  /** Reports an alias, with its `*`. */
  use(at: Span, report: Report): void {
    const name = nameAt(at);
    this.#used.add(name);
    report("yaml-alias", at, `The alias *${name} is not allowed here.`, {
      help: this.#all.has(name) ? this.help : quoteHelp("*"),
    });
  }

  /** Reports the anchors of texts that no alias names: often a text that was to begin with `&`. */
  reportUnused(report: Report): void {
    for (const [name, { at, isOfText }] of this.#all)
      if (isOfText && !this.#used.has(name))
        report("yaml-alias", at, `The anchor &${name} is not part of the text.`, {
          help: quoteHelp("&"),
        });
  }
}

function nameAt({ file, start, end }: Span): string {
  return file.text.slice(start + 1, end);
}
