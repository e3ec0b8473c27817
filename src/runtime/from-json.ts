/** Reads the neutral form of errors back. */
import type { CatalogError } from "./catalog-error.js";
import { decodedErrorOf, descriptorOf, type EntryTable } from "./decoded-error.js";
import { isRecord } from "./is-record.js";
import { readerOf } from "./reader-of.js";
import type { Issue, Received } from "./received.js";
import { type UnrecognizedError, unrecognizedError } from "./unrecognized-error.js";

/**
 * Reads what `toJSON` gave, in this process or another. Never throws.
 *
 * A code that the table lacks, a broken required field and a value of another form give an
 * {@link UnrecognizedError}, with the value itself in `received.body` where nothing else was received.
 */
export function errorFromJson(value: unknown, table: EntryTable): CatalogError | UnrecognizedError {
  const json = isRecord(value) ? value : {};
  const { code, status, message } = json;
  const received = isReceived(json.received) ? json.received : undefined;
  const orValue = received ?? { status: 0, headers: {}, body: value };
  if (typeof code !== "string" || typeof status !== "number" || typeof message !== "string") {
    return unrecognizedError([], orValue);
  }
  const fields = isRecord(json.fields) ? json.fields : {};
  const known = issuesIn(json.issues);
  if (code === "unrecognized") {
    const { receivedCode } = fields;
    const spelling = typeof receivedCode === "string" ? receivedCode : undefined;
    return unrecognizedError(known, orValue, spelling, message, status);
  }
  const row = table.row(code);
  const issues: Issue[] = [];
  const values = row && readerOf({ members: row.fields ?? {} })(fields, issues);
  if (row === undefined || values === undefined) {
    return unrecognizedError(issues, orValue, code, message, status);
  }
  const entry = descriptorOf(table.catalog, row);
  // A variant that the catalog does not know is kept, so it is complained about on every journey: once is enough.
  const allIssues = [...known, ...issues.filter((issue) => !known.some(isSame(issue)))];
  const own = row.statuses.includes(status) ? status : entry.status;
  // The reader keeps what it does not know; an error bears what its entry declares.
  return decodedErrorOf(entry, message, own, pick(values as object, entry.fields ?? []), {
    received,
    inferred: json.inferred === true ? true : undefined,
    issues: allIssues.length > 0 ? allIssues : undefined,
  });
}

function pick(values: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function isSame({ message, path }: Issue): (other: Issue) => boolean {
  const place = JSON.stringify(path);
  return (other) => other.message === message && JSON.stringify(other.path) === place;
}

function isReceived(value: unknown): value is Received {
  if (!isRecord(value) || !isRecord(value.headers)) return false;
  const { status, headers } = value;
  const isStatus =
    status === 0 || (Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599);
  return isStatus && Object.values(headers).every((header) => typeof header === "string");
}

function issuesIn(value: unknown): readonly Issue[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (issue) =>
      isRecord(issue) &&
      typeof issue.message === "string" &&
      Array.isArray(issue.path) &&
      issue.path.every((step) => typeof step === "string" || typeof step === "number"),
  );
}
