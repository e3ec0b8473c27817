/** Keeps the places of each code while files are looked through, and each place once. */

import type { HandledPlace, UnknownCode, Unseen } from "../coverage.js";
import type { CatalogNames } from "../link/catalog-names.js";
import type { NameFollower } from "../link/follow-names.js";
import type { CodeText, CodeTexts, SourceFacts, UnreadPlace } from "../read/source-facts.js";
import type { SourcePlace } from "../source-place.js";
import { codeGuesser } from "./misspelling.js";

/** The places of one code. */
export interface CodePlaces {
  readonly raised: SourcePlace[];
  readonly passed: SourcePlace[];
  readonly handled: HandledPlace[];
  readonly byCategory: (SourcePlace & { readonly by: string })[];
  readonly testRaised: SourcePlace[];
  readonly testHandled: SourcePlace[];
  readonly testNamed: SourcePlace[];
}

/** What was found in all files. */
export interface CodeCount {
  /** By catalog, then by code. */
  readonly places: ReadonlyMap<CatalogNames, ReadonlyMap<string, CodePlaces>>;
  readonly unknown: readonly UnknownCode[];
  readonly unseen: readonly Unseen[];
}

/** A code of a catalog, and the file in which it was met. */
export interface MetCode {
  readonly file: SourceFacts;
  readonly names: CatalogNames;
  readonly code: string;
  readonly place: SourcePlace;
}

/** The codes of an operation, where they are met together. */
interface MetOperation extends Omit<MetCode, "code"> {
  readonly operation: string;
  readonly codes: readonly string[];
}

/** What counting has at hand. */
export interface Counting {
  readonly tally: CodeTally;
  readonly follow: NameFollower;
}

/** The code of what no catalog knows, which people write beside codes. */
export const unrecognized = "unrecognized";

/** Counts what is found. `ignored`: texts that are no catalog's, and are not complained about. */
export class CodeTally implements CodeCount {
  readonly places: ReadonlyMap<CatalogNames, ReadonlyMap<string, CodePlaces>>;
  readonly unknown: UnknownCode[] = [];
  readonly unseen: Unseen[] = [];
  readonly #catalogs: readonly CatalogNames[];
  readonly #ignored: ReadonlySet<string>;
  readonly #guess;
  readonly #handled = new Set<string>();
  readonly #complained = new Set<string>();
  readonly #passedOn = new Set<string>();

  constructor(catalogs: readonly CatalogNames[], ignored: ReadonlySet<string>) {
    this.places = new Map(catalogs.map((names) => [names, noPlaces(names)]));
    this.#catalogs = catalogs;
    this.#ignored = ignored;
    this.#guess = codeGuesser(catalogs);
  }

  /** The catalogs that have the code. */
  catalogsOf(code: string): readonly CatalogNames[] {
    return this.#catalogs.filter(({ entries }) => entries.has(code));
  }

  /** Whether a catalog has the operation. */
  hasOperation(operation: string): boolean {
    return this.#catalogs.some(({ operations }) => operations.has(operation));
  }

  /** Whether a text that nobody says is a code can hardly be anything else. */
  isMisspelling(text: string): boolean {
    return this.#guess.isMisspelling(text);
  }

  raise({ file, names, code, place }: MetCode): void {
    const found = this.#at(names, code);
    (file.isTest ? found?.testRaised : found?.raised)?.push(place);
  }

  /** A constructor that is a value, and called who knows where. */
  passOn({ file, names, code, place }: MetCode): void {
    this.#at(names, code)?.passed.push(place);
    const message = `The constructor of ${code} is passed on. Where it is called was not seen.`;
    this.unsee(file, { reason: "passed-on", message, place, hides: ["raised"], codes: [code] });
  }

  /** All constructors that the function of an operation is given. Codes have the first place alone: there are many. */
  passAllOn({ file, names, operation, codes, place }: MetOperation): void {
    const key = `${names.catalog.name.value} ${operation}`;
    if (!this.#passedOn.has(key))
      for (const code of codes) this.#at(names, code)?.passed.push(place);
    this.#passedOn.add(key);
    const message = `The constructors of the operation ${operation} are passed on. What is called of them was not seen.`;
    this.unsee(file, { reason: "passed-on", message, place, hides: ["raised"], codes });
  }

  // A handler may be seen twice: as an argument of `match`, and by the type beside it.
  handle({ file, names, code, place }: MetCode, form: HandledPlace["form"]): void {
    const key = `${this.#ownerOf(names, code).catalog.name.value} ${code} ${keyOf(place)}`;
    if (this.#handled.has(key)) return;
    this.#handled.add(key);
    const found = this.#at(names, code);
    if (file.isTest) found?.testHandled.push(place);
    else found?.handled.push({ ...place, form });
  }

  /** A code that is handled together with others. */
  handleAmongOthers({ file, names, code, place }: MetCode, by: string): void {
    const found = this.#at(names, code);
    if (file.isTest) found?.testHandled.push(place);
    else found?.byCategory.push({ ...place, by });
  }

  /** A test that says a code, in whatever text. */
  nameInTest(code: string, place: SourcePlace): void {
    const owners = this.catalogsOf(code).map((names) => this.#ownerOf(names, code));
    for (const names of new Set(owners)) this.#at(names, code)?.testNamed.push(place);
  }

  /** A text that no catalog has, where a code is meant. */
  complain(file: SourceFacts, { text, place, span }: CodeText, form: UnknownCode["form"]): void {
    if (this.#ignored.has(text) || this.#complained.has(keyOf(place))) return;
    this.#complained.add(keyOf(place));
    const nearest = this.#guess.nearest(text);
    this.unknown.push({ code: text, nearest, form, inTest: file.isTest, place, span });
  }

  /** What could not be read of some texts. */
  miss(file: SourceFacts, { unread }: CodeTexts, form: string): void {
    for (const { what, place } of unread) {
      const message = unreadMessage(what, form);
      this.unsee(file, { reason: what, message, place, hides: ["handled"] });
    }
  }

  /** Something that could not be seen in a file. What a test hides is hidden of the tests alone. */
  unsee({ isTest }: Pick<SourceFacts, "isTest">, unseen: Unseen): void {
    this.unseen.push(isTest ? { ...unseen, hides: ["tested"] } : unseen);
  }

  #at(names: CatalogNames, code: string): CodePlaces | undefined {
    return this.places.get(this.#ownerOf(names, code))?.get(code);
  }

  /** The catalog whose the code is: one that is taken from another counts there, where that is looked at too. */
  #ownerOf(names: CatalogNames, code: string): CatalogNames {
    const owner = names.entries.get(code)?.owner?.name;
    if (owner === undefined) return names;
    return this.#catalogs.find(({ catalog }) => catalog.name.value === owner) ?? names;
  }
}

function keyOf({ path, line, column }: SourcePlace): string {
  return `${path}:${line}:${column}`;
}

function noPlaces({ entries }: CatalogNames): ReadonlyMap<string, CodePlaces> {
  return new Map(
    [...entries.keys()].map((code) => [
      code,
      {
        ...{ raised: [], passed: [], handled: [], byCategory: [] },
        ...{ testRaised: [], testHandled: [], testNamed: [] },
      },
    ]),
  );
}

function unreadMessage(what: UnreadPlace["what"], form: string): string {
  switch (what) {
    case "spread":
      return `The codes that are spread into this ${form} were not seen.`;
    case "computed":
      return `A code of this ${form} is worked out at run time.`;
    case "elsewhere":
      return `The handlers of this ${form} stand somewhere else.`;
  }
}
