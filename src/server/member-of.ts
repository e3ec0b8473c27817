/** Members of what was thrown, whatever that is. */
import { memberIn } from "../runtime/own-member.js";

/** The member that the value or its class has; none of those that were added to `Object.prototype`. May throw. */
export function memberOf(value: unknown, name: string): unknown {
  return memberIn((value ?? undefined) as Readonly<Record<string, unknown>> | undefined, name);
}
