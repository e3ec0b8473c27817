/** One entry of `errors/*.yaml` → model. The YAML has been validated by zod before. */

import type {
  Challenge,
  Ending,
  Entry,
  EntryKeys,
  Example,
  Resolver,
  Retry,
  Severity,
} from "../model/catalog.js";
import type { DefaultKey } from "../model/default.js";
import type { FieldPath } from "../model/field.js";
import type { GrpcStatus } from "../model/grpc-status.js";
import type { JsonValue } from "../model/json-value.js";
import type { Located, Span } from "../model/source.js";
import {
  nodeAt,
  pairOf,
  respelledIn,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from "../model/yaml-node.js";
import { nodeAgain } from "./late-places.js";
import type { Report } from "./load-rules.js";
import { readExtensions } from "./read-extensions.js";
import { readField } from "./read-field-type.js";
import { readMessage } from "./read-message.js";

const entryDefaults = ["resolver", "retry", "since", "stack"] as const;
type EntryDefault = (typeof entryDefaults)[number] & DefaultKey;

/** What an entry is besides what stands in it. */
export interface EntryPlace {
  readonly code: string;
  readonly category: Located<string>;
  /** What holds where the entry does not say it. */
  readonly defaultOf?: (key: DefaultKey) => YamlNode | undefined;
  /** Those of its mapping, unless they are others. */
  readonly keys?: EntryKeys;
}

/** Reads an entry. */
export function readEntry(
  { key, value }: YamlPair,
  { code, category, defaultOf, keys = keysOf(value as YamlMap) }: EntryPlace,
  report: Report,
): Entry {
  const node = value as YamlMap;
  const at = (name: string): YamlNode | undefined => node.pairs.get(name)?.value;
  const hasNoStatus = at("status")?.value === "none";
  const inherited = inheritedBy(new Set(keys.names));
  const atOrDefault = (name: EntryDefault): YamlNode | undefined =>
    at(name) ?? (inherited.includes(name) ? defaultOf?.(name) : undefined);
  return {
    code,
    owner: undefined,
    at: key,
    keys,
    category,
    statuses: hasNoStatus ? [] : scalars(at("status")).map(located<number>),
    hasNoStatus,
    title: optional(at("title")),
    messages: scalars(at("message")).map((message) => readMessage(message, report)),
    meaning: optional(at("meaning")),
    causes: scalars(at("causes")).map(located<string>),
    fixes: scalars(at("fixes")).map(located<string>),
    resolver: optional<Resolver>(atOrDefault("resolver")),
    retry: optional<Retry>(atOrDefault("retry")),
    severity: optional<Severity>(at("severity")),
    grpc: optional<GrpcStatus>(at("grpc")),
    exit: optional<number>(at("exit")),
    delay: scalars(at("delay")).map(readPath),
    headers: pairs(at("headers")).map(([name, pair]) => ({
      name: { value: name, at: pair.key },
      value: readMessage(pair.value as YamlScalar, report),
    })),
    challenge: readChallenge(at("challenge")),
    neverSent: hasNoStatus || at("never_sent")?.value === true,
    stack: atOrDefault("stack")?.value !== false,
    fields: pairs(at("fields")).map(([name, pair]) => readField(name, pair, report)),
    examples: items(at("examples")).map(readExample),
    since: optional(atOrDefault("since")),
    name: optional(at("name")),
    deprecated: readEnding(node.pairs.get("deprecated")),
    retired: readEnding(node.pairs.get("retired")),
    extensions: readExtensions(node),
  };
}

/** What an entry with these keys takes from `defaults`: what it does not say, but nothing where only its end is kept. */
export function inheritedBy(keys: {
  readonly has: (key: string) => boolean;
}): readonly EntryDefault[] {
  if (keys.has("retired") && !keys.has("status")) return [];
  return entryDefaults.filter((key) => !keys.has(key));
}

/** The keys of an entry, whose nodes are not kept: only what is wrong with one is ever looked for. */
export function keysOf(node: YamlMap): EntryKeys {
  const at = spanOf(node);
  const names = [...node.pairs.keys()];
  return {
    names,
    placeOf: (index) => pairOf(nodeAgain(at), names[index] ?? "")?.key ?? at,
  };
}

/** The node's value, with its place. */
export function located<T>(node: YamlNode): Located<T> {
  return { value: node.value as T, at: node };
}

/** The value and place of a node that may not be there. */
export function optional<T = string>(node: YamlNode | undefined): Located<T> | undefined {
  return node === undefined ? undefined : located(node);
}

/** A scalar, or the scalars of a list, as a list. */
export function scalars(node: YamlNode | undefined): readonly YamlScalar[] {
  return (
    node?.kind === "list" ? node.items : node === undefined ? [] : [node]
  ) as readonly YamlScalar[];
}

/** The items of a list that may not be there. */
export function items(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === "list" ? node.items : [];
}

/** The members of a mapping that may not be there. */
export function pairs(node: YamlNode | undefined): readonly [string, YamlPair][] {
  return node?.kind === "map" ? [...node.pairs] : [];
}

function readPath(node: YamlScalar): FieldPath {
  return { value: String(node.value).split("."), at: node };
}

function readChallenge(node: YamlNode | undefined): Challenge | undefined {
  if (node?.kind !== "map") return undefined;
  return {
    at: node,
    error: node.value.error as string | undefined,
    scheme: node.value.scheme as Challenge["scheme"],
    scope: optional(node.pairs.get("scope")?.value),
  };
}

function readExample(node: YamlNode): Example {
  const { title, fields = {} } = node.value as {
    title: string;
    fields?: Record<string, JsonValue>;
  };
  const fieldsNode = nodeAt(node, ["fields"]);
  const status =
    node.kind === "map" ? optional<number>(node.pairs.get("status")?.value) : undefined;
  const respelled = fieldsNode === node ? [] : respelledIn(fieldsNode);
  const at = spanOf(node);
  return {
    at,
    title,
    status,
    fields,
    respelled,
    placeOf: (path) => {
      const again = nodeAgain(at);
      return again === undefined ? at : nodeAt(again, ["fields", ...path]);
    },
  };
}

// A place alone: the node has all that is in it.
function spanOf({ file, start, end }: YamlNode): Span {
  return { file, start, end };
}

function readEnding(pair: YamlPair | undefined): Ending | undefined {
  if (pair === undefined) return undefined;
  const node = pair.value as YamlMap;
  return {
    at: pair.key,
    since: String(node.value.since),
    replacedBy: optional(node.pairs.get("replaced_by")?.value),
    reason: node.value.reason as string | undefined,
  };
}
