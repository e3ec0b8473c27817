/** What is said of a code besides its fields: statuses, texts, retry, headers, names. */
import { type ContractCode, memberOf } from "../model/contract.js";
import { pascalCase } from "../model/identifier.js";
import { type Comparison, type Note, sides } from "./comparison.js";
import { inlineJson } from "./print-ledger.js";
import { same } from "./same.js";

/** Notes how an entry differs that both sides have. */
export function compareEntry(
  code: string,
  before: ContractCode,
  after: ContractCode,
  { note }: Comparison,
): void {
  const at = (...steps: readonly string[]) => ["codes", code, ...steps];
  compareStatuses(code, before, after, note);
  compareHeaders(code, before, after, note);
  const texts = [
    ["title", "title-changed", "The title"],
    ["message", "message-changed", "The message"],
    ["category", "category-moved", "The category"],
    ["retry", "retry-changed", "`retry`"],
    ["delay", "delay-changed", "`delay`"],
    ["since", "since-changed", "`since`"],
  ] as const;
  for (const [member, id, subject] of texts) {
    if (same(before[member], after[member])) continue;
    const unsaid = member === "retry" ? "not said" : "none";
    const [old, now] = [shown(before[member], unsaid), shown(after[member], unsaid)];
    note(id, at(member), `${subject} of ${code} is ${now} instead of ${old}.`);
  }
  if (pascalCase(before.name ?? code) !== pascalCase(after.name ?? code)) {
    const [old, now] = [pascalCase(before.name ?? code), pascalCase(after.name ?? code)];
    note("identifier-changed", at("name"), `${code} is ${now} in code instead of ${old}.`);
  }
  if (before.challenge === undefined && after.challenge !== undefined)
    note("challenge-added", at("challenge"), `${code} has a challenge.`);
  else if (!same(before.challenge, after.challenge))
    note("challenge-changed", at("challenge"), `The challenge of ${code} is another.`);
  if (before.never_sent !== after.never_sent) {
    const id = after.never_sent === true ? "sending-stopped" : "sending-started";
    note(id, at("never_sent"), `${code} is ${after.never_sent === true ? "never" : "now"} sent.`);
  }
  if (before.stack !== after.stack) {
    const what = after.stack === false ? "capture no stack any more" : "capture a stack";
    note("stack-changed", at("stack"), `The errors of ${code} ${what}.`);
  }
}

function compareStatuses(
  code: string,
  before: ContractCode,
  after: ContractCode,
  note: Note,
): void {
  const at = (status: number) => ["codes", code, "statuses", String(status)];
  const [old] = before.statuses ?? [];
  const [now] = after.statuses ?? [];
  if (old !== now && old !== undefined && now !== undefined)
    note("status-default-changed", at(now), `${code} is ${now} by default instead of ${old}.`);
  const { added, removed } = sides(before.statuses ?? [], after.statuses ?? []);
  for (const status of added)
    if (status !== now) note("status-added", at(status), `${code} may be ${status} too.`);
  for (const status of removed) note("status-removed", at(status), `${code} is ${status} no more.`);
}

// Names of headers know no case: RFC 9110 section 5.1.
function compareHeaders(code: string, before: ContractCode, after: ContractCode, note: Note): void {
  const [old, now] = [lowerCased(before.headers), lowerCased(after.headers)];
  const { added, removed, kept } = sides(old.keys(), now.keys());
  const at = (name: string) => ["codes", code, "headers", now.get(name)?.name ?? name];
  for (const name of added) note("header-added", at(name), `${code} sends ${at(name)[3]}.`);
  for (const name of removed)
    note("header-removed", at(name), `${code} sends ${old.get(name)?.name} no more.`);
  for (const name of kept)
    if (old.get(name)?.value !== now.get(name)?.value)
      note("header-changed", at(name), `${code} sends another ${at(name)[3]}.`);
}

/** Headers by their names in small letters. */
export function lowerCased<T>(
  headers: Readonly<Record<string, T>> = {},
): ReadonlyMap<string, { readonly name: string; readonly value: T }> {
  return new Map(
    Object.keys(headers).map((name) => [
      name.toLowerCase(),
      { name, value: memberOf(headers, name) as T },
    ]),
  );
}

function shown(value: unknown, absent: string): string {
  if (value === undefined) return absent;
  return typeof value === "string" ? `"${value}"` : inlineJson(value);
}
