/** The contract of one code as a digest: by it a code that comes back is known again. */
import type { Contract } from "../../model/catalog.js";
import { digestOf } from "../../model/digest.js";
import { inlineJson } from "../../model/inline-json.js";
import { ledgerWithoutPast } from "./contract-json.js";
import type { JsonMembers } from "./type-json.js";

/** The mark of what others rely on: statuses, fields with their types, retry, headers, spellings. None of a bare tombstone. */
export function contractMark(contract: Contract, code: string): string | undefined {
  const { codes, types } = (contract.written ?? ledgerWithoutPast(contract)) as {
    readonly codes: Readonly<Record<string, JsonMembers>>;
    readonly types: JsonMembers;
  };
  const said = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (said?.statuses === undefined) return undefined;
  const relied = Object.entries(said).filter(([name]) => !texts.has(name));
  const own = Object.fromEntries(relied);
  return digestOf([inlineJson(own), inlineJson(typesIn(own, types))]);
}

/** What is for people, and what says when there was such a code. */
const texts: ReadonlySet<string> = new Set([
  "title",
  "message",
  "category",
  "since",
  "deprecated",
  "retired",
]);

/** The named types that the value refers to, and those that they refer to. */
function typesIn(value: unknown, types: JsonMembers): JsonMembers {
  const found = new Map<string, unknown>();
  const visit = (part: unknown): void => {
    if (typeof part === "string") {
      if (found.has(part) || !Object.hasOwn(types, part)) return;
      found.set(part, types[part]);
      visit(types[part]);
    } else if (typeof part === "object" && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return Object.fromEntries(found);
}
