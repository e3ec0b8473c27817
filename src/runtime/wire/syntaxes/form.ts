/** application/x-www-form-urlencoded, URL Standard section 5. */
import { isRecord } from "../../is-record.js";
import { setOwn } from "../../own-member.js";
import { passedByLength } from "../decode-limits.js";
import { presentMembers } from "./present-members.js";
import { scalarText } from "./scalar-text.js";
import type { Syntax } from "./syntax.js";

const maximumMembers = 100_000;

/**
 * An object of texts in their order; a name that is repeated has a list of them.
 *
 * A text without any `=` is no form. Numbers and booleans are written as texts; null, undefined and empty lists are
 * left out.
 */
export const form: Syntax = {
  read(text) {
    if (passedByLength(text.length) !== undefined || !text.includes("=")) return undefined;
    let separators = 0;
    for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
      separators += 1;
      if (separators >= maximumMembers) return undefined;
    }
    const members: Record<string, unknown> = {};
    // With `&` in front: the constructor would drop a `?` that the first name begins with.
    for (const [name, value] of new URLSearchParams(`&${text}`)) {
      const before = Object.hasOwn(members, name) ? members[name] : undefined;
      if (Array.isArray(before)) before.push(value);
      else setOwn(members, name, before === undefined ? value : [before, value]);
    }
    return members;
  },
  write(value) {
    if (!isRecord(value)) return undefined;
    const written = new URLSearchParams();
    let count = 0;
    for (const [name, member] of presentMembers(value)) {
      for (const each of Array.isArray(member) ? member : [member]) {
        const part = scalarText(each);
        count += 1;
        if (part === undefined || count > maximumMembers || !isWhole(`${name}=${part}`))
          return undefined;
        written.append(name, part);
      }
    }
    const text = written.toString();
    return count === 0 || passedByLength(text.length) !== undefined ? undefined : text;
  },
};

/** Whether a text has no half of a surrogate pair, which no UTF-8 says. */
function isWhole(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
