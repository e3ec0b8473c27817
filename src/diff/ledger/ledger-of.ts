/** Contract → what `released.json` says: what there is, what was once, and which texts there were. */
import type { Contract } from "../../model/catalog.js";
import { extensionMembers } from "../../model/extension.js";
import { remembered } from "../../model/remembered.js";
import { record, withoutExtensions } from "./contract-json.js";
import { pastOf } from "./past.js";
import { marksJson, marksOf } from "./text-marks.js";
import { defined, type JsonMembers } from "./type-json.js";

/** What the ledger says, in the order in which it is printed. What the ledger before it remembers of codes and spellings is carried on. */
export const ledgerOf = remembered((contract: Contract): JsonMembers => {
  const past = pastOf(contract);
  const marks = marksOf(contract);
  return {
    ...withoutExtensions(contract),
    past: {
      codes: record(
        [...past.codes].map(([code, { until, title, contract: mark }]) => [
          code,
          defined({ until, title, contract: mark }),
        ]),
      ),
      spellings: record(
        [...past.spellings].map(([format, spellings]) => [
          format,
          record([...spellings].map(([spelling, { value }]) => [spelling, value])),
        ]),
      ),
    },
    ...(marks && { texts: marksJson(marks) }),
    ...extensionMembers(contract.extensions),
  };
});
