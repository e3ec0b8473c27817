/** Says whether a source is nested so deeply that parsing it could exhaust the stack of the native parser. */

// The parser is native code: it does not throw when its stack is used up, it ends the process. With the 8 MB of a main
// thread it does so at some 4,000 nested functions or 8,000 nested brackets; on Windows the stack is 1 MB.
const deepestBrackets = 400;
const longestChain = 900;
// What leans to the left, or begins with a word or a sign, takes less of the stack: it was used up at 80,000 links, and
// at 30,000 of those that count three times.
const longestSentence = 60_000;
// Looking over all of the white space from each of its line ends would take the square of its length.
const widestGap = 200;

const [opens, closes, ends, breaks, chains, word, links, quotes] = [
  1, 2, 3, 4, 5, 6, 7, 8,
] as const;
const kinds = new Uint8Array(128);
for (const [kind, chars] of [
  [opens, "([{"],
  [closes, ")]}"],
  [ends, ";,"],
  [breaks, "\n"],
  // After one of these an expression goes on one level deeper: `a => a =>`, `a ? b :`, `a = b =`, `a ** b **`, `A<B<`.
  [chains, "=?*<"],
  // Words that nest without a bracket: `if (a) if (b)`, `keyof keyof A`.
  [word, "ik"],
  // What a long expression is put together with: `a + b + c`, `!!a`, `a as B as C`, `label: label:`.
  [links, "+-/%|&^!~>: `"],
  [quotes, "\"'"],
] as const) {
  for (const char of chars) kinds[char.charCodeAt(0)] = kind;
}

/**
 * Counts brackets, and what nests without brackets, without regard to strings and comments: a guess on the safe side.
 * What people write stays far below the limits. Only links in strings are left out: data in base64 is full of them.
 */
export function isNestedTooDeeply(text: string): boolean {
  // How much is chained at each level of brackets since its last end of a statement.
  const chained = [0];
  const linked = [0];
  let depth = 0;
  let quote = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    const kind = char < 128 ? kinds[char] : 0;
    if (kind === 0) continue;
    if (kind === opens) {
      linked[depth] = (linked[depth] ?? 0) + (isLoop(text, at) ? 3 : 1);
      if ((linked[depth] ?? 0) > longestSentence) return true;
      depth += 1;
      if (depth > deepestBrackets) return true;
      chained[depth] = 0;
      linked[depth] = 0;
    } else if (kind === closes) {
      depth = Math.max(0, depth - 1);
    } else if (kind === ends || (kind === breaks && endsStatement(text, at))) {
      if (!isElseAfter(text, at)) chained[depth] = 0;
      linked[depth] = 0;
    } else if (kind === links) {
      const count = (linked[depth] ?? 0) + (quote === 0 ? weightOf(text, at) : 0);
      if (count > longestSentence) return true;
      linked[depth] = count;
    } else if (kind === quotes) {
      if (quote === 0) quote = char;
      else if (quote === char) quote = 0;
    } else if (kind === chains ? isChain(text, at) : kind === word && isWord(text, at)) {
      const count = (chained[depth] ?? 0) + 1;
      if (count > longestChain) return true;
      chained[depth] = count;
    }
    if (kind === breaks) quote = 0;
  }
  return false;
}

// A space counts between two words alone: `typeof typeof a`.
function weightOf(text: string, at: number): number {
  const char = text[at];
  if (char === ":") return 3;
  if (char !== " ") return 1;
  return /\w \w/.test(text.slice(at - 1, at + 2)) ? 3 : 0;
}

function isLoop(text: string, at: number): boolean {
  return text[at] === "(" && /\b(for|while|with) ?$/.test(text.slice(Math.max(0, at - 8), at));
}

// Comparisons do not nest.
function isChain(text: string, at: number): boolean {
  return text[at] !== "=" || (text[at + 1] !== "=" && !"=!<>".includes(text[at - 1] ?? " "));
}

// A line that ends in a letter, a quote or a closing brace may be the end of a statement without a semicolon.
function endsStatement(text: string, at: number): boolean {
  let before = at - 1;
  // Of several line ends in a row the first has decided.
  if (text[before] === "\n") return false;
  while (before >= at - widestGap && text.charCodeAt(before) <= 0x20) before -= 1;
  return !"=?*<>)".includes(text[before] ?? "(");
}

function isElseAfter(text: string, at: number): boolean {
  let next = at + 1;
  while (next <= at + widestGap && text.charCodeAt(next) <= 0x20) next += 1;
  return text.startsWith("else", next);
}

function isWord(text: string, at: number): boolean {
  if (!text.startsWith("if", at) && !text.startsWith("keyof ", at)) return false;
  return !/[\w$]/.test(text[at - 1] ?? " ");
}
