/** Text with `{field}` in it → message template. */

import type { MessagePart, MessageTemplate } from "../model/message.js";
import type { Span } from "../model/source.js";
import { tokenFinder } from "../model/token-finder.js";
import type { YamlScalar } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";

const tokens = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;

/** Reads a template; a lone brace and an empty placeholder are reported and taken as text. */
export function readMessage(
  node: YamlScalar,
  report: Report,
  placeOf: (token: string) => Span = tokenFinder(node),
): MessageTemplate {
  const text = String(node.value);
  const icu = icuArgument.exec(text);
  if (icu !== null) return readAsValue(icu, node, report, placeOf);
  const parts: MessagePart[] = [];
  let literal = "";
  let from = 0;
  const flush = () => {
    if (literal !== "") parts.push({ kind: "text", text: literal });
    literal = "";
  };
  for (const match of text.matchAll(tokens)) {
    const [token, inner] = match;
    literal += text.slice(from, match.index);
    from = match.index + token.length;
    const at = placeOf(token);
    if (token === "{{" || token === "}}") {
      literal += token.charAt(0);
      continue;
    }
    const path = inner?.split(".") ?? [];
    if (path.length === 0 || path.includes("")) {
      const found = inner === undefined ? `A lone ${token}` : `The placeholder ${token}`;
      report("message-syntax", at, `${found} is neither a field nor text.`, {
        help: "Write {field} or {field.path}; for the brace itself, {{ or }}.",
      });
      literal += token;
      continue;
    }
    flush();
    parts.push({ kind: "placeholder", path, at });
  }
  literal += text.slice(from);
  flush();
  return { text, at: node, parts };
}

const icuArgument =
  /(?<!\{)\{\s*([\w.]+)\s*,\s*(plural|selectordinal|select|number|date|time)\s*[,}]/;

/** Reports that ICU stands where only the value of a field can, and goes on with that. */
function readAsValue(
  [token, name = "", what = ""]: RegExpExecArray,
  node: YamlScalar,
  report: Report,
  placeOf: (token: string) => Span,
): MessageTemplate {
  const at = placeOf(token);
  report("message-syntax", at, `{${name}, ${what}} is ICU, which only translations have.`, {
    help: `Write {${name}} here, and the text in ICU in locales/en.yaml, which answers in English then have.`,
  });
  return {
    text: String(node.value),
    at: node,
    parts: [{ kind: "placeholder", path: name.split("."), at }],
  };
}
