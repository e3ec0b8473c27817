/** `errdex rename`: gives a code another name, with all that names it. */
import { quoted } from "../../diagnostics/suggest.js";
import { type RespelledFormat, renameCode } from "../../fix/codes/rename-code.js";
import type { FindingCounts } from "../../model/baseline.js";
import type { Catalog } from "../../model/catalog.js";
import { spell } from "../../model/wire-format.js";
import { resolveRows } from "../../model/wire-rows.js";
import { type ChangeOptions, catalogToChange, changeCodes } from "../change-codes.js";
import { type ExitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { entryNamed, refuseForeign, refuseTaken } from "../named-code.js";

/** Options of the command. */
export interface RenameOptions extends ChangeOptions {
  /** The wire follows the code, instead of keeping its spelling. */
  readonly respell?: boolean;
}

/** Renames a code. */
export async function rename(
  [from, to]: readonly [string, string],
  options: RenameOptions,
  host: Host,
): Promise<ExitCode> {
  const changed = await catalogToChange(options, host);
  const { catalog, trees } = changed;
  const entry = entryNamed(from, catalog);
  refuseForeign(entry);
  if (entry.retired !== undefined)
    throw new UsageError(`The code ${quoted(from)} is retired, so it keeps its name.`);
  refuseTaken(to, catalog);
  const { released } = catalog;
  const isReleased = released?.entries.some(({ code }) => code === from) ?? false;
  // Where there is no ledger, nobody knows who relies on what is sent.
  const keepsSpelling = options.respell !== true && (isReleased || released === undefined);
  const formats = respelledFormats(catalog, from, to);
  const done = (since: string) =>
    isReleased
      ? `Added ${to}, since ${since}, with all that ${from} had; ${from} is retired, and replaced by it.`
      : `${from} is ${to} now. ${released === undefined ? "There is no released.json, so nothing says that anybody has the old code." : "It was never released, so nothing of the old code is left."}`;
  return changeCodes(
    changed,
    {
      plan: (version) =>
        renameCode(trees, {
          ...{ from, to, formats, keepsSpelling },
          since: isReleased ? version : undefined,
        }),
      nameless: (message) =>
        message.replaceAll(codeInText, (word) => (word === from || word === to ? "…" : word)),
      baseline: (counts) => movedCounts(counts, from, to),
      done,
    },
    options,
    host,
  );
}

// A code in a sentence: a full stop behind it is none of it.
const codeInText = /[A-Za-z0-9_-]+(?:\.+[A-Za-z0-9_-]+)*/g;

/** The formats in which the rule spells the code, and would spell the other otherwise. */
function respelledFormats(catalog: Catalog, from: string, to: string): readonly RespelledFormat[] {
  return catalog.wireFormats.flatMap((format) => {
    const own = resolveRows(format, catalog).find(({ entry }) => entry.code === from);
    if (own === undefined || own.row?.spelling !== undefined) return [];
    const spelling = spell(from, format.spelling);
    return spelling === spell(to, format.spelling) ? [] : [{ name: format.name, spelling }];
  });
}

function movedCounts(counts: FindingCounts, from: string, to: string): FindingCounts {
  const moved = [...counts].map(([rule, codes]) => {
    const others = [...codes].map(([code, count]) => [code === from ? to : code, count] as const);
    return [rule, new Map(others)] as const;
  });
  return new Map(moved);
}
