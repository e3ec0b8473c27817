/** The answers that examples become in each wire format. */
import { type Catalog, type Entry, type Example, liveEntries } from "../model/catalog.js";
import type { WireFormat } from "../model/wire-format.js";
import type { EncodedAnswer, EncodeOptions } from "../runtime/index.js";
import { type RunningCatalog, runCatalog } from "../wire/running-catalog.js";

/** What an example looks like on a wire. */
export interface ExampleAnswer {
  readonly format: WireFormat;
  readonly example: Pick<Example, "title" | "fields" | "status">;
  readonly answer: EncodedAnswer;
  /** The code that a client reads from it: another one where the format folds the code, or does not have it. */
  readonly readAs: string;
}

/** The answers of each code, by format and then by example, both in the order of the catalog. */
export type ExampleAnswers = ReadonlyMap<string, readonly ExampleAnswer[]>;

/** Encodes every example of every code in every format. */
export function exampleAnswers(catalog: Catalog, options: EncodeOptions = {}): ExampleAnswers {
  const running = runCatalog(catalog);
  return new Map(
    liveEntries(catalog).map((entry) => [entry.code, answersOf(entry, catalog, running, options)]),
  );
}

function answersOf(
  entry: Entry,
  { wireFormats, consumes }: Catalog,
  { formats, errorOf }: RunningCatalog,
  options: EncodeOptions,
): readonly ExampleAnswer[] {
  const errors = examplesOf(entry).flatMap((example) => {
    const error = errorOf(entry, example);
    return error === undefined ? [] : [{ example, error }];
  });
  return wireFormats.flatMap((format) => {
    const working = formats.get(format.name.value);
    if (working === undefined) return [];
    return errors.flatMap(({ example, error }) => {
      const answer = working.encode(error, options);
      const readAs = working.decode(answer).code;
      // A service of somebody else answers with what it has, and not with what would stand for it here.
      if (consumes !== undefined && readAs !== entry.code) return [];
      return [{ format, example, answer, readAs }];
    });
  });
}

/** The examples of an entry; where it has none and none of its fields has to be there, the bare error. */
function examplesOf(entry: Entry): readonly Pick<Example, "title" | "fields" | "status">[] {
  const { examples, title, code } = entry;
  return examples.length > 0
    ? examples
    : [{ title: title?.value ?? code, fields: {}, status: undefined }];
}
