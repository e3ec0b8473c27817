/** What a catalog says, as readonly data. Everything that can be complained about knows its place. */
import type { Baseline } from "./baseline.js";
import type { Default } from "./default.js";
import type { DeclaredExtensions, Extension } from "./extension.js";
import type { Field, FieldPath, NamedTypes } from "./field.js";
import type { GrpcStatus } from "./grpc-status.js";
import type { JsonValue } from "./json-value.js";
import type { Locale } from "./locale.js";
import type { MessageTemplate } from "./message.js";
import type { Output } from "./output.js";
import type { Past, UnsaidPart } from "./past.js";
import { remembered } from "./remembered.js";
import type { RespelledValue } from "./respelled.js";
import type { RoleCode } from "./role.js";
import type { Located, SourceFile, Span } from "./source.js";
import type { TextMark } from "./text-mark.js";
import type { WireFormat } from "./wire-format.js";

/** The kinds of files that a catalog has. */
export const fileKinds = [
  "catalog",
  "errors",
  "operations",
  "wire",
  "locale",
  "released",
  "baseline",
] as const;
/** A kind of file. */
export type FileKind = (typeof fileKinds)[number];

/** What others rely on, and all that a ledger keeps of a catalog. */
export interface Contract {
  /** In kebab-case; names the module. */
  readonly name: Located<string>;
  readonly version: Located<string>;
  /** Said of a service of somebody else, whose answers are read and never made. */
  readonly consumes: Located<true> | undefined;
  /** Address of a code's help page, with `{code}` in it. */
  readonly docs: Located<string> | undefined;
  /** Address of a code's type, where it is another than its page, with `{code}` in it. */
  readonly type: Located<string> | undefined;
  /** Addresses of earlier years, which are read. */
  readonly typeAlso: readonly Located<string>[];
  /** Values of a request, which belong to an answer and to no code. */
  readonly context: readonly Field[];
  /** Name of the default wire format. */
  readonly wire: Located<string>;
  /** In the order of the help page. */
  readonly categories: readonly Category[];
  /** Those of used catalogs, too, as `catalog.Type`. */
  readonly types: NamedTypes;
  /** The catalogs whose codes this one takes, in the order in which they are named. */
  readonly uses: readonly UsedCatalog[];
  /** In the order of the files, then of their lines; what is taken from other catalogs last. Those of a ledger have no examples, nor what helps people. */
  readonly entries: readonly Entry[];
  readonly operations: readonly Operation[];
  readonly groups: readonly CodeGroup[];
  /** The built-in ones first. */
  readonly wireFormats: readonly WireFormat[];
  /** Status or class of statuses (`4xx`) → code, where a wire names none. */
  readonly infer: readonly Inference[];
  /** The code for what is not in the catalog. */
  readonly fallback: Located<string> | undefined;
  /** What stands for what a framework finds by itself. */
  readonly roles: readonly RoleCode[];
  /** Keys of its own. */
  readonly extensions: readonly Extension[];
  /** Nobody knows what it was: the ledger is of old. A folder says all. */
  readonly unsaid: readonly UnsaidPart[];
  /** In the order of their tags; a ledger has none. */
  readonly locales: readonly Locale[];
  /** Rules that some codes need not follow; a ledger has none. */
  readonly exemptions: readonly Exemption[];
  /** What a ledger knows of the texts of its codes; a folder has the texts. */
  readonly marks: ReadonlyMap<string, TextMark> | undefined;
  /** What the ledger remembers itself; a folder leaves that to its ledger. */
  readonly past: Past;
  /** What was released, as `released.json` has it. */
  readonly released: Contract | undefined;
  /** What `released.json` says, where the contract is one as it was read: not enumerable, a spread has none. */
  readonly written?: Readonly<Record<string, unknown>>;
}

