/** Says in a file of a help site that it is generated, where its format has a place for that. */
import type { GeneratedFile } from "../generated-file.js";

/** The file with the note. In `index.json` and `llms.txt` all is data: they are known by the form of the first of them. */
export function withNote({ path, text }: GeneratedFile, note: string): GeneratedFile {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return { path, text: noted(ending, text, note) };
}

function noted(ending: string, text: string, note: string): string {
  switch (ending) {
    case "html":
      return text.replace("<!doctype html>\n", () => `<!doctype html>\n<!-- ${note} -->\n`);
    case "md": // front matter is YAML
      return text.replace(/^---\n/, () => `---\n# ${note}\n`);
    case "js":
      return `// ${note}\n${text}`;
    case "css":
      return `/* ${note} */\n${text}`;
    case "svg":
      return `${text}<!-- ${note} -->\n`;
    default:
      return text;
  }
}
