/** What a catalog makes of the rules: more, less or nothing. */
import type { RuleSetting } from "../model/catalog.js";
import type { Diagnostic } from "./diagnostic.js";
import type { RuleBook } from "./rule-definition.js";

/** The diagnostics with the severities that the settings ask for, without those of rules that are off. */
export function withSettings<Name extends string>(
  diagnostics: readonly Diagnostic<Name>[],
  settings: readonly RuleSetting[],
  rules: RuleBook<Name>,
): readonly Diagnostic<Name>[] {
  const wanted = new Map<string, RuleSetting["severity"]>(
    settings
      .filter((setting) => !isLocked(setting, rules))
      .map(({ rule, severity }) => [rule.value, severity]),
  );
  if (wanted.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic): readonly Diagnostic<Name>[] => {
    const severity = wanted.get(diagnostic.rule) ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}

/** Whether the setting makes less of a rule that a build relies on; then it has no effect. */
export function isLocked({ rule, severity }: RuleSetting, rules: RuleBook): boolean {
  const definition = Object.hasOwn(rules, rule.value) ? rules[rule.value] : undefined;
  return definition?.lowerable === false && severity !== "error";
}
