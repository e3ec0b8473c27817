import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { strictOptions } from "../support/type-check.js";
import { type SourceText, sources } from "./source-files.js";

const written = sources.filter(({ generated }) => !generated);

function pathsOf(files: readonly SourceText[]): readonly string[] {
  return files.map(({ path }) => path);
}

describe("every source file", () => {
  it("opens with a doc comment of one sentence or more", () => {
    const opening = /^(#!.*\n)?\/\*\*\s(?:[^*]|\*(?!\/))*[.:]\s*(?:[^*]|\*(?!\/))*\*\//;
    expect(pathsOf(written.filter(({ text }) => !opening.test(text)))).toEqual([]);
  });

  it("has a name in kebab-case that says what is in it", () => {
    const vague = /^(utils?|helpers?|common|misc|shared|stuff|constants|types)$/;
    const named = sources.filter(({ path }) => {
      const folders = path.split("/").slice(1, -1);
      const names = [...folders, basename(path, ".ts")];
      return names.some(
        (name) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || isVague(name, path),
      );
    });
    function isVague(name: string, path: string): boolean {
      // In a room of its own a plain name can be the right one: check/types.ts checks the catalog's types.
      return vague.test(name) && !/^src\/(check|emit)\//.test(path);
    }
    expect(pathsOf(named)).toEqual([]);
  });

  it("has named exports alone", () => {
    expect(pathsOf(sources.filter(({ text }) => /^export default /m.test(text)))).toEqual([]);
  });

  it("passes nothing on from another file, unless it is a published entry", () => {
    const entries =
      /^src\/(runtime\/(index|generated)|compiler|coverage|(client|jest|links|logging|node-test|otel|server|vitest)\/(index|reporter)|adapters\/[a-z-]+)\.ts$/;
    const barrels = written.filter(
      ({ path, imports }) => !entries.test(path) && imports.some(({ reexport }) => reexport),
    );
    expect(pathsOf(barrels)).toEqual([]);
  });

  it("silences no checker", () => {
    const silenced = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;
    expect(
      pathsOf(written.filter(({ text }) => silenced.test(text))),
      // What is generated has no need of linters, and says so.
    ).toEqual(["src/emit/typescript/emit-typescript.ts"]);
  });

  it("has no any, enum, namespace or global", () => {
    const found = sources.flatMap(({ tree, path }) => {
      const breaches: string[] = [];
      const visit = (node: ts.Node): void => {
        if (
          node.kind === ts.SyntaxKind.AnyKeyword ||
          ts.isEnumDeclaration(node) ||
          // What is declared for a module by its name adds to that module.
          (ts.isModuleDeclaration(node) &&
            !ts.isStringLiteral(node.name) &&
            !isOfJestTypes(path, node.name.text))
        ) {
          const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
          breaches.push(`${path}:${line + 1} ${node.getText().slice(0, 40)}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return breaches;
    });
    expect(found).toEqual([]);
  });

  // The types of Jest are a namespace that all files have, and matchers are added to it.
  function isOfJestTypes(path: string, name: string): boolean {
    return path === "src/jest/index.ts" && /^(global|jest)$/.test(name);
  }

  it("leaves the process to the command", () => {
    const users = sources.filter(({ tree, path }) => {
      // Reporters and recorders are part of the processes that run the tests.
      if (/^src\/(cli|jest|vitest|node-test)\//.test(path)) return false;
      let found = false;
      const visit = (node: ts.Node): void => {
        const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
        if (ts.isIdentifier(node) && /^(process|console)$/.test(node.text) && !isMember)
          found = true;
        ts.forEachChild(node, visit);
      };
      ts.forEachChild(tree, visit);
      return found;
    });
    expect(pathsOf(users)).toEqual([]);
  });
});

describe("the tests", () => {
  const files = readdirSync(`${root}test`, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.(ts|mjs)$/.test(path) && !/^(golden|gauntlet\/formats)\//.test(path),
  );

  it("have names in kebab-case that say what is in them", () => {
    const names = files.flatMap((path) =>
      path.replace(/(\.(test|test-d|bench))?\.(ts|mjs)$/, "").split("/"),
    );
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(utils?|helpers?|common|misc)$/.test(name))).toEqual([]);
  });

  it("are all run: none is skipped and none runs alone", () => {
    const marked = /\b(it|test|describe)(\.\w+)*\.(only|skip|todo)\b/;
    const found = files.filter((path) => marked.test(readFileSync(`${root}test/${path}`, "utf8")));
    expect(found).toEqual([]);
  });
});

describe("every published entry", () => {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    readonly exports: Readonly<Record<string, unknown>>;
  };
  const config = readFileSync(`${root}.config/tsup.config.ts`, "utf8");
  const entries = Object.keys(exports)
    .filter((path) => path !== "./package.json")
    .map((path) => (path === "." ? "index" : path.slice(2)));

  const sourceOf = (entry: string): string | undefined =>
    new RegExp(`["']?${entry}["']?:\\s*["'](src/[^"']+)["']`).exec(config)?.[1];

  it.each(entries)("%s has a source", (entry) => {
    expect(pathsOf(sources)).toContain(sourceOf(entry));
  });

  it("has a docstring on every name that it exports", () => {
    const files = entries.flatMap((entry) => sourceOf(entry) ?? []).map((path) => root + path);
    const program = ts.createProgram(files, strictOptions);
    const checker = program.getTypeChecker();
    const bare = files.flatMap((file) => {
      const source = program.getSourceFile(file);
      const symbol = source && checker.getSymbolAtLocation(source);
      if (symbol === undefined) return [`${file} is no module`];
      return checker
        .getExportsOfModule(symbol)
        .filter((exported) => documentationOf(exported, checker).length < 10)
        .map((exported) => `${file.slice(root.length)}: ${exported.name}`);
    });
    // Types that a catalog names and does not describe have none: their name is all that is known.
    expect(bare).toEqual([]);
  });
});

function documentationOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const original = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return ts.displayPartsToString(original.getDocumentationComment(checker));
}
