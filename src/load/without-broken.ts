/** Leaves out of a file what zod refused, so that one mistake does not hide what is wrong with the rest. */
import type * as z from "zod4";
import type { YamlMap, YamlNode, YamlPair } from "../model/yaml-node.js";

type Issue = z.core.$ZodIssue;

/** Names of members, or numbers of elements. */
type Steps = ReadonlySet<string>;

/**
 * The mapping without the members that the issues speak of. Where leaving one out would make others look wrong, such as
 * a type that fields name, something harmless stands in its place.
 */
export function withoutBroken(root: YamlMap, issues: readonly Issue[]): YamlMap {
  const broken = brokenSteps(issues);
  if (broken.size === 0) return root;
  const pairs = new Map(root.pairs);
  for (const [key, members] of broken) {
    const pair = pairs.get(key);
    const mended =
      pair === undefined || members.size === 0
        ? standIns[key]?.(pair?.value ?? root, key)
        : withoutMembers(pair.value, members, memberStandIns[key]);
    if (mended === undefined) pairs.delete(key);
    else pairs.set(key, { key: pair?.key ?? keyAt(root, key), value: mended });
  }
  return { ...root, pairs };
}

/** The members of the root that are broken, each with its own broken members; none where all of it is. */
function brokenSteps(issues: readonly Issue[]): ReadonlyMap<string, Steps> {
  const broken = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const { code, path } of issues) {
    const [key, member, detail] = path.map(String);
    // Keys that nobody knows are not read, except in types, and an exemption without a reason is still one.
    if (key === undefined || (code === "unrecognized_keys" && key !== "types")) continue;
    if (key === "allow" && detail === "reason") continue;
    const members = broken.get(key) ?? new Set();
    broken.set(key, members);
    if (member === undefined) whole.add(key);
    else members.add(member);
  }
  for (const key of whole) broken.set(key, new Set());
  return broken;
}

function withoutMembers(
  node: YamlNode,
  members: Steps,
  standIn: StandIn | undefined,
): YamlNode | undefined {
  if (node.kind === "list") {
    return { ...node, items: node.items.filter((_, index) => !members.has(String(index))) };
  }
  if (node.kind !== "map") return undefined;
  const pairs = [...node.pairs].flatMap(([name, pair]): [string, YamlPair][] => {
    if (!members.has(name)) return [[name, pair]];
    return standIn === undefined ? [] : [[name, { ...pair, value: standIn(pair.value, name) }]];
  });
  return { ...node, pairs: new Map(pairs) };
}

/** Makes something harmless in the place of a node. */
type StandIn = (place: YamlNode, name: string) => YamlNode;

const text =
  (value: string): StandIn =>
  ({ file, start, end }) => ({ kind: "scalar", value, file, start, end });

const standIns: Readonly<Record<string, StandIn>> = {
  catalog: text("unnamed"),
  title: text("title"),
  // Later than whatever an entry says.
  version: text("9999.0.0"),
};

const memberStandIns: Readonly<Record<string, StandIn>> = {
  categories: (place, name) => text(name)(place, name),
  types: ({ file, start, end }) => ({ kind: "map", pairs: new Map(), value: {}, file, start, end }),
  groups: ({ file, start, end }) => ({ kind: "list", items: [], value: [], file, start, end }),
};

function keyAt({ file, start, end }: YamlMap, value: string): YamlPair["key"] {
  return { kind: "scalar", value, file, start, end };
}
