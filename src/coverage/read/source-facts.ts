/** What one file says about errors, before anybody has looked at the modules that it imports from. */
import type { SourceFile, Span } from "../../model/source.js";
import type { SourcePlace } from "../source-place.js";
import type { ErrorHandlerFact } from "./error-handlers.js";
import type { TableType } from "./imported-types.js";
import type { Given, Imported, Origin } from "./value-origin.js";

/** A text at a place where a code is meant. */
export interface CodeText {
  readonly text: string;
  readonly place: SourcePlace;
  /** Kept where no catalog has the code, to show the line. */
  readonly span: Span | undefined;
}

/** The texts of one list, object or chain, and the places where something stands that cannot be read. */
export interface CodeTexts {
  readonly texts: readonly CodeText[];
  readonly unread: readonly UnreadPlace[];
}

/** Something that could not be seen through. */
export interface UnreadPlace {
  readonly what: "spread" | "computed" | "elsewhere";
  readonly place: SourcePlace;
}

/** The forms in which a text may be a code. */
export type TextForm = "switch" | "comparison" | "pattern" | "lookup" | "list";

/** Texts that are compared with the code of an error. */
export interface CodeComparison extends CodeTexts {
  readonly form: TextForm;
  /** See `CodeValue`. */
  readonly evidence: readonly Imported[] | undefined;
  readonly needsEvidence: boolean;
  readonly isLikely?: boolean;
  /** Whether one known code shows that the others are meant to be codes too. */
  readonly isOneChoice: boolean;
}

/** A call of a function that may be a catalog's, or lead to one. */
export interface CallFact {
  readonly callee: Origin;
  readonly place: SourcePlace;
  readonly span: Span;
  readonly owner: number;
  readonly guarded: boolean;
  /** The texts among the arguments after the first: of `hasCode`. */
  readonly texts: CodeTexts;
  /** The keys of the second argument: of `match`. */
  readonly keys: CodeTexts;
  /** What the arguments come from, of the call of a function that takes an operation. */
  readonly given: readonly Imported[];
  /** The functions among the arguments. */
  readonly functions: readonly number[];
}

/** An object with an entry for each code. */
export interface TableFact {
  readonly types: readonly TableType[];
  readonly keys: CodeTexts;
}

/** What an exported name stands for. */
export interface ExportFact {
  readonly origin?: Origin;
  /** Of an exported object. */
  readonly members?: ReadonlyMap<string, ExportFact>;
  /** Of a type: the types that it is a union of. */
  readonly types?: readonly Imported[];
}

/** A function of a file. */
export interface FunctionFact {
  readonly name: string | undefined;
  readonly owner: number;
  readonly place: SourcePlace;
  /** The operations to which an error handler binds it. */
  readonly boundTo: readonly string[];
  /** The types of other modules in its return type, and in that of the variable that holds it. */
  readonly types: readonly (readonly Imported[])[];
}

/** A function of another module that is bound to an operation, and where. */
export interface BoundFact {
  readonly operation: string;
  readonly make: Imported;
  readonly place: SourcePlace;
}

/** Something of another module, or that errdex gave, and where it is used. */
export interface UsedAt {
  readonly origin: Imported | Given;
  readonly place: SourcePlace;
}

/** A module that a file asks for. */
export interface ImportFact {
  readonly module: string;
  /** Where it is asked for first. */
  readonly place: SourcePlace;
  /** What the file takes of it, by imports and by members of the whole. */
  readonly names: ReadonlySet<string>;
  readonly takesAll: boolean;
  readonly isType: boolean;
}

/** What the markup around the code of a file mentions. */
export interface MarkupFact {
  readonly used: readonly UsedAt[];
  /** Codes in quotes. */
  readonly named: readonly { readonly code: string; readonly place: SourcePlace }[];
}

/** What one file says. */
export interface SourceFacts {
  readonly path: string;
  readonly isTest: boolean;
  /** Why the file could not be parsed. */
  readonly problem: { readonly message: string; readonly place: SourcePlace } | undefined;
  readonly exports: ReadonlyMap<string, ExportFact>;
  /** The modules of `export * from`. */
  readonly stars: readonly string[];
  readonly functions: readonly FunctionFact[];
  readonly calls: readonly CallFact[];
  readonly comparisons: readonly CodeComparison[];
  readonly tables: readonly TableFact[];
  /** What is passed on instead of called. */
  readonly values: readonly UsedAt[];
  /** The modules that it asks for, each once. */
  readonly imports: readonly ImportFact[];
  /** Codes that a test names in any text or key. */
  readonly named: readonly { readonly code: string; readonly place: SourcePlace }[];
  /** Codes given to the matchers and assertions for tests. */
  readonly matched: readonly CodeText[];
  readonly computedImports: readonly SourcePlace[];
  readonly markup: MarkupFact;
  readonly errorHandlers: readonly ErrorHandlerFact[];
  readonly boundElsewhere: readonly BoundFact[];
}

/** Where a file's facts are read from, and what is asked of them. */
export interface ReadingOptions {
  readonly file: SourceFile;
  readonly isTest: boolean;
  readonly isKnown: (code: string) => boolean;
  /** Whether something imported by this specifier may be a catalog's. */
  readonly mayLead: (module: string) => boolean;
}
