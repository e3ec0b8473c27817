/** Mutants of a catalog: each has one thing in it that somebody may do by mistake. */

/** What kind of mistake it is. */
export type MutantKind =
  | "delete a key"
  | "misspell a key"
  | "misspell a name"
  | "break a placeholder"
  | "swap a type"
  | "empty a value"
  | "give a value of another type"
  | "duplicate a code"
  | "duplicate a title"
  | "drop a mapping"
  | "drop an operation's code"
  | "break the layout"
  | "retire a code"
  | "rename a code"
  | "change a status"
  | "change a retry"
  | "reword a text";

/** A catalog with one mistake in it. */
export interface Mutant {
  readonly kind: MutantKind;
  /** `errors/limits.yaml:12 status: 403 → status: 404` */
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
}

type Rewrite = (line: string) => string | undefined;

interface Recipe {
  readonly kind: MutantKind;
  readonly files: RegExp;
  readonly line: RegExp;
  readonly rewrite: Rewrite;
  /** Every how-manieth place is taken. */
  readonly every: number;
}

const errors = /^errors\//;
const locales = /^locales\//;
const swapLetters = (word: string) => word.replace(/^(.*)(.)(.)$/, "$1$3$2");
const misspelt: Rewrite = (line) =>
  line.replace(/(\w+)(\??:)/, (_, word: string, colon: string) => `${word}x${colon}`);

