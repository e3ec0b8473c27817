/** Colours code by classes. The only file that knows the library for it. */
import hljs from "highlight.js/lib/core";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import { type Html, html, markedUp } from "../text/html.js";
import type { CodeText } from "./page-text.js";

hljs.registerLanguage("http", http);
hljs.registerLanguage("json", json);
hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("xml", xml);

/** Code as HTML. What it holds is escaped by the library. */
export function highlighted({ language, head, body: syntax = "json", text }: CodeText): Html {
  if (language === "typescript") return colored("typescript", text);
  const body = text === "" ? "" : html`\n${syntax === "text" ? text : colored(syntax, text)}`;
  return html`${colored("http", `${head ?? ""}\n`)}${body}`;
}

function colored(language: string, code: string): Html {
  return markedUp(hljs.highlight(code, { language, ignoreIllegals: true }).value);
}
