/** What decoding knows of each code. */
import type { Contract, Entry } from "../model/catalog.js";
import { isRetryable } from "../model/retryable.js";
import { secretPaths } from "../model/secret-paths.js";
import type { EntryRow } from "../runtime/decoded-error.js";
import { catalogShapes } from "./shapes.js";

/** An entry as decoding meets it. */
export function entryRow(entry: Entry, catalog: Contract): EntryRow {
  const fields = entry.fields.filter(({ internal }) => !internal);
  const secret = secretPaths(entry, catalog.types);
  const delay = entry.delay.map(({ value }) => value);
  return {
    code: entry.code,
    statuses: entry.statuses.map(({ value }) => value),
    ...(fields.length > 0 && { fields: catalogShapes(catalog).ofMembers(fields) }),
    ...(secret.length > 0 && { secret }),
    ...(delay.length > 0 && { delay }),
    ...(isRetryable(entry) && { retry: true }),
    ...(entry.severity && { severity: entry.severity.value }),
    ...(entry.grpc && { grpc: entry.grpc.value }),
  };
}
