/** What is said of a code besides its fields: statuses, texts, retry, headers, names. */
import type { Entry, HeaderTemplate } from "../../model/catalog.js";
import { pascalCase } from "../../model/identifier.js";
import { inlineJson } from "../../model/inline-json.js";
import type { Located } from "../../model/source.js";
import type { ChangeKind } from "../changes/change-kinds.js";
import { type Comparison, codeSpot, inside, type Note, type Spot, sides } from "./comparison.js";

const texts = [
  ["title", "title-changed", "The title"],
  ["message", "message-changed", "The message"],
  ["category", "category-moved", "The category"],
  ["retry", "retry-changed", "`retry`"],
  ["severity", "severity-changed", "`severity`"],
  ["grpc", "grpc-changed", "The gRPC status"],
  ["exit", "exit-changed", "The exit code"],
  ["delay", "delay-changed", "`delay`"],
  ["since", "since-changed", "`since`"],
] as const;

/** Notes how an entry differs that both sides have. */
export function compareEntry(before: Entry, after: Entry, comparison: Comparison): void {
  const { code } = after;
  const { note } = comparison;
  const spot = codeSpot(code, comparison);
  const at = (member: "name" | "challenge") =>
    inside(spot, [member], before[member], after[member]);
  compareStatuses(before, after, spot, note);
  compareHeaders(before, after, spot, note);
  for (const [member, id, subject] of texts) {
    const [one, other] = [said(before, member), said(after, member)];
    const [old, now] = [one, other].map((each) => shown(each, member));
    if (old !== now)
      note(
        one.length === 0 ? (added[id] ?? id) : id,
        inside(spot, [member], one[0], other[0]),
        `${subject} of ${code} is ${now} instead of ${old}.`,
      );
  }
  const [old, now] = [before, after].map(({ name }) => pascalCase(name?.value ?? code));
  if (old !== now)
    note("identifier-changed", at("name"), `${code} is ${now} in code instead of ${old}.`);
  if (before.challenge === undefined && after.challenge !== undefined)
    note("challenge-added", at("challenge"), `${code} has a challenge.`);
  else if (challengeText(before) !== challengeText(after))
    note("challenge-changed", at("challenge"), `The challenge of ${code} is another.`);
  if (before.neverSent !== after.neverSent) {
    const id = after.neverSent ? "sending-stopped" : "sending-started";
    const what = `${code} is ${after.neverSent ? "never" : "now"} sent.`;
    note(id, inside(spot, ["never_sent"]), what);
  }
  if (before.stack !== after.stack) {
    const what = after.stack ? "capture a stack" : "capture no stack any more";
    note("stack-changed", inside(spot, ["stack"]), `The errors of ${code} ${what}.`);
  }
}

/** What is a change of its own where nothing was said before. */
const added: { readonly [Id in (typeof texts)[number][1]]?: ChangeKind } = {
  "grpc-changed": "grpc-added",
  "exit-changed": "exit-added",
};

type Member = (typeof texts)[number][0];

/** What the entry says there, each with its place. */
function said(entry: Entry, member: Member): readonly Located<string | number>[] {
  if (member === "message") return entry.messages.map(({ text, at }) => ({ value: text, at }));
  if (member === "delay")
    return entry.delay.map(({ value, at }) => ({ value: value.join("."), at }));
  const one = entry[member];
  return one === undefined ? [] : [one];
}

function shown(all: readonly Located<string | number>[], member: Member): string {
  const [first] = all;
  if (first === undefined) return member === "retry" || member === "severity" ? "not said" : "none";
  return inlineJson(
    member === "message" || member === "delay" ? all.map(({ value }) => value) : first.value,
  );
}

function challengeText({ challenge }: Entry): string | undefined {
  return challenge && JSON.stringify([challenge.error, challenge.scheme, challenge.scope?.value]);
}

function compareStatuses(before: Entry, after: Entry, spot: Spot, note: Note): void {
  const { code } = after;
  const [old, now] = [before, after].map(({ statuses }) => statuses.map(({ value }) => value));
  const at = (status: number) => {
    const [one, other] = [before, after].map(
      ({ statuses }) => statuses.find(({ value }) => value === status) ?? statuses[0],
    );
    return inside(spot, ["statuses", String(status)], one, other);
  };
  const [first] = now ?? [];
  if (old?.[0] !== first && old?.[0] !== undefined && first !== undefined)
    note(
      "status-default-changed",
      at(first),
      `${code} is ${first} by default instead of ${old[0]}.`,
    );
  const { added, removed } = sides(old ?? [], now ?? []);
  for (const status of added)
    if (status !== first) note("status-added", at(status), `${code} may be ${status} too.`);
  for (const status of removed) note("status-removed", at(status), `${code} is ${status} no more.`);
}

// Names of headers know no case: RFC 9110 section 5.1.
function compareHeaders(before: Entry, after: Entry, spot: Spot, note: Note): void {
  const { code } = after;
  const [old, now] = [lowerCased(before.headers), lowerCased(after.headers)];
  const { added, removed, kept } = sides(old.keys(), now.keys());
  const name = (key: string) => (now.get(key) ?? old.get(key))?.name.value ?? key;
  const at = (key: string) =>
    inside(
      spot,
      ["headers", now.get(key)?.name.value ?? key],
      old.get(key)?.name,
      now.get(key)?.name,
    );
  const textOf = (header: HeaderTemplate | undefined) => header?.value.text;
  for (const key of added) note("header-added", at(key), `${code} sends ${name(key)}.`);
  for (const key of removed) note("header-removed", at(key), `${code} sends ${name(key)} no more.`);
  for (const key of kept)
    if (textOf(old.get(key)) !== textOf(now.get(key)))
      note("header-changed", at(key), `${code} sends another ${name(key)}.`);
}

/** Headers by their names in small letters. */
export function lowerCased<T extends { readonly name: Located<string> }>(
  headers: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(headers.map((header) => [header.name.value.toLowerCase(), header]));
}
