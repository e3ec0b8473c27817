/**
 * Whether a body of one template can be read by another, and the reverse.
 *
 * Judged by structure: each constant, variable and member that has to be there stands at the same place. Members that
 * no example has are judged by this alone; a replay tells what becomes of the examples.
 */
import type { TemplateNode } from "../../model/wire-format.js";
import { differInDefault, heldInBoth, membersIn, sayTheSame } from "./template-parts.js";

/** Who can read whom. */
export interface Readability {
  /** Deployed clients read what services send from now on. */
  readonly oldReadsNew: boolean;
  /** New clients read what older services send. */
  readonly newReadsOld: boolean;
}

/** Compares two templates as readers and as writers. */
export function canReadEachOther(base: TemplateNode, current: TemplateNode): Readability {
  return { oldReadsNew: reads(base, current), newReadsOld: reads(current, base) };
}

function reads(reader: TemplateNode, written: TemplateNode): boolean {
  if (reader.kind === "filler" || sayTheSame(reader, written)) return true;
  if (differInDefault(reader, written)) return true;
  const held = heldInBoth(reader, written);
  if (held !== undefined) return reads(...held);
  if (reader.kind === "list")
    return (
      written.kind === "list" &&
      reader.items.every((each, index) => {
        const item = written.items[index];
        return item !== undefined && reads(each, item);
      })
    );
  const [expected, members] = [membersIn(reader), membersIn(written)];
  if (expected === undefined || members === undefined) return false;
  return [...expected].every(([name, { aliases = [], optional, value }]) => {
    const [member] = [name, ...aliases].flatMap((each) => members.get(each) ?? []);
    if (member === undefined) return optional || value.kind === "filler";
    return (optional || !member.optional) && reads(value, member.value);
  });
}
