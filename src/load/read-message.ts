/** Text with `{field}` in it → message template. */
import type { Report } from "../diagnostics/report.js";
import type { MessagePart, MessageTemplate } from "../model/message.js";
import type { Span } from "../model/source.js";
import type { YamlScalar } from "../model/yaml-node.js";

const tokens = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;

/** Reads a template; a lone brace and an empty placeholder are reported and taken as text. */
export function readMessage(node: YamlScalar, report: Report): MessageTemplate {
  const text = String(node.value);
  const parts: MessagePart[] = [];
  const placeOf = sourceFinder(node);
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
    if (token === "{{" || token === "}}") {
      literal += token.charAt(0);
      continue;
    }
    const at = placeOf(token);
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

// The decoded text has other offsets than the source, which may be quoted, escaped or folded.
// A placeholder stands in the source as it is, so each is looked for behind the one before.
function sourceFinder(node: YamlScalar): (token: string) => Span {
  const { file, start, end } = node;
  let from = start;
  return (token) => {
    const found = file.text.indexOf(token, from);
    if (found === -1 || found >= end) return { file, start, end };
    from = found + token.length;
    return { file, start: found, end: from };
  };
}