const recipes: readonly Recipe[] = [
  {
    kind: "delete a key",
    files: errors,
    line: /^ {4}(?!fields|stack|headers|challenge|delay|never_sent)\w+: \S/,
    rewrite: () => undefined,
    every: 6,
  },
  { kind: "misspell a key", files: errors, line: /^ {4}\w+:/, rewrite: misspelt, every: 12 },
  {
    kind: "misspell a key",
    files: /^(catalog|operations|wire\/.*)\.yaml$/,
    line: /^\w+:/,
    rewrite: misspelt,
    every: 2,
  },
  {
    kind: "misspell a name",
    files: errors,
    line: /^ {6}\w+\??: [A-Z]\w+$/,
    rewrite: (line) => line.replace(/[A-Z]\w+$/, swapLetters),
    every: 1,
  },
  {
    kind: "misspell a name",
    files: /^operations/,
    line: /^ {6}- \w+$/,
    rewrite: (line) => line.replace(/\w+$/, (word) => `${word}x`),
    every: 5,
  },
  {
    kind: "misspell a name",
    files: /^catalog/,
    line: /^ {2}\d\w\w: \w+$/,
    rewrite: (line) => line.replace(/\w+$/, (word) => `${word}x`),
    every: 1,
  },
  {
    kind: "break a placeholder",
    files: errors,
    line: /^ +(- |message: ).*\{\w/,
    rewrite: (line) => line.replace(/\{([\w.]+)\}/, "{$1x}"),
    every: 1,
  },
  {
    kind: "break a placeholder",
    files: errors,
    line: /^ +(- |message: ).*\{\w/,
    rewrite: (line) => line.replace(/\}/, ""),
    every: 2,
  },
  {
    kind: "give a value of another type",
    files: errors,
    line: /^ {4}(status|title|resolver|retry|since): /,
    rewrite: (line) => line.replace(/: .*/, ": { a: 1 }"),
    every: 8,
  },
  {
    kind: "give a value of another type",
    files: errors,
    line: /^ {4}(resolver|retry): /,
    rewrite: (line) => line.replace(/: .*/, ": nobody"),
    every: 6,
  },
  {
    kind: "empty a value",
    files: errors,
    line: /^ {4}(status|title|meaning|resolver|retry|since): /,
    rewrite: (line) => line.replace(/: .*/, ":"),
    every: 9,
  },
  {
    kind: "change a status",
    files: errors,
    line: /^ {4}status: /,
    rewrite: (line) => line.replace(/: .*/, ": 299"),
    every: 6,
  },
  {
    kind: "break the layout",
    files: errors,
    line: /^ {4}\w+: /,
    rewrite: (line) => line.slice(1),
    every: 25,
  },
  {
    kind: "break the layout",
    files: errors,
    line: /^ {4}title: /,
    rewrite: (line) => line.replace(/: (.*)/, ': " $1"'),
    every: 8,
  },
  {
    kind: "swap a type",
    files: errors,
    line: /^ {6}\w+\??: Seconds$/,
    rewrite: (line) => line.replace("Seconds", "boolean"),
    every: 1,
  },
  {
    kind: "swap a type",
    files: /^catalog/,
    line: /^ {4}type: (integer|object)$/,
    rewrite: (line) => line.replace(/integer|object/, "boolean"),
    every: 1,
  },
  {
    kind: "drop a mapping",
    files: /^wire\//,
    line: /^ {2}\w+: (\w+|\{.*\})$/,
    rewrite: () => undefined,
    every: 4,
  },
  {
    kind: "drop an operation's code",
    files: /^operations/,
    line: /^ {6}- \w+$/,
    rewrite: () => undefined,
    every: 3,
  },
  {
    kind: "duplicate a code",
    files: errors,
    line: /^ {2}\w+:$/,
    rewrite: (line) => `${line.replace(/^ {2}(?=\w)/, "  ")}\n    status: 400\n${line}`,
    every: 5,
  },
  {
    kind: "duplicate a title",
    files: errors,
    line: /^ {4}title: /,
    rewrite: (line) => line.replace(/: .*/, ": Too many requests"),
    every: 7,
  },
  {
    kind: "retire a code",
    files: errors,
    line: /^ {2}\w+:$/,
    rewrite: (line) => `${line}\n    retired: { since: 1.0.0 }`,
    every: 8,
  },
  {
    kind: "rename a code",
    files: errors,
    line: /^ {2}\w+:$/,
    rewrite: (line) => line.replace(/(\w+):/, "$1_again:"),
    every: 6,
  },
  {
    kind: "change a status",
    files: errors,
    line: /^ {4}status: 4/,
    rewrite: (line) => line.replace(/: .*/, ": 410"),
    every: 6,
  },
  {
    kind: "change a retry",
    files: errors,
    line: /^ {4}retry: never/,
    rewrite: (line) => line.replace("never", "backoff"),
    every: 8,
  },
  {
    kind: "delete a key",
    files: locales,
    line: /^ {4}(title|meaning): /,
    rewrite: () => undefined,
    every: 20,
  },
  { kind: "misspell a key", files: locales, line: /^ {4}\w+:/, rewrite: misspelt, every: 30 },
  { kind: "rename a code", files: locales, line: /^ {2}\w+:$/, rewrite: misspelt, every: 9 },
  {
    kind: "break a placeholder",
    files: locales,
    line: /\{\w/,
    rewrite: (line) => line.replace(/\{([\w.]+)/, "{$1x"),
    every: 1,
  },
  {
    kind: "break a placeholder",
    files: locales,
    line: /other \{/,
    rewrite: (line) => line.replace("other {", "otther {"),
    every: 3,
  },
  {
    kind: "break a placeholder",
    files: locales,
    line: /\}/,
    rewrite: (line) => line.replace("}", ""),
    every: 3,
  },
  {
    kind: "duplicate a title",
    files: locales,
    line: /^ {4}title: /,
    rewrite: (line) => line.replace(/: .*/, ": Zu viele Anfragen"),
    every: 15,
  },
  {
    kind: "reword a text",
    files: errors,
    line: /^ {4}(title|message): [A-Z]/,
    rewrite: (line) => line.replace(/: (.*)/, ": Now $1").replace(/\.$/, " again."),
    every: 16,
  },
];

/** The mutants of a catalog, always the same ones. */
export function mutantsOf(texts: Readonly<Record<string, string>>): readonly Mutant[] {
  return recipes.flatMap(({ kind, files, line: wanted, rewrite, every }) => {
    const places = Object.entries(texts)
      .filter(([path]) => files.test(path))
      .flatMap(([path, text]) =>
        text
          .split("\n")
          .flatMap((line, index) => (wanted.test(line) ? [{ path, line, index }] : [])),
      );
    return places
      .filter((_, index) => index % every === 0)
      .map(({ path, line, index }): Mutant => {
        const all = (texts[path] ?? "").split("\n");
        const changed = rewrite(line);
        all.splice(index, 1, ...(changed === undefined ? [] : [changed]));
        const name = `${path}:${index + 1} ${line.trim()} → ${changed?.trim() ?? "nothing"}`;
        return { kind, name, texts: { ...texts, [path]: all.join("\n") } };
      });
  });
}
