/** The Markdown that texts of a catalog may have: code, links and emphasis. All else is text as it stands. */

/** A stretch of a text. */
export type InlinePiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "emphasis"; readonly inner: readonly InlinePiece[] }
  | { readonly kind: "strong"; readonly inner: readonly InlinePiece[] }
  | {
      readonly kind: "link";
      /** Of https, http or mailto, without a space or a control character. */
      readonly address: string;
      readonly inner: readonly InlinePiece[];
    };

// In the order in which they are tried. Every stretch has a limit, lest a text of many marks take the square of its length.
const marks =
  /\\([\\`*_[\]])|(?<!`)(`+)(?!`)(.{1,500}?)(?<!`)\2(?!`)|(?<!!)\[([^[\]]{1,500})\]\(((?:[^()\s]|\([^()\s]{0,200}\)){1,2000})\)|(?<![\p{L}\p{N}*])(\*\*?)(?![\s*])(.{1,1000}?)(?<![\s*])\6(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?![\s_])([^_]{1,1000})(?<!\s)_(?![\p{L}\p{N}_])/gsu;

/** Marks within marks: emphasis in a link in emphasis. */
const deepest = 3;

/** The pieces of a text. A link whose address is not taken stays the text that it is. */
export function inlineMarkdown(text: string, depth = 0): readonly InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let plain = "";
  let end = 0;
  const within = (inner: string) => inlineMarkdown(inner, depth + 1);
  const add = (piece: InlinePiece) => {
    if (plain !== "") pieces.push({ kind: "text", text: plain });
    plain = "";
    pieces.push(piece);
  };
  if (depth < deepest)
    for (const found of text.matchAll(marks)) {
      const [whole, escaped, , code, label, address, stars, starred, underlined] = found;
      plain += text.slice(end, found.index);
      end = found.index + whole.length;
      const emphasized = starred ?? underlined;
      if (escaped !== undefined) plain += escaped;
      else if (code !== undefined) add({ kind: "code", text: spaced(code) });
      else if (emphasized !== undefined)
        add({ kind: stars === "**" ? "strong" : "emphasis", inner: within(emphasized) });
      else if (label !== undefined && address !== undefined && isTaken(address))
        add({ kind: "link", address, inner: within(label) });
      else plain += whole;
    }
  plain += text.slice(end);
  if (plain !== "") pieces.push({ kind: "text", text: plain });
  return pieces;
}

/** Whether a text may link to the address. */
export function isTaken(address: string): boolean {
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || unfit.test(address)) return false;
  try {
    return new URL(address).href !== "";
  } catch {
    return false;
  }
}

// What an address has only encoded, and what is not seen.
const unfit =
  /[\s<>"'\\`{|}^\u0000-\u0020\u007f-\u00a0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Surrogate}]/u;

/** What the pieces say without their marks; with `address`, the address of a link behind its text. */
export function plainText(pieces: readonly InlinePiece[], options?: { address: boolean }): string {
  return pieces
    .map((piece) => {
      if ("text" in piece) return piece.text;
      const text = plainText(piece.inner, options);
      const isSaid = piece.kind !== "link" || !options?.address || text === piece.address;
      return isSaid ? text : `${text} (${piece.address})`;
    })
    .join("");
}

// A space on either side is for backticks, and no part of the code: CommonMark section 6.1.
function spaced(code: string): string {
  return /^ .* $/s.test(code) && code.trim() !== "" ? code.slice(1, -1) : code;
}
