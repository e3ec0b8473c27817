/** What a log has of a catalog error itself, without what belongs to it. */
import { type CatalogErrorObject, entryOf, publicFields } from "../runtime/catalog-error.js";
import { memberIn, own } from "../runtime/own-member.js";
import { internalFields } from "./internal-fields.js";
import { logData, logMembers } from "./log-data.js";
import type { LogFacts, LogOptions } from "./logged-error.js";
import { safeText } from "./safe-text.js";
import { readMember } from "./thrown-value.js";

/** Code, status, category and fields of an error, and what is known of how it arrived. */
export function catalogFacts(
  error: CatalogErrorObject & { readonly [name: string]: unknown },
  options: LogOptions | undefined,
): LogFacts {
  const entry = error[entryOf];
  const catalog = memberIn(entry, "catalog") ?? "";
  const { code, status } = error;
  const issues = readMember(error, "issues");
  const fields = fieldsOf(error);
  // No catalog has it: what arrived is no field of an entry.
  const isUnrecognized = catalog === "";
  const { receivedCode } = fields;
  if (isUnrecognized) delete fields.receivedCode;
  return {
    code,
    catalog: catalog || undefined,
    status: status || undefined,
    category: valueIn(memberIn(options, "categories"), catalog, code),
    severity: memberIn(entry, "severity"),
    resolver: valueIn(memberIn(options, "resolvers"), catalog, code),
    grpc: memberIn(entry, "grpc"),
    exit: valueIn(memberIn(options, "exitCodes"), catalog, code),
    fields: logMembers(fields, memberIn(entry, "secret")),
    internal: memberIn(options, "internal")
      ? logMembers(internalFields(error, memberIn(entry, "fields")))
      : undefined,
    issues: Array.isArray(issues) && issues.length > 0 ? (logData(issues) as never) : undefined,
    inferred: readMember(error, "inferred") === true || undefined,
    receivedCode:
      isUnrecognized && typeof receivedCode === "string" ? safeText(receivedCode) : undefined,
    context: logData(readMember(error, "context")) as object | undefined,
  };
}

// Somebody may have made a getter of a field.
function fieldsOf(error: CatalogErrorObject): Record<string, unknown> {
  try {
    return publicFields(error as never);
  } catch {
    return {};
  }
}

/** Tables of generated modules, of one alone or by the names of the catalogs. */
type Tables<Value> = Table<Value> | Readonly<Record<string, Table<Value>>>;
type Table<Value> = Readonly<Record<string, Value | null>>;

/** What a table of the generated module says of a code. */
export function valueIn<Value extends string | number>(
  tables: Tables<Value> | undefined,
  catalog: string,
  code: string,
): Value | undefined {
  if (tables === undefined) return undefined;
  const ofCatalog = own(tables as Readonly<Record<string, unknown>>, catalog);
  const table = typeof ofCatalog === "object" ? ofCatalog : tables;
  const value = catalog === "" ? undefined : own(table as Table<Value>, code);
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
