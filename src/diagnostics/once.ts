/** What stands in one place and is read several times, such as a named body, is complained about once. */
import type { Report } from "./report.js";

/** The report without what it has been told before. */
export function once<Name extends string>(report: Report<Name>): Report<Name> {
  const told = new Set<string>();
  return (rule, at, message, extras) => {
    const key = `${rule} ${at.start} ${at.end} ${at.file.path} ${message}`;
    if (told.has(key)) return;
    told.add(key);
    report(rule, at, message, extras);
  };
}
