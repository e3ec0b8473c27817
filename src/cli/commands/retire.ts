/** `errdex retire`: ends a code, with all that names it. */
import { quoted } from "../../diagnostics/suggest.js";
import { retireCode } from "../../fix/codes/retire-code.js";
import { foreignCode } from "../../model/foreign-code.js";
import { type ChangeOptions, catalogToChange, changeCodes } from "../change-codes.js";
import { type ExitCode, UsageError } from "../exit-code.js";
import type { Host } from "../host.js";
import { entryNamed, refuseForeign } from "../named-code.js";

/** Options of the command. */
export interface RetireOptions extends ChangeOptions {
  /** A code of the catalog, or `catalog/code`. */
  readonly replacedBy?: string;
  readonly reason?: string;
}

/** Retires a code. */
export async function retire(code: string, options: RetireOptions, host: Host): Promise<ExitCode> {
  const changed = await catalogToChange(options, host);
  const { catalog, trees } = changed;
  const { replacedBy, reason } = options;
  const entry = entryNamed(code, catalog);
  refuseForeign(entry);
  if (entry.retired !== undefined)
    throw new UsageError(`The code ${quoted(code)} is retired already.`);
  const isForeign = replacedBy !== undefined && foreignCode(replacedBy) !== undefined;
  const successor = replacedBy === undefined || isForeign ? undefined : replacedBy;
  if (successor === code) throw new UsageError("A code cannot take its own place.");
  if (successor !== undefined && entryNamed(successor, catalog).retired !== undefined)
    throw new UsageError(`The code ${quoted(successor)} is retired itself.`);
  // Where there is no ledger, nobody knows who has the code.
  const { released } = catalog;
  const isReleased =
    released === undefined ||
    released.past.codes.has(code) ||
    released.entries.some((each) => each.code === code);
  // A tombstone keeps its texts, and what is wrong with them.
  const isOver = (rule: string) => !isReleased || rule.startsWith("missing-");
  return changeCodes(
    changed,
    {
      plan: (since) =>
        retireCode(trees, {
          ...{ code, replacedBy, reason, successor },
          since: isReleased ? since : undefined,
        }),
      baseline: (counts) =>
        new Map(
          [...counts].map(([rule, codes]) => [
            rule,
            new Map([...codes].filter(([each]) => each !== code || !isOver(rule))),
          ]),
        ),
      done: (since) =>
        isReleased
          ? `${code} is retired since ${since}. Its entry stays: what was released is never used again.`
          : `${code} was never released, so nothing of it is left.`,
    },
    options,
    host,
  );
}
