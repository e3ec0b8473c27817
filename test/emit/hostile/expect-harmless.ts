/** Holds what becomes of hostile catalogs against what becomes of harmless ones. */
import { expect } from "vitest";
import { brokenFiles } from "../../../src/emit/broken-files.js";
import type { Catalog } from "../../../src/model/catalog.js";
import type { GeneratedFile } from "../../../src/model/generated-file.js";
import { remembered } from "../../../src/model/remembered.js";
import { runModule } from "../../support/run-module.js";
import { everythingOf, type Filling, filledCatalog } from "./hostile-catalogs.js";
import { sentinel } from "./payloads.js";
import type { Position } from "./position.js";
import { mdxNodes, shapeOf } from "./shape.js";

/** Expects that every output parses, has the shape of its harmless twin, and runs nothing. */
export async function expectHarmless(fillings: readonly Filling[]): Promise<void> {
  const catalog = filledCatalog(fillings);
  if (catalog === undefined) throw new Error("This was accepted before.");
  const files = everythingOf(catalog);
  const twins = await twinOf(fillings);
  expect(files.length).toBe(twins.length);
  await expectSound(files, catalog, twins);
  const hasNames = fillings.some(({ position }) => position.isName);
  files.forEach(({ path, text }, index) => {
    const other = twins[index];
    if (text === other?.text) return;
    const shape = shapeOf(path, text);
    const harmless = other === undefined ? [] : shapeOfTwin(other);
    // Names are sorted, so that a harmless one may stand elsewhere.
    if (hasNames) expectAlike([...shape].sort(), [...harmless].sort(), path);
    else expectAlike(shape, harmless, path);
  });
}

const shapeOfTwin = remembered(({ path, text }: GeneratedFile) => shapeOf(path, text));

/** Expects that the files parse and run nothing; not again where they are those of a twin that does. */
async function expectSound(
  files: readonly GeneratedFile[],
  catalog: Catalog,
  twins: readonly GeneratedFile[] = [],
): Promise<void> {
  const known = new Map(twins.map(({ path, text }) => [path, text]));
  const changed = files.filter(({ path, text }) => known.get(path) !== text);
  expect(await brokenFiles(changed, catalog)).toEqual([]);
  await expectNothingRuns(files, changed);
}

let numbered = 0;
const numberOf = remembered((_: Position) => numbered++);

// Where one text is put into many catalogs one after the other, they have one twin.
const knownTwins = new Map<string, Promise<readonly GeneratedFile[]>>();

function twinOf(fillings: readonly Filling[]): Promise<readonly GeneratedFile[]> {
  const twins = fillings.map(harmlessTwin);
  const key = JSON.stringify(twins.map(({ position, text, id }) => [numberOf(position), text, id]));
  const known = knownTwins.get(key);
  if (known !== undefined) return known;
  const made = makeTwin(twins);
  // A few at a time, for what becomes of many is large.
  if (knownTwins.size > 20 || fillings.length > 10) knownTwins.clear();
  knownTwins.set(key, made);
  return made;
}

async function makeTwin(twins: readonly Filling[]): Promise<readonly GeneratedFile[]> {
  const catalog = filledCatalog(twins);
  if (catalog === undefined) throw new Error("The harmless twin is refused.");
  const files = everythingOf(catalog);
  await expectSound(files, catalog);
  return files;
}

const mapMark = /\/[/*][#@]\s*source(Mapping)?URL=.*/g;

async function expectNothingRuns(
  files: readonly GeneratedFile[],
  changed: readonly GeneratedFile[],
): Promise<void> {
  for (const kind of ["javascript", "fixtures"]) {
    const isModule = ({ path }: GeneratedFile) => path.startsWith(kind) && path.endsWith(".js");
    if (!changed.some(isModule)) continue;
    const modules = files
      .filter(isModule)
      .map(({ path, text }) => [path.slice(path.indexOf("/") + 1), text]);
    await runModule({ "main.js": 'export * from "./index.js";', ...Object.fromEntries(modules) });
  }
  for (const { path, text } of changed) {
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
