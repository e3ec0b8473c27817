/** Checks the snippets of documents: TypeScript compiles, catalogs are sound, commands exist. */
import { posix } from "node:path";
import ts from "typescript";
import packageJson from "../../package.json" with { type: "json" };
import { checkCatalog } from "../../src/check/check-catalog.js";
import { run } from "../../src/cli/run.js";
import { starterFiles } from "../../src/cli/starter.js";
import { emitOutput } from "../../src/emit/emit-output.js";
import type { CatalogFile } from "../../src/load/decode-file.js";
import { type LoadedCatalog, loadCatalog } from "../../src/load/load-catalog.js";
import { placeFinder } from "../../src/model/source.js";
import { root } from "../shipped-catalog.js";
import { noAssets } from "../support/no-assets.js";
import { typeCheck } from "../support/type-check.js";
import { type Fence, fencesOf, inPlace } from "./fences.js";

/** A document by its path in the project. */
export interface Document {
  readonly path: string;
  readonly markdown: string;
}

/** What is wrong with the snippets, each as `docs/guide.md:12: …`. */
export async function checkDocuments(documents: readonly Document[]): Promise<readonly string[]> {
  const catalogs = new Map(documents.map((document) => [document.path, catalogOf(document)]));
  const commands = await Promise.all(documents.map(checkCommands));
  return [
    ...documents.flatMap((document) => checkYaml(document, catalogs.get(document.path))),
    ...checkTypeScript(documents, catalogs),
    ...documents.flatMap(checkJavaScript),
    ...commands.flat(),
  ];
}

function fencesIn({ markdown }: Document, ...languages: readonly string[]): readonly Fence[] {
  return fencesOf(markdown).filter(
    ({ language, info }) => languages.includes(language) && !info.includes("ignore"),
  );
}

/**
 * The catalog that a document shows: the YAML blocks whose first line is `# catalog/…yaml`. A path that comes again
 * replaces what it was. Where the document has no catalog.yaml, the starter's files stand in for what is missing.
 */
function catalogOf(document: Document): LoadedCatalog | undefined {
  const own = new Map<string, CatalogFile>();
  for (const fence of fencesIn(document, "yaml", "yml")) {
    const [, path] = /^#\s*catalog\/(\S+\.ya?ml)\b/.exec(fence.code) ?? [];
    if (path === undefined) continue;
    own.set(path, { path, shownPath: document.path, content: inPlace(fence) });
  }
  if (own.has("catalog.yaml")) return loadCatalog([...own.values()]);
  const shown = [...own.values()].map(({ content }) => String(content)).join("\n");
  const stand = Object.entries(starterFiles("shop"))
    .filter(([path]) => !own.has(path))
    .map(([path, content]) => ({
      path,
      shownPath: `starter: ${path}`,
      content: path === "catalog.yaml" ? withCategories(content, shown) : content,
    }));
  return loadCatalog([...stand, ...own.values()]);
}

function withCategories(catalog: string, shown: string): string {
  const named = [...shown.matchAll(/^category:\s*(\S+)/gm)].map(([, id = ""]) => id);
  const missing = [...new Set(named)].filter((id) => !catalog.includes(`\n  ${id}:`));
  return catalog.replace(
    "categories:\n",
    `categories:\n${missing.map((id) => `  ${id}: ${id}\n`).join("")}`,
  );
}

function checkYaml({ path }: Document, loaded: LoadedCatalog | undefined): readonly string[] {
  if (loaded === undefined) return [];
  const place = placeFinder();
  const found = loaded.catalog === undefined ? [] : checkCatalog(loaded.catalog);
  return [...loaded.diagnostics, ...found]
    .filter(({ severity, at }) => severity === "error" && at.file.path === path)
    .map(({ message, at, rule }) => `${path}:${place(at).line}: ${message} (${rule})`);
}

