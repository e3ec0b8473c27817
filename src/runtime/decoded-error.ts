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
  /** A function where it is made when it is asked for: most errors are handled without a look at what arrived. */
  received?: Received | (() => Received) | undefined;
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

  // Getters, not own properties: what arrived may hold secrets, and loggers print own properties.
  get received(): Received | undefined {
    const origin = this.#origin;
    if (typeof origin.received === "function") origin.received = origin.received();
    return origin.received;
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

/** An error from fields that were validated, without a stack: it would show the decoder, not the fault. */
export function decodedErrorOf(
  entry: ErrorEntry,
  message: string,
  status: number,
  values: Readonly<Record<string, unknown>>,
  origin: Origin,
): CatalogError {
  const Class = classOf(entry, DecodedErrorObject as never) as unknown as typeof DecodedErrorObject;
  const error = withoutStack(() => new Class(entry, message, status, origin), undefined);
  // It is printed as it is, and the message came from outside.
  error.stack = `${entry.code}: ${message.replace(controls, encodeURIComponent)}`;
  const target = error as unknown as Record<string, unknown>;
  for (const name in values) if (Object.hasOwn(values, name)) target[name] = values[name];
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
