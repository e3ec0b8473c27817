/** Turns what files say into what is known of each code. */
import type { CatalogNames } from "./catalog-names.js";
import type { HandledPlace, UnknownCode, Unseen } from "./coverage.js";
import type { CallFact, CodeGroup, CodeText, CodeTexts, SourceFacts } from "./facts.js";
import type { Linker } from "./link.js";
import type { Linked } from "./linked.js";
import { codeGuesser } from "./misspelling.js";
import type { SourcePlace } from "./source-place.js";

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
export interface Sightings {
  /** By catalog, then by code. */
  readonly places: ReadonlyMap<CatalogNames, ReadonlyMap<string, CodePlaces>>;
  readonly unknown: UnknownCode[];
  readonly unseen: Unseen[];
}

type Form = HandledPlace["form"];

/** Looks through the files, in their order. `ignored`: texts that are no catalog's, and are not complained about. */
export function sightingsIn(
  files: Iterable<SourceFacts>,
  catalogs: readonly CatalogNames[],
  linker: Linker,
  ignored: ReadonlySet<string>,
): Sightings {
  const places = new Map(catalogs.map((names) => [names, placesOf(names)]));
  const unknown: UnknownCode[] = [];
  const unseen: Unseen[] = [];
  // A handler may be seen twice: as an argument of `match`, and by the type beside it.
  const counted = new Set<string>();
  const guess = codeGuesser(catalogs);

  const at = (names: CatalogNames, code: string): CodePlaces | undefined =>
    places.get(names)?.get(code);
  const owners = (code: string): readonly CatalogNames[] =>
    catalogs.filter(({ entries }) => entries.has(code));

  const complain = (file: SourceFacts, text: CodeText, form: UnknownCode["form"]): void => {
    const { path, line, column } = text.place;
    if (ignored.has(text.text) || counted.has(`? ${path}:${line}:${column}`)) return;
    counted.add(`? ${path}:${line}:${column}`);
    const nearest = guess.nearest(text.text);
    const { span, place } = text;
    unknown.push({ code: text.text, nearest, form, inTest: file.isTest, place, span });
  };

  const handle = (
    file: SourceFacts,
    names: CatalogNames,
    { text, place }: CodeText,
    form: Form,
  ): void => {
    const key = `${names.catalog.name.value} ${text} ${place.path}:${place.line}:${place.column}`;
    if (counted.has(key)) return;
    counted.add(key);
    const found = at(names, text);
    if (file.isTest) found?.testHandled.push(place);
    else found?.handled.push({ ...place, form });
  };

  const cannotSee = ({ unread }: CodeTexts, form: string): void => {
    for (const { what, place } of unread)
      unseen.push({ reason: what, message: unreadMessage(what, form), place });
  };

  /** Texts that can be nothing but codes of the catalog. */
  const seeTexts = (file: SourceFacts, names: CatalogNames, codes: CodeTexts, form: Form): void => {
    for (const text of codes.texts) {
      if (names.entries.has(text.text)) handle(file, names, text, form);
      else if (text.text !== unrecognized) complain(file, text, form);
    }
    cannotSee(codes, form);
  };

  const seeCall = (file: SourceFacts, call: CallFact, { names, meaning }: Linked): void => {
    const { place } = call;
    switch (meaning?.kind) {
      case "constructor": {
        const found = at(names, meaning.code);
        (file.isTest ? found?.testRaised : found?.raised)?.push(place);
        return;
      }
      case "guard":
        for (const code of meaning.codes) seeGuarded(file, names, code, meaning.by, place);
        return;
      case "match":
        seeTexts(file, names, call.keys, "match");
        return;
      case "hasCode":
        seeTexts(file, names, call.texts, "hasCode");
        return;
      default:
    }
  };

  const seeGuarded = (
    file: SourceFacts,
    names: CatalogNames,
    code: string,
    by: string,
    place: SourcePlace,
  ): void => {
    const found = at(names, code);
    if (file.isTest) found?.testHandled.push(place);
    else found?.byCategory.push({ ...place, by });
  };

  const seeGroup = (file: SourceFacts, group: CodeGroup): void => {
    const { evidence, form, texts } = group;
    const isOurs =
      evidence !== undefined && evidence.length > 0 && linker.areErrorTypes(evidence, file);
    if (group.needsEvidence && !isOurs) return;
    const isChosen =
      isOurs || (group.isOneChoice && texts.some(({ text }) => owners(text).length > 0));
    if (!isRepeated(texts, `${form} ${isChosen}`)) seeChosen(file, group, isChosen);
    if (isChosen) cannotSee(group, form);
  };

  // A list of thousands of codes may be compared with thousands of errors.
  const repeated = new Map<readonly CodeText[], Set<string>>();
  const isRepeated = (texts: readonly CodeText[], how: string): boolean => {
    const before = repeated.get(texts) ?? new Set();
    const isKnown = before.has(how);
    repeated.set(texts, before.add(how));
    return isKnown;
  };

  const seeChosen = (file: SourceFacts, { texts, form }: CodeGroup, isChosen: boolean): void => {
    for (const text of texts) {
      const names = owners(text.text);
      for (const each of names) handle(file, each, text, form);
      if (names.length > 0 || text.text === unrecognized) continue;
      const isMeant = isChosen ? !isSystemCode(text.text) : guess.isMisspelling(text.text);
      if (isMeant) complain(file, text, form);
    }
  };

  const seeFile = (file: SourceFacts): void => {
    if (file.problem !== undefined) {
      const { message, place } = file.problem;
      unseen.push({ reason: "unparsed", message: `The file was not read: ${message}.`, place });
    }
    for (const call of file.calls) {
      const linked = "module" in call.callee ? linker.catalogOf(call.callee, file) : undefined;
      if (linked === undefined) continue;
      seeCall(file, call, linked);
      if (linked.meaning === undefined && linked.path.includes(undefined)) {
        const message = "Which function of the catalog is called is worked out at run time.";
        unseen.push({ reason: "computed", message, place: call.place });
      }
    }
    for (const group of file.groups) seeGroup(file, group);
    for (const { types, keys } of file.tables) {
      for (const { name, by } of types) {
        const linked = linker.catalogOf(name, file);
        const wanted = by === "handlers" ? "handlers" : "type";
        if (linked?.meaning?.kind !== wanted) continue;
        seeTexts(file, linked.names, keys, "handlers");
        break;
      }
    }
    for (const { origin, place } of file.values) {
      const linked = linker.catalogOf(origin, file);
      if (linked !== undefined) seeValue(file, linked, place);
    }
    for (const text of file.matched) {
      const isCode = owners(text.text).length > 0 || text.text === unrecognized;
      if (!isCode) complain(file, text, "matcher");
    }
    for (const { code, place } of file.named)
      for (const names of owners(code)) at(names, code)?.testNamed.push(place);
    for (const place of file.computedImports) {
      const message = "Which module is imported is worked out at run time.";
      unseen.push({ reason: "computed-import", message, place });
    }
  };

  const seeValue = (file: SourceFacts, linked: Linked, place: SourcePlace): void => {
    const { names, meaning, path } = linked;
    if (meaning?.kind === "guard")
      for (const code of meaning.codes) seeGuarded(file, names, code, meaning.by, place);
    if (file.isTest) return;
    if (meaning?.kind === "constructor") {
      at(names, meaning.code)?.passed.push(place);
      const message = `The constructor of ${meaning.code} is passed on. Where it is called was not seen.`;
      unseen.push({ reason: "passed-on", message, place });
    } else if (path.length === 0) {
      const message = `The module of the catalog ${names.catalog.name.value} is passed on as a whole. What is called of it was not seen.`;
      unseen.push({ reason: "passed-on", message, place });
    } else if (path.length === 1 && path[0] === undefined) {
      const message = "Which export of the catalog is used is worked out at run time.";
      unseen.push({ reason: "computed", message, place });
    }
  };

  for (const file of files) seeFile(file);
  return { places, unknown, unseen };
}

const unrecognized = "unrecognized";

function placesOf({ entries }: CatalogNames): ReadonlyMap<string, CodePlaces> {
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

function unreadMessage(what: "spread" | "computed" | "elsewhere", form: string): string {
  switch (what) {
    case "spread":
      return `The codes that are spread into this ${form} were not seen.`;
    case "computed":
      return `A code of this ${form} is worked out at run time.`;
    case "elsewhere":
      return `The handlers of this ${form} stand somewhere else.`;
  }
}

// What Node and the operating system call their errors: ENOENT, ERR_INVALID_ARG_TYPE.
function isSystemCode(text: string): boolean {
  return /^(E[A-Z0-9]+|ERR_[A-Z0-9_]+)$/.test(text);
}
