/** Holds what becomes of hostile catalogs against what becomes of harmless ones. */
import { expect } from "vitest";
import { brokenFiles } from "../../../src/emit/broken-files.js";
import type { GeneratedFile } from "../../../src/emit/generated-file.js";
import { runModule } from "../../support/run-module.js";
import { everythingOf, type Filling, filledCatalog } from "./hostile-catalogs.js";
import { sentinel } from "./payloads.js";
import { mdxNodes, shapeOf } from "./shape.js";

/** Expects that every output parses, has the shape of its harmless twin, and runs nothing. */
export async function expectHarmless(fillings: readonly Filling[]): Promise<void> {
  const catalog = filledCatalog(fillings);
  if (catalog === undefined) throw new Error("This was accepted before.");
  const files = everythingOf(catalog);
  expect(await brokenFiles(files, catalog)).toEqual([]);
  await expectNothingRuns(files);
  const twins = twinOf(fillings);
  expect(files.length).toBe(twins.length);
  const hasNames = fillings.some(({ position }) => position.isName);
  files.forEach(({ path, text }, index) => {
    const other = twins[index];
    if (text === other?.text) return;
    const shape = shapeOf(path, text);
    const harmless = shapeOf(other?.path ?? "", other?.text ?? "");
    // Names are sorted, so that a harmless one may stand elsewhere.
    if (hasNames) expectAlike([...shape].sort(), [...harmless].sort(), path);
    else expectAlike(shape, harmless, path);
  });
}

// Where one text is put into many catalogs one after the other, they have one twin.
let lastTwin: { readonly key: string; readonly files: readonly GeneratedFile[] } | undefined;

function twinOf(fillings: readonly Filling[]): readonly GeneratedFile[] {
  const twins = fillings.map(harmlessTwin);
  const key = JSON.stringify(twins.map(({ text, id }) => [text, id]));
  if (lastTwin?.key === key && fillings.length < 10) return lastTwin.files;
  const twin = filledCatalog(twins);
  if (twin === undefined) throw new Error("The harmless twin is refused.");
  lastTwin = { key, files: everythingOf(twin) };
  return lastTwin.files;
}

const mapMark = /\/[/*][#@]\s*source(Mapping)?URL=.*/g;

async function expectNothingRuns(files: readonly GeneratedFile[]): Promise<void> {
  for (const kind of ["javascript", "fixtures"]) {
    const modules = files
      .filter(({ path }) => path.startsWith(kind) && path.endsWith(".js"))
      .map(({ path, text }) => [path.slice(path.indexOf("/") + 1), text]);
    await runModule({ "main.js": 'export * from "./index.js";', ...Object.fromEntries(modules) });
  }
  for (const { path, text } of files) {
    if (path.endsWith(".md")) expect(mdxNodes(text), path).toEqual([]);
    // Node and bundlers take the last of these in a file for its map, wherever it stands.
    if (/\.[jt]s$/.test(path)) expect(text.match(mapMark) ?? [], path).toEqual([]);
  }
  expect(Object.hasOwn(globalThis, sentinel)).toBe(false);
}

// What means something in its place stays, and so does space alone, which leaves nothing to show.
function harmlessTwin(filling: Filling): Filling {
  const { position, id, text } = filling;
  const isText = text.trim() !== "" && position.speaks?.test(text) !== true;
  return isText ? { ...filling, text: position.harmless(id) } : filling;
}

function expectAlike(shape: readonly string[], twin: readonly string[], path: string): void {
  const at = shape.findIndex((line, index) => line !== twin[index]);
  const near = (lines: readonly string[]) => lines.slice(Math.max(0, at - 5), at + 5);
  if (at !== -1 || shape.length !== twin.length) expect(near(shape), path).toEqual(near(twin));
}
