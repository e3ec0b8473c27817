/** How wide a text is in a terminal. */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

// Of the East Asian wide characters (Unicode Standard Annex 11) those that people write, and pictures.
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;

/** In columns: pictures and East Asian characters take two, and what is put together from several counts once. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}
