/** What a catalog promises to those who produce and decode its errors: plain JSON, as `released.json` keeps it. */
import type { JsonValue } from "./json-value.js";
import type { Span } from "./source.js";

/** Keys of a catalog's own, beside those that errdex knows. */
export interface ContractExtensions {
  readonly [name: `x-${string}`]: JsonValue;
}

/** A type in the language of the catalog: the name of a JSON type, format or named type, or a schema. */
export type ContractType = string | ContractSchema;

/** A schema. A member's name that ends with `?` is optional. */
export interface ContractSchema extends ContractExtensions {
  readonly type?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly items?: ContractType;
  readonly properties?: ContractFields;
  readonly additionalProperties?: false | ContractType;
  readonly oneOf?: readonly ContractType[];
  readonly secret?: true;
}

/** Fields by name; a name that ends with `?` is optional. */
export type ContractFields = Readonly<Record<string, ContractType>>;

/** A template of a wire format, in the language of `wire/*.yaml`. */
export type ContractTemplate =
  | string
  | number
  | boolean
  | null
  | readonly ContractTemplate[]
  | { readonly [key: string]: ContractTemplate };

/** When and why a code ended. */
export interface ContractEnding {
  readonly since: string;
  readonly replaced_by?: string;
  readonly reason?: string;
}

/** A code on a wire, where it is not what the format's rules make of it. */
export interface ContractRow {
  /** The code that stands for it; then there is nothing else. */
  readonly fold?: string;
  /** The spelling, where the rule gives another; `null`: none is sent. */
  readonly code?: string | number | null;
  readonly also?: readonly (string | number)[];
  /** Where they are not the entry's. */
  readonly status?: readonly number[];
  readonly body?: ContractTemplate;
  readonly omits?: readonly string[];
  readonly row?: Readonly<Record<string, string | number | boolean>>;
}

/** A code. A bare tombstone has `retired` alone. */
export interface ContractCode extends ContractExtensions {
  readonly category?: string;
  readonly statuses?: readonly number[];
  readonly title?: string;
  readonly message?: readonly string[];
  readonly retry?: string;
  readonly delay?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly challenge?: {
    readonly error?: string;
    readonly scheme?: string;
    readonly scope?: string;
  };
  readonly never_sent?: true;
  readonly stack?: false;
  readonly fields?: ContractFields;
  readonly internal?: ContractFields;
  readonly since?: string;
  /** The name for identifiers, where the code does not give it. */
  readonly name?: string;
  readonly deprecated?: ContractEnding;
  readonly retired?: ContractEnding;
  /** By wire format. */
  readonly wires?: Readonly<Record<string, ContractRow>>;
}

/** A wire format. */
export interface ContractWire {
  readonly body?: ContractTemplate;
  readonly accepts?: readonly ContractTemplate[];
  readonly headers?: Readonly<Record<string, ContractTemplate>>;
  readonly media?: string;
  readonly status?: number;
  readonly spelling: "same" | "upper" | "kebab";
  readonly rest: "spell" | "none";
  readonly omits?: readonly string[];
  readonly infer?: Readonly<Record<string, string>>;
  readonly row?: Readonly<Record<string, string | number | boolean>>;
}

/** A code that was released and is in use no more. */
export interface PastCode {
  /** The last version that had it. */
  readonly until: string;
  readonly title?: string;
}

/** What was released once and must never mean anything else. */
export interface ContractPast {
  readonly codes: Readonly<Record<string, PastCode>>;
  /** Wire format → spelling → the code that it stood for. */
  readonly spellings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** An operation. */
export interface ContractOperation extends ContractExtensions {
  readonly codes: readonly string[];
}

/** The whole contract. */
export interface Contract extends ContractExtensions {
  /** The layout of this data. */
  readonly errdex: 1;
  readonly catalog: string;
  readonly version: string;
  readonly docs?: string;
  /** The default wire format. */
  readonly wire: string;
  readonly fallback?: string;
  readonly infer?: Readonly<Record<string, string>>;
  /** Category → title. */
  readonly categories: Readonly<Record<string, string>>;
  readonly codes: Readonly<Record<string, ContractCode>>;
  readonly operations: Readonly<Record<string, ContractOperation>>;
  readonly past: ContractPast;
  readonly types: Readonly<Record<string, ContractType>>;
  readonly wires: Readonly<Record<string, ContractWire>>;
}

/** A way into a contract: names of members, `name?` as `name`. */
export type ContractSteps = readonly string[];

/** Finds where something of a contract, or the nearest thing around it, is written. */
export type ContractPlaces = (steps: ContractSteps) => Span | undefined;

/** `released.json`, read. */
export interface Ledger {
  readonly contract: Contract;
  readonly placeOf: ContractPlaces;
}

/** A member of a record, never what every object inherits. */
export function memberOf<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** `name?` is an optional member. */
export function memberKey(key: string): { readonly name: string; readonly optional: boolean } {
  const optional = key.endsWith("?");
  return { name: optional ? key.slice(0, -1) : key, optional };
}

/** Whether the code is one that services raise. */
export function isLive(code: ContractCode | undefined): boolean {
  return code !== undefined && code.retired === undefined;
}

/** Whether clients can still decode the code: all but bare tombstones. */
export function decodes(code: ContractCode | undefined): boolean {
  return code?.statuses !== undefined;
}
