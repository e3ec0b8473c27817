/** Errors that came from outside: real Errors, without a stack, that remember what arrived. */
import { type CatalogError, CatalogErrorObject, type ErrorEntry, isJson } from "./catalog-error.js";
import { classOf, withoutStack } from "./create-error.js";
import type { ErrorJson } from "./error-json.js";
import { controls } from "./escape-controls.js";
import { detach, memberIn } from "./own-member.js";
import { memberName } from "./reader-of.js";
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
  /** Paths of the seconds to wait, in order of preference. */
  readonly delay?: readonly (readonly string[])[];
}

/** The entries of a catalog by code. */
export interface EntryTable {
  readonly catalog: string;
  row(code: string): EntryRow | undefined;
}

/** A table that looks codes up in constant time and is built when the first code is looked up. */
export function entryTable(catalog: string, rows: () => readonly EntryRow[]): EntryTable {
  let byCode: Map<string, EntryRow> | undefined;
  return {
    catalog,
    row(code) {
      byCode ??= new Map(rows().map((row) => [row.code, row]));
      return detach(byCode.get(code));
    },
  };
}

/** Where an error came from. */
export interface Origin {
  readonly received?: Received | undefined;
  readonly inferred?: true | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** A {@link CatalogErrorObject} with its origin. */
export class DecodedErrorObject extends CatalogErrorObject {
  declare status: number;
  #origin: Origin;

  constructor(entry: ErrorEntry, message: string, status: number, origin: Origin) {
    super(entry, message);
    this.status = status;
    this.#origin = origin;
  }

  /** Undefined for what this copy of the runtime has not made. */
  static originOf(error: object): Origin | undefined {
    return #origin in error ? error.#origin : undefined;
  }

  // Getters, not own properties: what arrived may hold secrets, and loggers print own properties.
  get received(): Received | undefined {
    return memberIn(this.#origin, "received");
  }

  get inferred(): true | undefined {
    return memberIn(this.#origin, "inferred");
  }

  get issues(): readonly Issue[] | undefined {
    return memberIn(this.#origin, "issues");
  }

  override toJSON(): ErrorJson {
    const { received, inferred, issues } = this;
    return {
      ...super.toJSON(),
      ...(inferred && { inferred }),
      ...(issues && { issues }),
      ...(received && {
        received: isJson(received.body) ? received : { ...received, body: undefined },
      }),
    };
  }
}

/**
 * An error from fields that were validated, without a stack: it would show the decoder, not the fault.
 *
 * @param names of the fields, each with its value at the same place of `values`; one that is undefined is absent.
 */
export function decodedErrorOf(
  entry: ErrorEntry,
  message: string,
  status: number,
  names: readonly string[],
  values: readonly unknown[],
  origin: Origin,
): CatalogError {
  const Class = classOf(entry, DecodedErrorObject as never) as unknown as typeof DecodedErrorObject;
  const error = withoutStack(() => new Class(entry, message, status, origin), undefined);
  // It is printed as it is, and the message came from outside.
  const line =
    message.search(controls) < 0 ? message : message.replace(controls, encodeURIComponent);
  error.stack = `${entry.code}: ${line}`;
  const target = error as unknown as Record<string, unknown>;
  for (let index = 0; index < names.length; index += 1)
    if (values[index] !== undefined) target[names[index] as string] = values[index];
  return error;
}

const entries = /*#__PURE__*/ new WeakMap<EntryRow, ErrorEntry>();

/** What an error of the row knows about its entry: one object for all that decode the code. */
export function descriptorOf(catalog: string, row: EntryRow): ErrorEntry {
  let entry = entries.get(row);
  if (entry === undefined) {
    const fields = Object.keys(row.fields ?? {}).map((key) => memberName(key).name);
    entry = detach({ ...row, catalog, status: row.statuses[0] as number, fields });
    entries.set(row, entry);
  }
  return entry;
}
