/** What the outputs of the base wrote and no catalog names any more: it stays, and grows old. */
import { join, posix } from "node:path";
import type { Finding } from "../../diagnostics/finding.js";
import { bearsMark } from "../../disk/generated-mark.js";
import { pathsOf, textsIn } from "../../disk/git-tree.js";
import { readRegularText } from "../../disk/read-regular-file.js";
import { gateKinds } from "../../gate/gate-kinds.js";
import type { Catalog } from "../../model/catalog.js";
import { isSystemError } from "../exit-code.js";
import { type Outlook, shownFolder } from "./catalog-sides.js";
import type { OutputSide, SoundCatalog } from "./stale-outputs.js";

/** Catalogs as they were and as they are. */
export interface OutputsBefore {
  readonly base: readonly SoundCatalog[];
  readonly head: readonly SoundCatalog[];
}

/** Files that are left, and outputs that another catalog has taken over. */
export async function leftOutputs(
  { base, head }: OutputsBefore,
  side: OutputSide,
  outlook: Outlook,
): Promise<readonly Finding[]> {
  const now = new Map(head.flatMap((each) => outputsOf(each)));
  const findings: Finding[] = [];
  for (const each of base) {
    const name = each.catalog.name.value;
    for (const [path, { kind }] of outputsOf(each)) {
      const owner = now.get(path);
      if (owner === undefined) findings.push(...(await left(path, name, side, outlook)));
      else if (owner.catalog.name.value !== name && head.some(isCalled(name)))
        findings.push({
          rule: "output-handed-over",
          severity: gateKinds["output-handed-over"].severity,
          message: `${kind} in ${shownFolder(path, outlook)} was made from ${name}, and is made from ${owner.catalog.name.value} now.`,
          at: owner.at,
        });
    }
  }
  return findings;
}

function isCalled(name: string): (one: SoundCatalog) => boolean {
  return ({ catalog }) => catalog.name.value === name;
}

interface Output {
  readonly kind: string;
  readonly catalog: Catalog;
  readonly at: Finding["at"];
}

/** Paths from the top of the repository, with `/`. */
function outputsOf({ inside, catalog }: SoundCatalog): readonly (readonly [string, Output])[] {
  return catalog.outputs.map(({ kind, path: { value, at } }) => [
    posix.join(inside, value).replace(/\/$/, ""),
    { kind, catalog, at },
  ]);
}

async function left(
  path: string,
  name: string,
  { repository, index }: OutputSide,
  outlook: Outlook,
): Promise<readonly Finding[]> {
  if (repository === undefined) return [];
  const isBelow = (each: string) => each === path || each.startsWith(`${path}/`);
  const kept =
    index === undefined
      ? (await repository.git(["ls-files", "-z", "--", path])).toString().split("\0")
      : await pathsOf(index);
  const paths = kept.filter(isBelow);
  const texts = index === undefined ? await textsAt(paths, outlook) : await textsIn(index, paths);
  const old = [...texts].flatMap(([each, text]) =>
    bearsMark(text) && text.includes(`errdex from the catalog ${name}.`) ? [each] : [],
  );
  const [first] = old;
  if (first === undefined) return [];
  const shown = shownFolder(path, outlook);
  const what = old.length === 1 ? "a file" : `${old.length} files`;
  return [
    {
      rule: "output-stale",
      severity: gateKinds["output-stale"].severity,
      message: `${shown} has ${what} made from ${name}, and no output names it any more.`,
      help: "Delete what is old, or name it under `outputs` again.",
      at: { file: { path: shownFolder(first, outlook), text: "" }, start: 0, end: 0 },
    },
  ];
}

async function textsAt(
  paths: readonly string[],
  { top }: Outlook,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths)
    try {
      const file = { path: join(top, path), shown: path, most: 64 * 2 ** 20 };
      texts.set(path, await readRegularText(file));
    } catch (error) {
      if (!isSystemError(error)) throw error; // it is deleted on the disk
    }
  return texts;
}
