/** What a log has of a value that is no catalog error. */
import type { LogFacts } from "./logged-error.js";
import { readMember } from "./thrown-value.js";

/** Its code and its status, where they look like such: `ECONNREFUSED`, `23505`, 404. */
export function foreignFacts(thrown: unknown): LogFacts {
  const code = readMember(thrown, "code");
  const status = readMember(thrown, "status") ?? readMember(thrown, "statusCode");
  const isCode =
    (typeof code === "string" && /^[\w./-]{1,64}$/.test(code)) || Number.isFinite(code);
  return {
    code: isCode ? `${code}` : undefined,
    status: Number.isInteger(status) ? (status as number) : undefined,
  };
}

/** What it says; where it says nothing, what was thrown. */
export function foreignMessage(thrown: unknown): string {
  const said = readMember(thrown, "message");
  if (typeof said === "string") return said;
  if (typeof thrown === "string") return thrown;
  if (typeof thrown === "object" && thrown !== null)
    return `an object was thrown${namesIn(thrown)}`;
  return typeof thrown === "function" ? "a function was thrown" : `${String(thrown)} was thrown`;
}

// Not the values: they may be anything.
function namesIn(thrown: object): string {
  try {
    const names = Object.keys(thrown).filter((name) => /^[\w$-]{1,40}$/.test(name));
    return names.length === 0 ? "" : `, with ${names.slice(0, 10).join(", ")}`;
  } catch {
    return "";
  }
}
