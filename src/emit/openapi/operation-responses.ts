/** Which codes an operation answers with at which status, in one wire format. */
import { type Catalog, compareText, type Entry } from "../../model/catalog.js";
import type { Extension } from "../../model/extension.js";
import { grouped } from "../../model/grouped.js";
import { registeredStatuses } from "../../model/http-status.js";
import { pascalCase } from "../../model/identifier.js";
import { codesOf } from "../../model/operation-codes.js";
import type { WireFormat } from "../../model/wire-format.js";
import type { ResolvedRow } from "../../model/wire-rows.js";
import { statusesOf } from "../json-schema/row-values.js";
import { sentRows } from "../json-schema/schemas.js";

/** The answers of an operation with one status. */
export interface OperationResponse {
  /** Among the components. */
  readonly name: string;
  readonly status: number;
  /** What the wire shows, by code. */
  readonly rows: readonly ResolvedRow[];
  /** The codes of the operation that it stands for: those that the wire folds are among them. */
  readonly entries: readonly Entry[];
}

/** A path and a method, with the operations that share them. */
export interface Endpoint {
  readonly id: string;
  readonly summary: string;
  /** Of the operations without an address there are the responses alone. */
  readonly address: { readonly method: string; readonly path: string } | undefined;
  readonly responses: readonly OperationResponse[];
  /** Keys of the operations' own; where several have one, the first says what it is. */
  readonly extensions: readonly Extension[];
}

/** The endpoints of a catalog, by the id of their first operation; without operations, one for all codes. */
export function endpointsOf(catalog: Catalog, format: WireFormat): readonly Endpoint[] {
  const responsesOf = responder(catalog, format);
  const { operations, groups } = catalog;
  if (operations.length === 0) {
    const codes = catalog.entries.map(({ code }) => code);
    const responses = responsesOf("Status", codes);
    return [
      { id: "status", summary: catalog.title.value, address: undefined, responses, extensions: [] },
    ];
  }
  const fallback = catalog.fallback === undefined ? [] : [catalog.fallback.value];
  const sorted = [...operations].sort((a, b) => compareText(a.id, b.id));
  const shared = grouped(sorted, ({ id, method, path }) =>
    method === undefined || path === undefined ? id : `${method} ${shapeOf(path)}`,
  );
  return [...shared.values()].map((all) => {
    const { id, method, path } = all[0] as (typeof operations)[number];
    return {
      id,
      summary: all.map(({ id: own, title }) => title ?? own).join(" / "),
      address: method === undefined || path === undefined ? undefined : { method, path },
      responses: responsesOf(
        pascalCase(id),
        // What is not in the catalog leaves as the fallback, whatever the operation.
        [...all.flatMap((operation) => codesOf(operation, groups)), ...fallback],
      ),
      extensions: all.toReversed().flatMap(({ extensions }) => extensions),
    };
  });
}

/** A path whatever its parameters are called: OpenAPI takes such paths for one. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

type Responder = (name: string, codes: readonly string[]) => readonly OperationResponse[];

function responder(catalog: Catalog, format: WireFormat): Responder {
  const entries = new Map(catalog.entries.map((entry) => [entry.code, entry]));
  const rows = new Map(sentRows(format, catalog).map((row) => [row.entry.code, row]));
  const folds = new Map(format.folds.map(({ code, target }) => [code, target.value]));
  return (name, codes) => {
    const byStatus = new Map<number, { rows: Set<ResolvedRow>; entries: Set<Entry> }>();
    for (const code of new Set(codes)) {
      const entry = entries.get(code);
      const row = rows.get(rows.has(code) ? code : (folds.get(code) ?? code));
      if (entry === undefined || row === undefined) continue;
      for (const status of sentStatuses(entry, row, format)) {
        const at = byStatus.get(status) ?? { rows: new Set(), entries: new Set() };
        byStatus.set(status, at);
        at.rows.add(row);
        at.entries.add(entry);
      }
    }
    return [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, at]) => ({
        name: `${name}${status}`,
        status,
        rows: [...at.rows].sort((a, b) => compareText(a.entry.code, b.entry.code)),
        entries: [...at.entries].sort((a, b) => compareText(a.code, b.code)),
      }));
  };
}

/** The statuses with which errors of an entry leave in a row. OpenAPI wants registered ones. */
function sentStatuses(entry: Entry, row: ResolvedRow, format: WireFormat): ReadonlySet<number> {
  const allowed = statusesOf(row, format);
  const statuses = entry.statuses.map(({ value }) =>
    allowed.includes(value) ? value : allowed[0],
  );
  const known = statuses.filter((status) => status !== undefined);
  return new Set(known.filter((status) => status < 400 || registeredStatuses.has(status)));
}
