/** A text as the words that a search knows: the compiler cuts the texts of the index with it, the browser what people type. */

// Scripts that put no spaces between words. The long vowel of Katakana belongs to Hiragana as well.
const unspaced = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}ー]";
const run = new RegExp(`(${unspaced}+)`, "u");
const begins = new RegExp(`^${unspaced}`, "u");

/** The words of a text. Where a script has no spaces they are pairs of letters that stand side by side. */
export function splitWords(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => word.split(run))
    .flatMap((part) => (isUnspaced(part) ? pairsOf([...part]) : part))
    .filter((word) => word !== "");
}

/** Whether the word is of a script in which one or two letters are a word. */
export function isUnspaced(word: string): boolean {
  return begins.test(word);
}

function pairsOf(letters: readonly string[]): readonly string[] {
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
