/** Errors that came from outside: real Errors, without a stack, that remember what arrived. */
import {
  type CatalogError,
  CatalogErrorObject,
  type ErrorEntry,
  type Severity,
} from "./catalog-error.js";
import type { ErrorJson } from "./error-json.js";
import { controls } from "./escape-controls.js";
import { hideFields } from "./hide-fields.js";
import { detach, memberIn } from "./own-member.js";
import type { Owners } from "./owners.js";
import { memberName } from "./reader-of.js";
import type { Issue, Received } from "./received.js";
import type { SecretPath } from "./redact.js";
import type { FieldShapes } from "./shape.js";
import { withoutStack } from "./without-stack.js";

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
  /** Trying again can help. */
  readonly retry?: true;
  readonly severity?: Severity;
  readonly grpc?: string;
}

/** The entries of a catalog by code. */
export interface EntryTable {
  readonly catalog: string;
  /** The codes that it takes from other catalogs. */
  readonly owners: Owners | undefined;
  row(code: string): EntryRow | undefined;
}

/** A table that looks codes up in constant time and is built when the first code is looked up. */
export function entryTable(
  catalog: string,
  rows: () => readonly EntryRow[],
  owners?: Owners,
): EntryTable {
  let byCode: Map<string, EntryRow> | undefined;
  return {
    catalog,
    owners,
    row(code) {
      byCode ??= new Map(rows().map((row) => [row.code, row]));
      return detach(byCode.get(code));
    },
  };
}

/** Where an error came from. */
export interface Origin {
  received?: Received | undefined;
  /** Makes `received` when it is asked for: most errors are handled without a look at what arrived. */
  readonly receive?: (() => Received) | undefined;
  readonly inferred?: true | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** A {@link CatalogErrorObject} with its origin. */
export class DecodedErrorObject extends CatalogErrorObject {
  declare status: number;
  declare readonly context?: object;
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
    const origin = this.#origin;
    origin.received = memberIn(origin, "received") ?? memberIn(origin, "receive")?.call(origin);
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
    const context = memberIn<DecodedErrorObject, "context">(this, "context");
    return {
      ...super.toJSON(),
      ...(inferred && { inferred }),
      ...(issues && { issues }),
      ...(context && { context }),
      ...(received && {
        received: isJson(received.body) ? received : { ...received, body: undefined },
      }),
    };
  }
}

/**
 * Makes errors of one entry, without a stack: it would show the decoder, not the fault.
 *
 * @param values of the entry's fields, in their order; undefined where one is absent.
 */
export type MakeDecoded = (
  message: string,
  status: number,
  values: readonly unknown[],
  origin: Origin,
) => CatalogError;

/** What makes the errors of an entry from fields that were validated. */
export function decodedErrors(entry: ErrorEntry): MakeDecoded {
  const Class = (memberIn(entry, "hide")?.(DecodedErrorObject as never) ??
    DecodedErrorObject) as unknown as typeof DecodedErrorObject;
  const fields = entry.fields ?? [];
  return (message, status, values, origin) => {
    const error = withoutStack(() => new Class(entry, message, status, origin));
    // It is printed as it is, and the message came from outside. `replace` begins anew, wherever `test` ended.
    const line = controls.test(message) ? message.replace(controls, encodeURIComponent) : message;
    error.stack = `${entry.code}: ${line}`;
    const target = error as unknown as Record<string, unknown>;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (value !== undefined) target[fields[index] as string] = value;
    }
    return error;
  };
}

const entries = /*#__PURE__*/ new WeakMap<EntryRow, ErrorEntry>();

/** What an error of the row knows about its entry: one object for all that decode the code. */
export function descriptorOf(catalog: string, row: EntryRow): ErrorEntry {
  let entry = entries.get(row);
  if (entry === undefined) {
    const fields = Object.keys(row.fields ?? {}).map((key) => memberName(key).name);
    const { code, statuses, secret, delay, retry, severity, grpc } = row;
    // All of one shape, which is faster to read.
    const hidden = (secret ?? []).map(([first]) => first as string);
    const hide = hidden.length === 0 ? undefined : hideFields(...hidden);
    const [status = 0] = statuses;
    entry = detach({ catalog, code, status, fields, secret, delay, retry, severity, grpc, hide });
    entries.set(row, entry);
  }
  return entry;
}

// No cycles, no bigints, not too deep. Bytes JSON writes at length, so that is not tried.
function isJson(value: unknown): boolean {
  if (ArrayBuffer.isView(value)) return true;
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
