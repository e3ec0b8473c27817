/** `defaults` → the values that entries take which do not have them. The nearer ones win. */
import { type Default, type DefaultKey, defaultKeys } from "../model/default.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import { located, pairs } from "./read-entry.js";

/** The values that are said for all entries of a catalog, or of a file. */
export interface Defaults {
  /** The nearest value, which is taken. */
  readonly take: (key: DefaultKey) => YamlNode | undefined;
  /** Whether the nearest value could not be read: what it is nobody knows. */
  readonly isBroken: (key: DefaultKey) => boolean;
  /** Those that are said here, once all entries have been read. */
  readonly said: () => readonly Default[];
}

/** Where `defaults` stands. */
interface Place {
  /** Keys whose values could not be read. */
  readonly broken: ReadonlySet<string>;
  /** What is said further off. */
  readonly outer?: Defaults;
}

/** Reads what is said for many entries. */
export function readDefaults(node: YamlNode | undefined, { broken, outer }: Place): Defaults {
  const own = new Map(
    pairs(node).filter(([key]) => isDefaultKey(key) && !broken.has(key)),
  ) as ReadonlyMap<DefaultKey, ReturnType<typeof pairs>[number][1]>;
  const taken = new Set<DefaultKey>();
  return {
    take: (key) => {
      const pair = own.get(key);
      if (pair === undefined) return broken.has(key) ? undefined : outer?.take(key);
      taken.add(key);
      return pair.value;
    },
    isBroken: (key) => broken.has(key) || (!own.has(key) && outer?.isBroken(key) === true),
    said: () =>
      [...own].map(([key, { key: at, value }]) => ({
        key,
        at,
        value: located<string | boolean>(value),
        isTaken: taken.has(key),
      })),
  };
}

/** Reads those of catalog.yaml, as far as it could be read. */
export function readHeadDefaults(root: YamlMap | undefined): Defaults {
  const node = root?.pairs.get("defaults")?.value;
  const written = root?.value.defaults;
  const read = new Set(pairs(node).map(([key]) => key));
  const isWhole = root !== undefined && (written === undefined || node?.kind === "map");
  // What is written and was not read has been refused.
  const broken = Object.keys(Object(written)).filter((key) => !read.has(key));
  return readDefaults(node, { broken: isWhole ? new Set(broken) : unknownDefaults });
}

/** The keys of defaults of which nothing could be read. */
export const unknownDefaults: ReadonlySet<string> = new Set(defaultKeys);

/** Whether it may stand there. */
export function isDefaultKey(key: string): key is DefaultKey {
  return (defaultKeys as readonly string[]).includes(key);
}
