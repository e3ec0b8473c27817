/** The declarations of the package, as a compiler reads them that does not skip those of libraries. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { root } from "../shipped-catalog.js";

interface Entry {
  readonly import?: { readonly types: string };
  readonly require?: { readonly types: string };
  readonly types?: string;
}

function declarations(): readonly string[] {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, Entry | string>>;
  };
  return Object.values(exports).flatMap((entry) =>
    typeof entry === "string"
      ? []
      : [entry.types, entry.import?.types, entry.require?.types].flatMap((path) =>
          path === undefined ? [] : [join(root, path)],
        ),
  );
}

it("have nothing in them that a compiler complains about", () => {
  const program = ts.createProgram({
    rootNames: [...declarations()],
    options: {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
    },
  });
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(join(root, "dist/")));
  expect(ours.length).toBeGreaterThan(20);
  const found = ours.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  expect(
    found.map(({ file, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${file?.fileName.slice(root.length)}: ${text}`;
    }),
  ).toEqual([]);
});
