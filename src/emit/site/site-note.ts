/** Says in a file of a help site that it is generated, where its format has a place for that. */
import { type GeneratedFile, lateFile } from "../../model/generated-file.js";

/** The file with the note. In `index.json` and `llms.txt` all is data: they are known by the form of the first of them. */
export function withNote(file: GeneratedFile, note: string): GeneratedFile {
  const { path } = file;
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return lateFile(path, () => noted(ending, file.text, note));
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
