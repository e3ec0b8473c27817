/** Compiles texts as modules of this project, with the TypeScript API, without writing anything. */
import ts from "typescript";
import { root } from "../shipped-catalog.js";

/** A complaint of the compiler. */
export interface Complaint {
  /** The name of the text. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** `TS2322`. */
  readonly code: string;
  /** All lines of the message. */
  readonly message: string;
}

/** What users import, from its source, so that nothing has to be built. */
const paths = {
  errdex: [`${root}src/runtime/index.ts`],
  "errdex/generated": [`${root}src/runtime/generated.ts`],
  "errdex/compiler": [`${root}src/compiler.ts`],
  "errdex/*": [`${root}src/*/index.ts`, `${root}src/*.ts`, `${root}src/adapters/*.ts`],
};

/** The options of users who are strict; those of this project where they are the stricter. */
export const strictOptions: ts.CompilerOptions = {
  ...readConfig(),
  noUnusedLocals: false,
  noUnusedParameters: false,
  paths,
};

/** What generated modules keep: nothing unused, and declarations that each file gives by itself. */
const generatedOptions: ts.CompilerOptions = {
  ...strictOptions,
  noEmit: false,
  skipLibCheck: false, // declarations are generated too
  rootDir: root,
  outDir: `${root}test/emitted`,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedDeclarations: true,
  declaration: true,
};

/**
 * What the compiler says of the texts, each a module by its name in `folder`.
 *
 * Only complaints about the texts themselves are given: the rest of the project is the business of `npm run types`.
 */
export function typeCheck(
  texts: Readonly<Record<string, string>>,
  folder = `${root}test`,
  options: ts.CompilerOptions = strictOptions,
): readonly Complaint[] {
  const byPath = new Map(
    Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, { name, text }]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.directoryExists = (path) =>
    [...byPath.keys()].some((own) => own.startsWith(`${path}/`)) ||
    directoryExists?.(path) === true;
  host.fileExists = (path) => byPath.has(path) || fileExists(path);
  host.readFile = (path) => byPath.get(path)?.text ?? readFile(path);
  host.writeFile = () => {};
  host.getSourceFile = (path, target, onError) => {
    const own = byPath.get(path);
    if (own !== undefined) return ts.createSourceFile(path, own.text, target);
    const known = parsed.get(path) ?? getSourceFile(path, target, onError);
    if (known !== undefined) parsed.set(path, known);
    return known;
  };
  const program = ts.createProgram([...byPath.keys()], options, host);
  return [...byPath].flatMap(([path, { name }]) => {
    const source = program.getSourceFile(path);
    return ts
      .getPreEmitDiagnostics(program, source)
      .map(({ code, messageText, start = 0, file }) => ({
        file: name,
        line: (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
        code: `TS${code}`,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      }));
  });
}

/** What TypeScript says of generated files, their declaration output included; nothing where all is well. */
export function typeErrors(files: Readonly<Record<string, string>>): readonly string[] {
  return typeCheck(files, `${root}test/in-memory`, generatedOptions).map(
    ({ file, line, code, message }) => `${file}:${line}: ${message} (${code})`,
  );
}

// What is on disk is parsed once for all programs of a test file.
const parsed = new Map<string, ts.SourceFile>();

function readConfig(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root).options;
}
