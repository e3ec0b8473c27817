/** Parts of a wire format that reading it does not come to. */
import { shortened } from "../diagnostics/suggest.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import type { Report } from "./load-rules.js";
import { pairs, scalars } from "./read-entry.js";

/** Reports bodies that nobody reads, and a syntax that stands twice. */
export function reportUnreadBodies(root: YamlMap, report: Report): void {
  const named = new Set<string>();
  const walk = (node: YamlNode, isBody: boolean): void => {
    if (isBody && typeof node.value === "string") named.add(node.value);
    if (node.kind === "list") for (const item of node.items) walk(item, isBody);
    if (node.kind === "map")
      for (const [key, { value }] of node.pairs) walk(value, /^(\$body|body|accepts)$/.test(key));
  };
  walk(root, false);
  const bodies = pairs(root.pairs.get("bodies")?.value);
  const known = new Set(bodies.map(([name]) => name));
  // One that is misspelt somewhere is reported there.
  const isMissing = [...named].some((name) => !known.has(name));
  for (const [name, { key }] of bodies)
    if (!named.has(name) && !isMissing)
      report("wire-body", key, `No template names the body ${shortened(name)}.`);
  const seen = new Set<unknown>();
  for (const node of scalars(root.pairs.get("syntax")?.value)) {
    if (seen.has(node.value))
      report("wire-syntax", node, `${String(node.value)} stands here a second time.`);
    seen.add(node.value);
  }
}
