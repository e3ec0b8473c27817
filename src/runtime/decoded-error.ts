/** Errors that came from outside: real Errors, without a stack, that remember what arrived. */
import { type CatalogError, CatalogErrorObject, type ErrorEntry } from "./catalog-error.js";
import { memberName } from "./check-of.js";
import { withoutStack } from "./create-error.js";
import type { ErrorJson } from "./error-json.js";
import type { Issue, Received } from "./received.js";
import type { SecretPath } from "./redact.js";
import type { FieldShapes } from "./shape.js";
import type { ChallengeRow } from "./wire/challenge.js";

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
  /** Headers that go with the code, as templates with `{field}` in them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What `WWW-Authenticate` says. */
  readonly challenge?: ChallengeRow;
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
      return byCode.get(code);
    },
  };
}

/** Where an error came from. */
export interface Origin {
  /** Made when it is asked for: most errors are handled without a look at what arrived. */
  readonly received?: Received | (() => Received) | undefined;
  readonly inferred?: true | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** A {@link CatalogErrorObject} with its origin. */
export class DecodedErrorObject extends CatalogErrorObject {
  #origin: Origin;

  constructor(entry: ErrorEntry, message: string, status: number, origin: Origin) {
    super(entry, message, { status });
    this.#origin = origin;
  }

  // Getters, not own properties: what arrived may hold secrets, and loggers print own properties.
  get received(): Received | undefined {
    const { received } = this.#origin;
    if (typeof received !== "function") return received;
    const made = received();
    this.#origin = { ...this.#origin, received: made };
    return made;
  }

  get inferred(): true | undefined {
    return this.#origin.inferred;
  }

  get issues(): readonly Issue[] | undefined {
    return this.#origin.issues;
  }

  override toJSON(): ErrorJson {
    const { received, inferred, issues } = this;
    return {
      ...super.toJSON(),
      ...(inferred === undefined ? {} : { inferred }),
      ...(issues === undefined ? {} : { issues }),
      ...(received === undefined ? {} : { received }),
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
  const error = withoutStack(() => new DecodedErrorObject(entry, message, status, origin));
  for (const name of Object.keys(values))
    (error as unknown as Record<string, unknown>)[name] = values[name];
  return error as never;
}

/** What an error of the row knows about its entry. */
export function descriptorOf(
  catalog: string,
  { code, statuses, fields, secret, delay }: EntryRow,
): ErrorEntry {
  return {
    catalog,
    code,
    status: statuses[0] as number,
    fields: Object.keys(fields ?? {}).map((key) => memberName(key).name),
    ...(secret === undefined ? {} : { secret }),
    ...(delay === undefined ? {} : { delay }),
  };
}
