/** How other languages write placeholders: what looks like one, and what stands in its place. */

/** How another language writes a placeholder. Groups: `name`, `place` (its number), `verb` (the letter of printf). */
export interface ForeignForm {
  readonly pattern: RegExp;
  /** Whether braces of ours are in it, so that the value is shown, with something before it. */
  readonly isAround?: boolean;
  /** Whether this could be nothing else, whatever it names. */
  readonly isSure?: boolean;
  /** Whether it may as well be a tag of a markup. */
  readonly isTag?: boolean;
}

/** The forms, of which the first that takes a stretch of a text is meant. */
export const foreignForms: readonly ForeignForm[] = [
  // `US${price}` is a price.
  { pattern: /(?<![\w$])\$\{(?<name>[\w.]+)\}/g, isAround: true },
  { pattern: /(?<![\w%])%\{(?<name>[\w.]+)\}/g, isAround: true },
  { pattern: /(?<![\w#])#\{(?<name>[\w.]+)\}/g, isAround: true },
  { pattern: /\{\{ ?(?<name>[\w.]+) ?\}\}/g },
  { pattern: /(?<![\w$])\$(?<name>[A-Za-z_]\w*)(?!\w)/g },
  // `a:b`, `"a":b` and `:smile:` are none.
  { pattern: /(?<![\w:/"'}\])]):(?<name>[A-Za-z_]\w*)(?![\w:])/g },
  { pattern: /<(?<name>[A-Za-z_]\w*)>/g, isTag: true },
  { pattern: /(?<![\w%])%\((?<name>[A-Za-z_]\w*)\)(?<verb>[sdif])(?!\w)/g, isSure: true },
  {
    pattern: /(?<![\w%])%(?:(?<place>\d{1,2})\$|\[(?<index>\d{1,2})\])?(?<verb>[sdifvq@])(?!\w)/g,
    isSure: true,
  },
];

/** A placeholder of another language in a text. */
export interface ForeignPlaceholder {
  readonly start: number;
  readonly end: number;
  /** What it is called. */
  readonly name?: string;
  /** Which of the values it is, where that is all it says; the first of `{0}` and `%1$s` may be 0 or 1. */
  readonly place?: string;
  /** The letter of printf. */
  readonly verb?: string;
}

/** What only a list that comes from elsewhere has: between braces of ours, or with a width or a verb that is rare in prose. */
const listForms: readonly ForeignForm[] = [
  ...foreignForms.filter(({ isTag = false }) => !isTag),
  {
    pattern:
      /(?<![\w%])%(?:(?<place>\d{1,2})\$|\[(?<index>\d{1,2})\])?[-+#0]*(?:\d{1,3}|\*)?(?:\.(?:\d{1,3}|\*))?(?:hh|h|ll|l|z|j)?(?<verb>[sdifuxXoeEgGcpvqTtwb])(?![A-Za-rt-z_\d])(?!s\w)/g,
  },
  { pattern: /\{\{\{ ?(?<name>[\w.]+) ?\}\}\}/g },
  { pattern: /(?<!\{)\{(?<place>\d{0,2})(?:[:,][^{}\n]{0,40})?\}(?!\})/g },
  { pattern: /(?<!\{)\{(?<name>[A-Za-z_][\w.]*)(?:![rsa])?(?::[^{}\n]{0,40})?\}(?!\})/g },
];

/** The placeholders of a text of a list, in their order. What only may be one, such as `$HOME` or a tag, is left alone. */
export function foreignPlaceholders(text: string): readonly ForeignPlaceholder[] {
  const found = listForms.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: token, groups = {} }) =>
      isPlausible(token, groups.name) ? [placeholderOf(index, token, groups)] : [],
    ),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}

function placeholderOf(
  start: number,
  token: string,
  { name, place, index, verb }: Readonly<Record<string, string | undefined>>,
): ForeignPlaceholder {
  const number = place ?? index;
  return {
    start,
    end: start + token.length,
    ...(name !== undefined && { name }),
    ...(number !== undefined && { place: number }),
    ...(verb !== undefined && { verb }),
  };
}

/** Whether it may name a value: `$HOME` is a variable of a shell, `:x` a smiley, and `:80` is none anyway. */
export function isPlausible(token: string, name = ""): boolean {
  if (/^\$\w/.test(token)) return /[a-z]/.test(name);
  return !token.startsWith(":") || (name.length > 1 && /^[a-z]/.test(name));
}
