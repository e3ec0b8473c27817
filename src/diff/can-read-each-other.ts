/**
 * Whether a body of one template can be read by another, and the reverse.
 *
 * Judged by structure: each constant, variable and member that has to be there stands at the same place. Members that
 * no example has are judged by this alone; a replay tells what becomes of the examples.
 */
import type { ContractTemplate } from "../model/contract.js";
import { same } from "./same.js";
import { isFiller, isMembers, isVariable, templateKey } from "./template-parts.js";

/** Who can read whom. */
export interface Readability {
  /** Deployed clients read what services send from now on. */
  readonly oldReadsNew: boolean;
  /** New clients read what older services send. */
  readonly newReadsOld: boolean;
}

/** Compares two templates as readers and as writers. */
export function canReadEachOther(base: ContractTemplate, current: ContractTemplate): Readability {
  return { oldReadsNew: reads(base, current), newReadsOld: reads(current, base) };
}

function reads(reader: ContractTemplate, written: ContractTemplate): boolean {
  if (isFiller(reader) || same(reader, written)) return true;
  if (isVariable(reader) || !(typeof reader === "object")) return false;
  if (Array.isArray(reader))
    return (
      Array.isArray(written) &&
      reader.every((each, index) => index < written.length && reads(each, written[index]))
    );
  if (!isMembers(reader) || !isMembers(written)) return false;
  const members = new Map(
    Object.entries(written).map(([key, value]) => {
      const { name, optional } = templateKey(key);
      return [name, { optional, value }];
    }),
  );
  return Object.entries(reader).every(([key, value]) => {
    const { name, optional } = templateKey(key);
    const member = members.get(name);
    if (member === undefined) return optional || isFiller(value);
    return (optional || !member.optional) && reads(value, member.value);
  });
}