/** A folder of YAML, read. */
export interface Catalog extends Contract {
  readonly title: Located<string>;
  /** What is said once for many entries, in the order of the files. The entries have the values. */
  readonly defaults: readonly Default[];
  /** What the generated module is imported by, as pages show it. */
  readonly module: Located<string> | undefined;
  /** Those of which a part could not be read: what is wrong with the rest is still said. */
  readonly partial: readonly PartialEntry[];
  /** Codes of entries that could not be read, so that mentions of them are not complained about as well. */
  readonly unreadable: ReadonlySet<string>;
  /** Whether a file of entries could not be read as one: any code may stand in it. */
  readonly hasUnknownCodes: boolean;
  /** The kinds of files of which not all could be read: what is missing there is no fault of the rest. */
  readonly broken: ReadonlySet<FileKind>;
  /** Severities of rules, where they are not the usual ones. */
  readonly settings: readonly RuleSetting[];
  readonly suppressions: readonly Suppression[];
  /** Findings that are let be, as `baseline.json` has them. */
  readonly baseline: Baseline | undefined;
  readonly outputs: readonly Output[];
  /** What `extensions` says of such keys. */
  readonly declaredExtensions: DeclaredExtensions;
  /** In the order of their paths; diagnostics follow it. */
  readonly files: readonly SourceFile[];
}

/** A catalog that another one uses. */
export interface UsedCatalog {
  readonly name: string;
  /** Where it is named. */
  readonly at: Span;
  readonly version: string;
  /** The address of a code's page, with `{code}` in it. */
  readonly docs: string | undefined;
  /** The address of a code's type, where it is another than its page. */
  readonly type: string | undefined;
  /** Addresses of earlier years, which are read. */
  readonly typeAlso: readonly string[];
  /** Its codes that are left out. */
  readonly except: readonly Located<string>[];
  /** The catalog itself; what a ledger says of one ends here. */
  readonly source: UsedSource | undefined;
}

/** Where a used catalog was found, and what it says. */
export interface UsedSource {
  readonly catalog: Catalog;
  /** The way from the folder of the catalog that uses it to its own, with `/`. */
  readonly folder: string;
  /** What its module is imported by; undefined where it is a folder whose catalog does not say. */
  readonly module: string | undefined;
}

/** A heading of the help page. */
export interface Category {
  readonly id: string;
  readonly at: Span;
  readonly title: string;
}

/** Who can mend an error. */
export type Resolver = "caller" | "user" | "operator";

/** How bad it is, by the words of RFC 5424. */
export const severities = ["critical", "error", "warning", "info"] as const;
/** How bad it is. */
export type Severity = (typeof severities)[number];

/** Whether trying again can help: not at all, after a delay that the error carries, or with growing pauses. */
export type Retry = "never" | "after" | "backoff";

/** One code of a catalog. */
export interface Entry {
  readonly code: string;
  /** The catalog that it is taken from; undefined for one of the catalog itself. */
  readonly owner: UsedCatalog | undefined;
  /** Of the code. */
  readonly at: Span;
  readonly keys: EntryKeys;
  readonly category: Located<string>;
  /** The first is the default. Once a catalog is checked, empty only where there is none. */
  readonly statuses: readonly Located<number>[];
  /** `status: none`: an error of a library, a database or a command, which no answer of HTTP says. */
  readonly hasNoStatus: boolean;
  readonly title: Located<string> | undefined;
  /** The first whose placeholders are all present is used. */
  readonly messages: readonly MessageTemplate[];
  readonly meaning: Located<string> | undefined;
  readonly causes: readonly Located<string>[];
  readonly fixes: readonly Located<string>[];
  readonly resolver: Located<Resolver> | undefined;
  readonly retry: Located<Retry> | undefined;
  /** Absent: an error as most are. */
  readonly severity: Located<Severity> | undefined;
  /** The status of gRPC, by the names of google.rpc.Code. */
  readonly grpc: Located<GrpcStatus> | undefined;
  /** What a command ends with. */
  readonly exit: Located<number> | undefined;
  /** Where the delay of `retry: after` stands, in order of preference. */
  readonly delay: readonly FieldPath[];
  readonly headers: readonly HeaderTemplate[];
  readonly challenge: Challenge | undefined;
  /** The status is for logs alone, or there is none. */
  readonly neverSent: boolean;
  /** Whether its errors capture a stack unless a call says otherwise. */
  readonly stack: boolean;
  readonly fields: readonly Field[];
  readonly examples: readonly Example[];
  readonly since: Located<string> | undefined;
  /** The identifier to use in code, where the code cannot become one. */
  readonly name: Located<string> | undefined;
  readonly deprecated: Ending | undefined;
  readonly retired: Ending | undefined;
  readonly extensions: readonly Extension[];
}

