/** The only place where a text becomes code. Whatever the text holds, the code evaluates back to it. */

// Beyond what JSON escapes: line ends of old engines, and characters that are invisible or turn the writing direction.
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

// Node and bundlers look for these in the text of a file, in strings too, and load what they name.
const mapMark = /(?<=\/[/*])[#@](?=\s*source(?:Mapping)?URL=)/g;

/** A string literal. */
export function quote(text: string): string {
  return escapeMisleading(JSON.stringify(text));
}

/** A literal of a scalar of JSON. */
export function literal(value: string | number | boolean | null): string {
  return typeof value === "string" ? quote(value) : JSON.stringify(value);
}

/** A template literal of texts and expressions. */
export function quoteTemplate(
  parts: readonly ({ readonly text: string } | { readonly expression: string })[],
): string {
  const inner = parts.map((part) =>
    "text" in part ? escapeTemplateText(part.text) : `\${${part.expression}}`,
  );
  return `\`${inner.join("")}\``;
}

function escapeTemplateText(text: string): string {
  // What JSON escapes holds in templates too; of its escapes only the quote's is not needed.
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  // A $ at the end too: the next part may begin with a brace.
  return escapeMisleading(escaped.replaceAll("`", "\\`").replace(/\$(?=\{|$)/g, "\\$"));
}

/** A member name of an object literal or an interface. */
export function quoteKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name);
}

function escapeMisleading(code: string): string {
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return code.replace(invisible, escaped).replace(mapMark, escaped);
}
