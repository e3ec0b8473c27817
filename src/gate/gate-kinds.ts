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
  "output-stale": {
    severity: "error",
    summary: "Every output is what the catalog says.",
    reason: "Run `errdex build`, and commit what it writes.",
  },
  "removed-unneeded": {
    severity: "note",
    summary: "What the settings say of a catalog that is no more is needed.",
    reason: "Neither the base nor this tree has such a catalog to remove. Delete the line.",
  },
  "successor-unknown": {
    severity: "error",
    summary: "A code of another catalog that takes the place of one is there.",
    reason: "`replaced_by: catalog/code` sends people to it.",
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
