/** What is said of a rule, wherever what breaks it is found. */

/** A rule as it is written. A name, once released, keeps its meaning. */
export interface RuleText<Name extends string = string> {
  readonly name: Name;
  readonly severity: "error" | "warning";
  /** One sentence: what the rule wants. */
  readonly summary: string;
  /** Whether `rules` in catalog.yaml can make less of it: no emitter relies on it. Warnings always can be lowered. */
  readonly lowerable?: boolean;
  /** Whether `allow` in catalog.yaml can switch it off for a code too: a build does well without. */
  readonly exemptible?: boolean;
  /** Whether it is about making answers: it is not asked of a catalog of somebody else's service. */
  readonly forProducers?: boolean;
}

/** A rule, with all that can be asked about it. */
export interface RuleDefinition<Name extends string = string> extends Required<RuleText<Name>> {}

/** Fills in what the text leaves to be understood. */
export function ruleDefinition<Name extends string>(rule: RuleText<Name>): RuleDefinition<Name> {
  const { name, severity, summary, exemptible = false, forProducers = false } = rule;
  const { lowerable = exemptible || severity === "warning" } = rule;
  return { name, severity, summary, exemptible, lowerable, forProducers };
}

/** Rules by name. */
export type RuleBook<Name extends string = string> = Readonly<Record<Name, RuleDefinition>>;

/** The rules by name. */
export function ruleBook<Name extends string>(
  rules: readonly RuleDefinition<Name>[],
): RuleBook<Name> {
  const book: RuleBook = Object.fromEntries(rules.map((rule) => [rule.name, rule]));
  return book as RuleBook<Name>;
}
