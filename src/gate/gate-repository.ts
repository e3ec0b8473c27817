/** All catalogs of a repository, as they were and as they are → what is found between them. */

import type { Finding } from "../diagnostics/finding.js";
import type { Catalog, Entry } from "../model/catalog.js";
import { type ForeignCode, foreignCode } from "../model/foreign-code.js";
import type { Settings } from "../model/settings.js";
import type { Located } from "../model/source.js";
import { ownEntries } from "../model/used-catalog.js";
import type { GateKind } from "./gate-kinds.js";
import { gateKinds } from "./gate-kinds.js";
import { liveCodes, type PlacedContract } from "./pair-catalogs.js";

/** A catalog that there is now. */
export interface PlacedCatalog extends PlacedContract {
  readonly contract: Catalog;
}

/** What is between catalogs. */
export interface GatedRepository {
  readonly head: readonly PlacedCatalog[];
  /** What the base had, and nothing has become of. */
  readonly gone: readonly PlacedContract[];
  readonly settings: Settings | undefined;
  /** Whether a folder has a catalog, although nobody looks at it. */
  readonly isThere: (folder: string) => boolean;
}

/** What is wrong between catalogs: two of one name, one that vanished, codes that lead to others. */
export function gateRepository({
  head,
  gone,
  settings,
  isThere,
}: GatedRepository): readonly Finding[] {
  return [
    ...twins(head),
    ...gone.flatMap((each) => vanished(each, { head, settings, isThere })),
    ...unneeded({ head, gone, settings, isThere }),
    ...successors(head),
    ...sharedCodes(head),
  ];
}

function finding(
  rule: GateKind,
  at: Finding["at"],
  message: string,
  extras: Pick<Finding, "help" | "related"> = {},
): Finding {
  return { rule, severity: gateKinds[rule].severity, message, at, ...extras };
}

function twins(head: readonly PlacedCatalog[]): readonly Finding[] {
  const first = new Map<string, PlacedCatalog>();
  return head.flatMap((each) => {
    const { name } = each.contract;
    const other = first.get(name.value);
    if (other === undefined) {
      first.set(name.value, each);
      return [];
    }
    const message = `There are two catalogs ${name.value}: ${other.folder} and ${each.folder}.`;
    const related = [{ at: other.contract.name.at, message: "The other one." }];
    return [finding("catalog-twice", name.at, message, { help: "Rename one of them.", related })];
  });
}

function vanished(
  one: PlacedContract,
  { head, settings, isThere }: Omit<GatedRepository, "gone">,
): readonly Finding[] {
  const { contract } = one;
  const name = contract.name.value;
  const codes = liveCodes(contract);
  if (codes.length === 0) return [];
  const reason = settings?.removed.get(name);
  const count = `${codes.length} ${codes.length === 1 ? "code" : "codes"} in use`;
  if (reason !== undefined && reason.value.trim() !== "") {
    const what = `The catalog ${name} was in ${one.folder}, and is removed with ${count}: ${reason.value}`;
    return [finding("catalog-removed", reason.at, what)];
  }
  const owners = head.flatMap((each) => {
    const own = new Set(liveCodes(each.contract));
    const taken = codes.filter((code) => own.has(code)).length;
    return taken === 0 ? [] : [`${taken} of its ${codes.length} codes are in ${nameOf(each)} now`];
  });
  const moved = owners.length === 0 ? "" : ` ${owners.join(", and ")}.`;
  const where = isThere(one.folder) ? "is there, but is not looked at any more" : "is gone";
  const message = `The catalog ${name} was in ${one.folder}, and ${where}, with ${count}.${moved}`;
  const help = `Keep its folder with the codes retired${owners.length === 0 ? "" : ", each `replaced_by: catalog/code`,"} until a release says so; or say in the settings why it hurts nobody: \`removed: { ${name}: … }\`.`;
  // In a commit it has no place that a report could show.
  const file = { path: `${one.folder}/catalog.yaml`, text: "" };
  return [finding("catalog-gone", { file, start: 0, end: 0 }, message, { help })];
}

function unneeded({ head, gone, settings }: GatedRepository): readonly Finding[] {
  const names = new Set(gone.map(({ contract }) => contract.name.value));
  return [...(settings?.removed ?? [])].flatMap(([name, { at }]) => {
    if (names.has(name)) return [];
    const isThere = head.some((each) => nameOf(each) === name);
    const why = isThere ? "it is still there" : "the base does not have it either";
    return [finding("removed-unneeded", at, `The catalog ${name} is not removed here: ${why}.`)];
  });
}

/** Codes of other catalogs that have taken the place of one. */
function successors(head: readonly PlacedCatalog[]): readonly Finding[] {
  const byName = new Map(head.map((each) => [nameOf(each), each.contract]));
  return head.flatMap(({ contract }) =>
    ownEntries(contract)
      .flatMap(foreignSuccessors)
      .flatMap((mention) => {
        const { catalog: name, code } = mention.value;
        const other = byName.get(name);
        if (other === undefined) {
          // What is used is read with the catalog, and its rules have said what is wrong.
          if (contract.uses.some((used) => used.name === name)) return [];
          const message = `There is no catalog ${name} in this repository, so nobody can tell whether it has ${code}.`;
          return [
            { ...finding("successor-unknown", mention.at, message), severity: "note" as const },
          ];
        }
        if (liveCodes(other).includes(code)) return [];
        return [finding("successor-unknown", mention.at, `${name} has no code ${code} in use.`)];
      }),
  );
}

function foreignSuccessors({ deprecated, retired }: Entry): readonly Located<ForeignCode>[] {
  return [deprecated?.replacedBy, retired?.replacedBy].flatMap((mention) => {
    const value = mention && foreignCode(mention.value);
    return mention === undefined || value === undefined ? [] : [{ value, at: mention.at }];
  });
}

function sharedCodes(head: readonly PlacedCatalog[]): readonly Finding[] {
  const first = new Map<string, { readonly entry: Entry; readonly name: string }>();
  return head.flatMap((each) =>
    ownEntries(each.contract).flatMap((entry) => {
      const other = first.get(entry.code);
      if (entry.retired !== undefined || other?.name === nameOf(each)) return [];
      if (other === undefined) {
        first.set(entry.code, { entry, name: nameOf(each) });
        return [];
      }
      const message = `${entry.code} is a code of ${other.name} and of ${nameOf(each)}.`;
      const related = [{ at: other.entry.at, message: `That of ${other.name}.` }];
      return [finding("code-twice", entry.at, message, { related })];
    }),
  );
}

function nameOf({ contract }: PlacedContract): string {
  return contract.name.value;
}
