/** Says what mends a text that is not YAML, by the line where reading it ended. */

/** What to write instead; undefined where nobody can tell. */
export function yamlHint(text: string, at: number): string | undefined {
  if (/^(?:<{7}|>{7}|\|{7})(?: |$)/m.test(text))
    return "Git left the marks of a merge: choose what stays, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.";
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [line = ""] = text.slice(start).split("\n", 1);
  if (/^ *\t/.test(line)) return "Write spaces in the place of the tab.";
  const list = /\b([A-Za-z][\w-]*)\[\]/.exec(line);
  if (list !== null) return `A list is \`{ type: array, items: ${list[1]} }\`.`;
  const value = /^[ -]*(?:[\w.-]+\??: +)?(.*)$/.exec(line)?.[1] ?? "";
  for (const first of [text.charAt(at), value.charAt(0)])
    if (first !== "" && "@`%&*".includes(first)) return quoteHelp(first);
  return /^[^"'{[|>#].*:(?: |$)/.test(value) ? colonHelp(value) : undefined;
}

/** What mends a text that begins with a character that YAML keeps for itself. */
export function quoteHelp(first: string): string {
  const shown = first === "`" ? "a backtick" : `\`${first}\``;
  return `A text that begins with ${shown} has to be in quotes.`;
}

/** What mends a text that YAML takes for a mapping. */
export function colonHelp(text: string): string {
  return `A text with a colon and a space has to be in quotes: "${text.trim().replaceAll('"', '\\"')}".`;
}
