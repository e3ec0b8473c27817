/**
 * The only place where a text becomes Markdown.
 *
 * What comes out reads as the same text in CommonMark, in MDX (Docusaurus), in VitePress, where `{{` begins an
 * expression, and where `:::` or `:name` begins a directive (Starlight). VitePress looks for files to include before it
 * parses anything, in code too.
 */
import { quote } from "./quote.js";

const unfit =
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

/** Invisible, and of no width. */
const wordJoiner = "\u2060";

/** A text on one line, anywhere but in code: in a paragraph, a heading, an item of a list or a link. */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]~$]|!(?=\[|$)/g, (char) => `\\${char}`)
      // Vue reads what Markdown has become, references resolved: only what stands between keeps two braces apart.
      .replace(/\{(?=\{)/g, `{${wordJoiner}`)
      // As references: what compiles Markdown further must not see them either. A colon may begin a directive.
      .replace(/[&<>{}]|:(?=\S)/g, reference)
      // What would begin a block where a line begins with it, and modules of MDX.
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
      .replace(/^[-+#=|]/, (char) => `\\${char}`)
      .replace(/^(import|export)\b/, (word) => reference(word.charAt(0)) + word.slice(1))
  );
}

/** A text as code in a line; as plain text where compilers of Markdown would look into the code. */
export function markdownCode(text: string): string {
  const code = withoutIncludes(oneLine(text));
  if (code === "" || /\{\{|\}\}/.test(code)) return markdownText(text);
  const fence = "`".repeat(longestRun(code) + 1);
  const space = /^`|`$|^ .* $/.test(code) ? " " : "";
  return `${fence}${space}${code}${space}${fence}`;
}

/** A block of code. */
export function markdownBlock(language: string, text: string): string {
  const code = withoutIncludes(text)
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(unfit, "\ufffd");
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** A link. The address is one of ours, or has been checked. */
export function markdownLink(text: string, address: string): string {
  return linkAround(markdownText(text), address);
}

/** A link around what is Markdown already. */
export function linkAround(markdown: string, address: string): string {
  // What is encoded stays as it is.
  const encoded = encodeURI(address).replaceAll(/%25(?=[\dA-Fa-f]{2})/g, "%");
  return `[${markdown}](${encoded.replace(/[()]/g, (char) => (char === "(" ? "%28" : "%29"))})`;
}

/** Front matter: YAML of scalars, as strings in double quotes and numbers. */
export function frontMatter(values: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(values).map(
    ([name, value]) => `${name}: ${typeof value === "number" ? value : quote(oneLine(value))}`,
  );
  return ["---", ...lines, "---"].join("\n");
}

function withoutIncludes(code: string): string {
  return code.replace(/<!(?=--\s*@include)/g, `<!${wordJoiner}`);
}

function oneLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(unfit, "\ufffd")
    .trim();
}

function reference(char: string): string {
  return `&#${char.codePointAt(0)};`;
}

function longestRun(code: string): number {
  let longest = 0;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
