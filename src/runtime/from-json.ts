/** Reads the neutral form of errors back. */
import type { CatalogError } from "./catalog-error.js";
import { decodedErrors, descriptorOf, type EntryTable } from "./decoded-error.js";
import { isRecord } from "./is-record.js";
import { detach, isPolluted, memberIn } from "./own-member.js";
import { ownerOf } from "./owners.js";
import { readerOf } from "./reader-of.js";
import type { Issue, Received } from "./received.js";
import { type UnrecognizedError, unrecognizedError } from "./unrecognized-error.js";
import { isStatus } from "./wire/answer.js";
import { passedBySize } from "./wire/decode-limits.js";

/**
 * Reads what `toJSON` gave, in this process or another. Never throws. `table` says what an error of each code has.
 *
 * A code that the table lacks, a broken required field and a value of another form give an
 * {@link UnrecognizedError}, with the value itself in `received.body` where nothing else was received. So does a value
 * that passes a limit of decoding.
 */
export function errorFromJson(value: unknown, table: EntryTable): CatalogError | UnrecognizedError {
  const received = { status: 0, headers: {}, body: value };
  try {
    const passed = passedBySize(value);
    if (passed === undefined)
      return withBeside(isPolluted() ? detach(structuredClone(value)) : value, table);
    const issue = { message: `expected at most ${passed}`, path: [] };
    return unrecognizedError({ issues: [issue], received }, 0);
  } catch {
    // Only what is no data gets here: getters that throw, revoked proxies.
    return unrecognizedError({ issues: [], received }, 0);
  }
}

/** An error with the others beside it, and with the values of its request. */
function withBeside(value: unknown, table: EntryTable): CatalogError | UnrecognizedError {
  const error = readJson(value, table);
  if (!isRecord(value)) return error;
  const [others, context] = [memberIn(value, "others"), memberIn(value, "context")];
  const beside = {
    ...(Array.isArray(others) && { others: others.map((each) => readJson(each, table)) }),
    ...(isRecord(context) && { context }),
  };
  return Object.assign(error, beside);
}

function readJson(value: unknown, table: EntryTable): CatalogError | UnrecognizedError {
  const json: Readonly<Record<string, unknown>> = isRecord(value) ? value : {};
  const [code, status, message] = [
    memberIn(json, "code"),
    memberIn(json, "status"),
    memberIn(json, "message"),
  ];
  const received = receivedIn(memberIn(json, "received"));
  const orValue = received ?? { status: 0, headers: {}, body: value };
  const unread = { issues: [], received: orValue };
  if (typeof code !== "string" || typeof status !== "number" || typeof message !== "string")
    return unrecognizedError(unread, orValue.status);
  const given = memberIn(json, "fields");
  const fields = isRecord(given) ? given : {};
  const known = issuesIn(memberIn(json, "issues"));
  const anyStatus = isStatus(status) || status === 0 ? status : orValue.status;
  if (code === "unrecognized") {
    const receivedCode = memberIn(fields, "receivedCode");
    const spelling = typeof receivedCode === "string" ? receivedCode : undefined;
    return unrecognizedError({ ...unread, issues: known }, anyStatus, spelling, message);
  }
  const row = table.row(code);
  const issues: Issue[] = [];
  const values = row && readerOf(detach({ members: row.fields ?? {} }))(fields, issues);
  if (row === undefined || values === undefined)
    return unrecognizedError({ ...unread, issues }, anyStatus, code, message);
  const entry = descriptorOf(ownerOf(code, table.catalog, table.owners), row);
  // A variant that the catalog does not know is kept, so it is complained about on every journey: once is enough.
  const places = new Set(known.map(placeOf));
  const allIssues = [...known, ...issues.filter((issue) => !places.has(placeOf(issue)))];
  const ownStatus = row.statuses.includes(status) ? status : entry.status;
  // The reader keeps what it does not know; an error bears what its entry declares.
  const own = entry.fields?.map((name) =>
    memberIn(values as Readonly<Record<string, unknown>>, name),
  );
  return decodedErrors(entry)(message, ownStatus, own ?? [], {
    received,
    inferred: memberIn(json, "inferred") === true ? true : undefined,
    issues: allIssues.length > 0 ? allIssues : undefined,
  });
}

function placeOf({ message, path }: Issue): string {
  return JSON.stringify([message, path]);
}

function receivedIn(value: unknown): Received | undefined {
  if (!isRecord(value)) return undefined;
  const [status, headers] = [memberIn(value, "status"), memberIn(value, "headers")];
  if (!isRecord(headers) || !Object.values(headers).every((text) => typeof text === "string"))
    return undefined;
  if (typeof status !== "number" || !(status === 0 || isStatus(status))) return undefined;
  const [wire, at, delay] = [
    memberIn(value, "wire"),
    memberIn(value, "at"),
    memberIn(value, "delay"),
  ];
  return {
    status,
    headers: headers as Received["headers"],
    body: memberIn(value, "body"),
    ...(typeof wire === "string" && { wire }),
    ...(typeof at === "number" && { at }),
    ...(typeof delay === "number" && { delay }),
  };
}

function issuesIn(value: unknown): readonly Issue[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (issue) =>
      isRecord(issue) &&
      typeof memberIn(issue, "message") === "string" &&
      Array.isArray(memberIn(issue, "path")) &&
      (issue.path as readonly unknown[]).every(
        (step) => typeof step === "string" || typeof step === "number",
      ),
  );
}
