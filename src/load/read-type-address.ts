/** The address of problem types: `type` of catalog.yaml and of a ledger. */
import type { Contract } from "../model/catalog.js";
import type { YamlNode } from "../model/yaml-node.js";
import { located, optional, scalars } from "./read-entry.js";

/** An address with `{code}` in it, or one with those of earlier years. */
export function readTypeAddress(node: YamlNode | undefined): Pick<Contract, "type" | "typeAlso"> {
  if (node?.kind !== "map") return { type: optional(node), typeAlso: [] };
  return {
    type: optional(node.pairs.get("address")?.value),
    typeAlso: scalars(node.pairs.get("also")?.value).map(located<string>),
  };
}
