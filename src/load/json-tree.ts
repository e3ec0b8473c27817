/** JSON that was read at once, as a tree of YAML: places are looked for where somebody asks for one. */
import { collect } from "../diagnostics/report.js";
import type { SourceFile } from "../model/source.js";
import {
  pairOf,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from "../model/yaml-node.js";
import { loadRules } from "./load-rules.js";
import { parseYaml } from "./parse-yaml.js";

/** The tree of the file's text, whose value is known. Finding a place takes longer than all the rest of reading. */
export function jsonTree(file: SourceFile, value: unknown): YamlNode {
  let root: YamlNode | undefined;
  return nodeOf(value, file, () => {
    // JSON is YAML, and this reader knows places.
    root ??= parseYaml(file, collect(loadRules).report);
    return root;
  });
}

/** The mapping with other members, at its place. */
export function withMembers(
  node: YamlMap,
  changed: Readonly<Record<string, YamlPair | undefined>>,
): YamlMap {
  const pairs = new Map(node.pairs);
  for (const [name, pair] of Object.entries(changed))
    if (pair === undefined) pairs.delete(name);
    else pairs.set(name, pair);
  return Object.create(node, { pairs: { value: pairs } });
}

type Find = () => YamlNode | undefined;

function nodeOf(value: unknown, file: SourceFile, find: Find): YamlNode {
  if (Array.isArray(value)) return new LazyList(file, value, find);
  if (typeof value === "object" && value !== null)
    return new LazyMap(file, value as YamlMap["value"], find);
  return new LazyScalar(file, value as YamlScalar["value"], find);
}

abstract class LazySpan {
  constructor(
    readonly file: SourceFile,
    protected readonly find: Find,
  ) {}

  get start(): number {
    return this.find()?.start ?? 0;
  }

  get end(): number {
    return this.find()?.end ?? 0;
  }
}

class LazyScalar extends LazySpan implements YamlScalar {
  readonly kind = "scalar";

  constructor(
    file: SourceFile,
    readonly value: YamlScalar["value"],
    find: Find,
  ) {
    super(file, find);
  }
}

class LazyList extends LazySpan implements YamlList {
  readonly kind = "list";
  #items: readonly YamlNode[] | undefined;

  constructor(
    file: SourceFile,
    readonly value: readonly unknown[],
    find: Find,
  ) {
    super(file, find);
  }

  get items(): readonly YamlNode[] {
    this.#items ??= this.value.map((item, index) =>
      nodeOf(item, this.file, () => {
        const list = this.find();
        return list?.kind === "list" ? list.items[index] : undefined;
      }),
    );
    return this.#items;
  }
}

class LazyMap extends LazySpan implements YamlMap {
  readonly kind = "map";
  #pairs: ReadonlyMap<string, YamlPair> | undefined;

  constructor(
    file: SourceFile,
    readonly value: YamlMap["value"],
    find: Find,
  ) {
    super(file, find);
  }

  get pairs(): ReadonlyMap<string, YamlPair> {
    this.#pairs ??= new Map(
      Object.entries(this.value).map(([name, value]) => [
        name,
        {
          key: new LazyScalar(this.file, name, () => pairOf(this.find(), name)?.key),
          value: nodeOf(value, this.file, () => pairOf(this.find(), name)?.value),
        },
      ]),
    );
    return this.#pairs;
  }
}
