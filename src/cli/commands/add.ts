/** `errdex add`: begins an entry, and says what is to be filled in. */
import { guesser, quoted } from "../../diagnostics/suggest.js";
import { addCode } from "../../fix/codes/add-code.js";
import type { JsonValue } from "../../model/json-value.js";
import { type ChangeOptions, catalogToChange, changeCodes } from "../change-codes.js";
import { type ExitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { refuseTaken } from "../named-code.js";

/** Options of the command: what is known of the code. */
export interface AddOptions extends ChangeOptions {
  readonly category?: string;
  readonly status?: number;
  readonly title?: string;
  readonly message?: string;
  readonly meaning?: string;
  readonly cause?: readonly string[];
  readonly fix?: readonly string[];
  readonly resolver?: string;
  readonly retry?: string;
  readonly name?: string;
}

/** Adds a code. What is missing is listed, and no reason to refuse it. */
export async function add(code: string, options: AddOptions, host: Host): Promise<ExitCode> {
  const changed = await catalogToChange(options, host);
  const { catalog, trees } = changed;
  refuseTaken(code, catalog);
  const known = catalog.categories.map(({ id }) => id);
  const category = categoryAmong(known, options.category);
  const heading = known.length === 0 ? wordsOf(category) : undefined;
  const { status, meaning, cause, fix, resolver, retry, name } = options;
  const title = options.title ?? wordsOf(code);
  const message = options.message ?? `${title}.`;
  const given: Readonly<Record<string, JsonValue | undefined>> = {
    ...{ status, title, message, meaning, causes: cause, fixes: fix, resolver, retry, name },
    ...(retry === "after"
      ? { ...delayed, examples: [{ title, fields: { retry_after: 60 } }] }
      : { examples: [{ title }] }),
  };
  const members = Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  const guessed = [
    ...(options.title === undefined ? ["the title"] : []),
    ...(options.message === undefined ? ["the message"] : []),
  ].join(" and ");
  const like = catalog.entries.find(
    (each) => each.code !== code && lettersOf(each.code) === lettersOf(code),
  );
  const warning =
    like === undefined ? "" : ` The catalog has ${quoted(like.code)}, which is nearly the same.`;
  return changeCodes(
    changed,
    {
      plan: (since) => addCode(trees, { code, category, heading, members: { ...members, since } }),
      isLeft: ({ rule }) => rule.startsWith("missing-") || leftOnWires.has(rule),
      done: (since) =>
        `Added ${code}, since ${since}, in ${category}${heading === undefined ? "" : ", the first category"}.${guessed === "" ? "" : ` Look at ${guessed}: the words of the code stand there.`}${warning}`,
    },
    options,
    host,
  );
}

/** What a wire format may lack for a code that is new. */
const leftOnWires: ReadonlySet<string> = new Set(["wire-unmapped", "wire-place"]);

/** What an error has that says when to try again, in seconds. */
const delayed = { delay: "retry_after", fields: { retry_after: "integer" } };

/**
 * The category of the code: one that there is or, where there is none yet, a first one.
 *
 * @throws UsageError where nobody can tell which is meant.
 */
function categoryAmong(known: readonly string[], asked: string | undefined): string {
  if (asked === undefined) {
    const [only, ...others] = known;
    if (only !== undefined && others.length === 0) return only;
    throw new UsageError(
      known.length === 0
        ? "The catalog has no categories yet. Name the first one, such as `--category orders`: it is added to catalog.yaml."
        : `Say which category by --category: ${known.map(quoted).join(", ")}.`,
    );
  }
  if (known.length === 0 || known.includes(asked)) return asked;
  const guess = guesser(() => known)(asked);
  throw new UsageError(
    `There is no category ${quoted(asked)} in catalog.yaml.${"help" in guess ? ` ${guess.help}` : ""}`,
  );
}

// `out_of_paper`, `OutOfPaper` and `out-of-papers` are easily taken for one another.
function lettersOf(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/s$/, "");
}

/** `out_of_paper` → `Out of paper`. */
function wordsOf(code: string): string {
  const words = code.replace(/[_.-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
