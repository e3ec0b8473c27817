/** Errors that came from outside: real Errors, without a stack, that remember what arrived. */
import { type CatalogError, CatalogErrorObject, type ErrorEntry } from "./catalog-error.js";
import { withoutStack } from "./create-error.js";
import type { ErrorJson } from "./error-json.js";
import type { Issue, Received } from "./received.js";
import type { SecretPath } from "./redact.js";
import type { FieldShapes } from "./shape.js";

/** What decoding knows about one entry. Generated modules write one for each code. */
export interface EntryRow {
  readonly code: string;
  /** The first is the default. */
  readonly statuses: readonly number[];
  /** The public fields. */
  readonly fields?: FieldShapes;
  readonly secret?: readonly SecretPath[];
}

/** The entries of a catalog by code. */
export interface EntryTable {
  readonly catalog: string;
  row(code: string): EntryRow | undefined;
}

/** A table that looks codes up in constant time and is built when the first code is looked up. */
export function entryTable(catalog: string, rows: readonly EntryRow[]): EntryTable {
  let byCode: Map<string, EntryRow> | undefined;
  return {
    catalog,
    row(code) {
      byCode ??= new Map(rows.map((row) => [row.code, row]));
      return byCode.get(code);
    },
  };
}

/** Adds to an error where it came from. */
export interface Origin {
  readonly received?: Received;
  readonly inferred?: true;
  readonly issues?: readonly Issue[];
}

/** A {@link CatalogErrorObject} with its origin. */
export class DecodedErrorObject extends CatalogErrorObject {
  readonly #origin: Origin;

  constructor(entry: ErrorEntry, message: string, origin: Origin) {
    super(entry, message);
    this.#origin = origin;
  }

  // Getters, not own properties: what arrived may hold secrets, and loggers print own properties.
  get received(): Received | undefined {
    return this.#origin.received;
  }

  get inferred(): true | undefined {
    return this.#origin.inferred;
  }

  get issues(): readonly Issue[] | undefined {
    return this.#origin.issues;
  }

  override toJSON(): ErrorJson {
    return { ...super.toJSON(), ...this.#origin };
  }
}

/** An error of the entry from fields that were validated. */
export function decodedError(
  catalog: string,
  row: EntryRow,
  parts: Origin & {
    readonly message: string;
    readonly status: number;
    readonly values: Readonly<Record<string, unknown>>;
  },
): CatalogError {
  const { message, status, values, ...origin } = parts;
  const entry: ErrorEntry = {
    catalog,
    code: row.code,
    status: row.statuses.includes(status) ? status : (row.statuses[0] as number),
    fields: Object.keys(row.fields ?? {}).map((name) => name.replace(/\?$/, "")),
    ...(row.secret === undefined ? {} : { secret: row.secret }),
  };
  return Object.assign(
    withoutStack(() => new DecodedErrorObject(entry, message, origin)),
    values,
  ) as never;
}