/** The keys of an entry, as they stand in the file. */
export interface EntryKeys {
  readonly names: readonly string[];
  readonly placeOf: (index: number) => Span;
}

/** An entry without the keys that could not be read. */
export interface PartialEntry {
  readonly entry: Entry;
  readonly broken: ReadonlySet<string>;
}

/** A header that goes with an error. */
export interface HeaderTemplate {
  readonly name: Located<string>;
  readonly value: MessageTemplate;
}

/** What `WWW-Authenticate` says (RFC 6750 section 3, RFC 9449 section 7.1). */
export interface Challenge {
  readonly at: Span;
  /** Absent: a bare challenge, for a request without credentials. */
  readonly error: string | undefined;
  /** Absent: every scheme that the service has. */
  readonly scheme: "Bearer" | "DPoP" | undefined;
  /** The field that says which scope is needed. */
  readonly scope: Located<string> | undefined;
}

/** One case of an error, with the fields that it carries. */
export interface Example {
  readonly at: Span;
  readonly title: string;
  readonly status: Located<number> | undefined;
  readonly fields: Readonly<Record<string, JsonValue>>;
  /** The place of a field or of anything inside it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Span;
  /** The values in `fields` that are written otherwise. */
  readonly respelled: readonly RespelledValue[];
}

/** Why a code is no longer used, and what took its place. */
export interface Ending {
  readonly at: Span;
  readonly since: string;
  readonly replacedBy: Located<string> | undefined;
  readonly reason: string | undefined;
}

/** An API call and the codes that it may answer with. */
export interface Operation {
  readonly id: string;
  readonly at: Span;
  readonly title: string | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly codes: readonly Located<string>[];
  readonly groups: readonly Located<string>[];
  readonly extensions: readonly Extension[];
}

/** Codes that several operations share. */
export interface CodeGroup {
  readonly id: string;
  readonly at: Span;
  readonly codes: readonly Located<string>[];
}

/** A code that a bare status stands for. */
export interface Inference {
  readonly at: Span;
  /** `429`, or `4xx`. */
  readonly status: string;
  readonly code: Located<string>;
}

/** A rule that some codes need not follow. */
export interface Exemption {
  readonly at: Span;
  readonly rule: Located<string>;
  readonly codes: readonly Located<string>[];
  readonly reason: string;
}

/** How seriously a rule is taken. */
export const settingSeverities = ["error", "warning", "off"] as const;

/** A rule that is taken more or less seriously than usual. */
export interface RuleSetting {
  readonly rule: Located<string>;
  readonly severity: (typeof settingSeverities)[number];
}

/** A change since the last release that the catalog accepts. */
export interface Suppression {
  readonly at: Span;
  /** The kind of change. */
  readonly change: Located<string>;
  /** Empty: wherever it occurs. */
  readonly codes: readonly Located<string>[];
  readonly reason: string;
  /** The version whose release ends it. */
  readonly until: Located<string>;
}

/** Whether the entry is a bare tombstone: a code that is never used again and of which nothing else is kept. */
export function isTombstone(entry: Entry): boolean {
  return entry.retired !== undefined && entry.statuses.length === 0 && !entry.hasNoStatus;
}

/** The entries that code knows, by code: all but bare tombstones. */
export function liveEntries({ entries }: Pick<Catalog, "entries">): readonly Entry[] {
  return liveAmong(entries);
}

const liveAmong = remembered((entries: readonly Entry[]) =>
  entries.filter((entry) => !isTombstone(entry)).sort((a, b) => compareText(a.code, b.code)),
);

/** Orders texts by their UTF-16 units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
