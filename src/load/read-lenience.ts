/** What catalog.yaml does not take as seriously as usual: `allow`, `rules`, `suppress` → model. */
import type { Catalog, RuleSetting } from "../model/catalog.js";
import type { YamlMap, YamlNode } from "../model/yaml-node.js";
import { items, located, pairs, scalars } from "./read-entry.js";

/** Reads it. `at` finds a key of the file, which zod has validated before. */
export function readLenience(
  at: (name: string) => YamlNode | undefined,
): Pick<Catalog, "exemptions" | "settings" | "suppressions"> {
  return {
    exemptions: items(at("allow")).map((node) => {
      const { pairs: members, value } = node as YamlMap;
      return {
        at: node,
        rule: located(members.get("rule")?.value ?? node),
        codes: scalars(members.get("codes")?.value).map(located<string>),
        reason: reasonOf(value),
      };
    }),
    settings: pairs(at("rules")).map(([rule, { key, value }]) => ({
      rule: { value: rule, at: key },
      severity: value.value as RuleSetting["severity"],
    })),
    suppressions: items(at("suppress")).map((node) => {
      const { pairs: members, value } = node as YamlMap;
      return {
        at: node,
        change: located(members.get("change")?.value ?? node),
        codes: scalars(members.get("codes")?.value).map(located<string>),
        reason: reasonOf(value),
        until: located(members.get("until")?.value ?? node),
      };
    }),
  };
}

// A reason that is none has been reported, and is no reason to report the rest of it.
function reasonOf({ reason }: YamlMap["value"]): string {
  return typeof reason === "string" ? reason : "";
}
