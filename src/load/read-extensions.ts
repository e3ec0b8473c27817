/** Keys of a catalog's own → model. */
import { type Extension, isExtensionKey } from "../model/extension.js";
import type { JsonValue } from "../model/json-value.js";
import type { YamlMap } from "../model/yaml-node.js";

/** The keys of one's own in a mapping, in the order of the file. */
export function readExtensions(node: YamlMap): readonly Extension[] {
  return [...node.pairs].flatMap(([name, { key, value }]) =>
    isExtensionKey(name) ? [{ name, at: key, value: value.value as JsonValue }] : [],
  );
}
