/** What a catalog makes of the rules: more, less or nothing. */
import type { RuleSetting } from "../model/catalog.js";
import type { Diagnostic } from "./diagnostic.js";
import { type RuleName, rules } from "./rules.js";

/** The diagnostics with the severities that the settings ask for, without those of rules that are off. */
export function withSettings(
  diagnostics: readonly Diagnostic[],
  settings: readonly RuleSetting[],
): readonly Diagnostic[] {
  const wanted = new Map(
    settings
      .filter((setting) => !isLocked(setting))
      .map(({ rule, severity }) => [rule.value, severity]),
  );
  if (wanted.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    const severity = wanted.get(diagnostic.rule) ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}

/** Whether the setting makes less of a rule that a build relies on; then it has no effect. */
export function isLocked({ rule, severity }: RuleSetting): boolean {
  const definition = isRuleName(rule.value) ? rules[rule.value] : undefined;
  return definition?.lowerable === false && severity !== "error";
}

/** Whether there is a rule of this name. */
export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}
