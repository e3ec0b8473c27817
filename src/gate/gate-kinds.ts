/** The closed list of what `errdex ci` finds by itself. A name, once released, keeps its meaning. */
import type { Severity } from "../diagnostics/finding.js";

interface GateKindText {
  readonly severity: Severity;
  /** One sentence: what is wanted. */
  readonly summary: string;
  /** Why, and what to do. */
  readonly reason: string;
}

/** What `errdex ci` finds beside what the other commands find. */
export const gateKinds = {
  "baseline-begun": {
    severity: "note",
    summary: "A baseline that is new covers what was there before.",
    reason: "From now on it only shrinks. Look whether it is to be let be.",
  },
  "baseline-grown": {
    severity: "error",
    summary: "A baseline only shrinks.",
    reason:
      "What is new has to be whole, and nothing that was mended is let be again. Mend it, or say under `allow` in catalog.yaml why the rule is not for this code.",
  },
  "baseline-stale": {
    severity: "error",
    summary: "A baseline covers only what is found.",
    reason: "Run `errdex check --baseline`, and commit what it writes.",
  },
  "catalog-gone": {
    severity: "error",
    summary: "A catalog of the base is still there.",
    reason:
      "Whoever relies on its codes is left without a word. Retire them and release that before the folder goes, or say under `removed` of the settings why it hurts nobody.",
  },
  "catalog-ignored": {
    severity: "error",
    summary: "Git keeps every catalog.",
    reason: "What git ignores is on this machine alone, and nobody else is held to it.",
  },
  "catalog-removed": {
    severity: "note",
    summary: "A catalog that is no more is removed on purpose.",
    reason: "The settings say under `removed` why it hurts nobody.",
  },
  "catalog-twice": {
    severity: "error",
    summary: "A repository has one catalog of a name.",
    reason:
      "Catalogs are followed by their names when they move, and errors are told apart by them.",
  },
  "catalog-unnamed": {
    severity: "note",
    summary: "The settings name every catalog of the repository.",
    reason: "What they do not name is not looked at.",
  },
  "code-twice": {
    severity: "note",
    summary: "A code is in one catalog of a repository.",
    reason: "Errors of the two are strangers to each other, although they are called the same.",
  },
  "coverage-short": {
    severity: "error",
    summary: "As many codes are raised, handled and tested as the settings ask for.",
    reason: "`least` under `coverage` of the settings says how many.",
  },
  "ledger-older": {
    severity: "error",
    summary: "The ledger is that of the last release.",
    reason: "What was released stays released: somebody may have it. Keep the ledger of the base.",
  },
  "output-handed-over": {
    severity: "warning",
    summary: "An output is made from the catalog that it was made from.",
    reason: "Whoever imports it gets the codes of another catalog, which was not compared with it.",
  },
  "output-stale": {
    severity: "error",
    summary: "Every output is what the catalog says.",
    reason: "Run `errdex build`, and commit what it writes.",
  },
  "removed-unneeded": {
    severity: "warning",
    summary: "What the settings say of a catalog that is no more is needed.",
    reason:
      "Where the catalog is still there, or the base has none either, the line would let one vanish later. Delete it.",
  },
  "settings-lowered": {
    severity: "warning",
    summary: "The settings ask for what they asked for in the base.",
    reason: "Whoever changes them decides what the next change has to hold to.",
  },
  "successor-unknown": {
    severity: "error",
    summary: "A code of another catalog that takes the place of one is there.",
    reason: "`replaced_by: catalog/code` sends people to it.",
  },
  unread: {
    severity: "error",
    summary: "All that is to be judged can be read.",
    reason: "What nobody has looked at must not pass. The command ends with 2.",
  },
  "version-taken": {
    severity: "error",
    summary: "No other branch has released the version.",
    reason: "A version names one contract. Merge the base, and take a later version.",
  },
  "version-uncovered": {
    severity: "error",
    summary: "The version covers what changed since the last release.",
    reason:
      "It is how those who rely on the catalog learn whether they have to look. Without a ledger every change counts since the base.",
  },
} as const satisfies Readonly<Record<string, GateKindText>>;

/** A kind of what `errdex ci` finds by itself. */
export type GateKind = keyof typeof gateKinds;

/** Whether it is one of the names. */
export function isGateKind(name: string): name is GateKind {
  return Object.hasOwn(gateKinds, name);
}