function checkTypeScript(
  documents: readonly Document[],
  catalogs: ReadonlyMap<string, LoadedCatalog | undefined>,
): readonly string[] {
  const texts: Record<string, string> = {};
  const places = new Map<string, string>();
  for (const document of documents) {
    const fences = fencesIn(document, "ts", "typescript");
    if (fences.length === 0) continue;
    const folder = document.path.replace(/[^a-z0-9]+/gi, "-");
    for (const fence of fences) {
      const name = `${folder}/src/line-${fence.line}.ts`;
      texts[name] = inPlace(fence);
      places.set(name, document.path);
    }
    const catalog = catalogs.get(document.path)?.catalog;
    for (const output of catalog?.outputs ?? []) {
      if (!["typescript", "fixtures"].includes(output.kind) || catalog === undefined) continue;
      const emitted = emitOutput(output, catalog, noAssets);
      for (const { path, text } of emitted.files.filter((file) => file.path.endsWith(".ts"))) {
        texts[posix.join(folder, "catalog", emitted.folder, path)] = text;
      }
    }
  }
  if (places.size === 0) return [];
  return typeCheck(texts, `${root}docs/snippets`).map(
    ({ file, line, code, message }) => `${places.get(file) ?? file}:${line}: ${message} (${code})`,
  );
}

function checkJavaScript(document: Document): readonly string[] {
  return fencesIn(document, "js", "javascript", "mjs", "cjs").flatMap((fence) => {
    const { diagnostics = [] } = ts.transpileModule(inPlace(fence), {
      fileName: "snippet.js",
      reportDiagnostics: true,
      compilerOptions: { allowJs: true, target: ts.ScriptTarget.ES2022 },
    });
    const complaints = diagnostics.map(({ messageText, file, start = 0 }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${document.path}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    return [...new Set(complaints)];
  });
}

async function checkCommands(document: Document): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const fence of fencesIn(document, "sh", "bash", "shell", "console")) {
    for (const { words, line } of commandsIn(fence)) {
      const complaint = await complaintAbout(words);
      if (complaint !== undefined) complaints.push(`${document.path}:${line}: ${complaint}`);
    }
  }
  return complaints;
}

/** The commands of a block, one for each side of `|`, `&&` and `;`, without prompts, comments and variables. */
function commandsIn({ code, line: start }: Fence): readonly {
  readonly words: readonly string[];
  readonly line: number;
}[] {
  return code.split("\n").flatMap((text, index) =>
    text
      .replace(/^\s*[$>]\s+/, "")
      .replace(/(^|\s)#.*$/, "")
      .split(/\|\||&&|[|;]/)
      .map((part) =>
        part
          .trim()
          .split(/\s+/)
          .filter((word) => !/^[A-Z_]+=/.test(word)),
      )
      .map(([first = "", ...rest]) => ({
        words: first === "npx" ? rest.filter((word) => word !== "--yes") : [first, ...rest],
        line: start + index + 1,
      })),
  );
}

const npmCommands = new Set([
  "install",
  "i",
  "ci",
  "test",
  "run",
  "exec",
  "pack",
  "publish",
  "init",
  "uninstall",
]);

async function complaintAbout([program, command = "", ...rest]: readonly string[]): Promise<
  string | undefined
> {
  if (program === "npm") {
    if (!npmCommands.has(command)) return `npm has no command ${command}.`;
    const script = command === "run" ? rest.find((word) => !word.startsWith("-")) : undefined;
    if (script === undefined || script in packageJson.scripts) return undefined;
    return `package.json has no script ${script}.`;
  }
  if (program !== "errdex") return undefined;
  const help = await helpOf(command.startsWith("-") || command === "" ? [] : [command]);
  if (help === undefined) return `errdex has no command ${command}.`;
  const flags = [command, ...rest].filter((word) => /^--?[a-z]/.test(word));
  const unknown = flags.find((flag) => !helpNames(help, flag.replace(/=.*$/, "")));
  return unknown === undefined ? undefined : `errdex ${command} has no option ${unknown}.`;
}

function helpNames(help: string, flag: string): boolean {
  return new RegExp(`(^|[\\s,])${flag}(?![\\w-])`, "m").test(help);
}

async function helpOf(words: readonly string[]): Promise<string | undefined> {
  let help = "";
  const plain = (text: string): string => text;
  const colors = new Proxy({}, { get: () => plain });
  const code = await run([...words, "--help"], {
    cwd: root,
    env: {},
    colors: colors as never,
    input: process.stdin,
    out: (text) => {
      help += text;
    },
    err: () => {},
    progress: () => {},
    interrupted: new AbortController().signal,
  });
  // Commander shows its own help for a command that it does not know.
  const isOwn = words.length === 0 || help.startsWith(`Usage: errdex ${words[0]} `);
  return code === 0 && isOwn ? help : undefined;
}
