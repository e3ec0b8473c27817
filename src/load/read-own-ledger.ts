/** The ledger of a catalog. That of another catalog is refused as one: each of its codes would seem to have vanished. */
import { quoted } from "../diagnostics/suggest.js";
import type { Contract } from "../model/catalog.js";
import type { Located } from "../model/source.js";
import type { DecodedFile } from "./decode-file.js";
import type { Report } from "./load-rules.js";
import { readLedger } from "./read-ledger.js";

/** What tells whose ledger it is. */
interface Owner {
  readonly name: Located<string>;
  /** All that were found, those of entries that cannot be read too. */
  readonly codes: ReadonlySet<string>;
  /** Whether there are no others. */
  readonly hasAllCodes: boolean;
}

/** Reads the ledger beside a catalog. Undefined where it is none, or another's, which is reported. */
export function readOwnLedger(
  file: DecodedFile,
  owner: Owner,
  report: Report,
): Contract | undefined {
  const ledger = readLedger(file, report);
  if (ledger === undefined || !isForeign(ledger, owner)) return ledger;
  const [theirs, ours] = [ledger.name.value, owner.name.value].map(quoted);
  const what = `This is the ledger of ${theirs}: it has another name than ${ours}, and none of its codes.`;
  report("released-form", ledger.name.at, what, {
    help: "Take the ledger of this catalog from your history. One that was never released has none.",
  });
  return undefined;
}

function isForeign({ name, entries, past }: Contract, owner: Owner): boolean {
  if (name.value === owner.name.value || !owner.hasAllCodes || owner.codes.size === 0) return false;
  const released = [...entries.map(({ code }) => code), ...past.codes.keys()];
  return released.length > 0 && !released.some((code) => owner.codes.has(code));
}
