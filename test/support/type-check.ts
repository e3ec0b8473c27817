/** Type-checks generated modules as their users do, with all that is strict switched on. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Where files that exist in memory alone seem to stand: inside the project, so that its types are found. */
const place = join(root, "test", "in-memory");

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  rootDir: root,
  outDir: join(root, "test", "emitted"),
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  declaration: true,
  paths: { errdex: [join(root, "src/runtime/index.ts")] },
};

// The library's declarations are parsed once for all programs of a test file.
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript says of the files, their declaration output included; nothing where all is well. */
export function typeErrors(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = new Map(Object.entries(files).map(([path, text]) => [join(place, path), text]));
  const plain = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...plain,
    fileExists: (path) => texts.has(path) || plain.fileExists(path),
    readFile: (path) => texts.get(path) ?? plain.readFile(path),
    directoryExists: (path) =>
      `${place}/`.startsWith(`${path}/`) || isAbove(path, texts) || ts.sys.directoryExists(path),
    getSourceFile: (path, languageVersion) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
      if (!parsed.has(path)) parsed.set(path, plain.getSourceFile(path, languageVersion));
      return parsed.get(path);
    },
    writeFile: () => {},
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const found = [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...(path.endsWith(".d.ts") ? [] : program.getDeclarationDiagnostics(file)),
    ];
  });
  return found.map((diagnostic) =>
    ts
      .formatDiagnostic(diagnostic, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => place,
        getNewLine: () => "\n",
      })
      .trim(),
  );
}

function isAbove(folder: string, texts: ReadonlyMap<string, string>): boolean {
  return [...texts.keys()].some((path) => path.startsWith(`${folder}/`));
}
