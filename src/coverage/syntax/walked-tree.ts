/** What is noted while a syntax tree is walked: places that may say something about errors, each with what its names mean there. */
import type { Syntax, SyntaxOf } from "./parse-source.js";
import type { Scope } from "./scope.js";

/** A node and where it stands. */
export interface Seen<Node> {
  readonly node: Node;
  readonly scope: Scope;
  /** The function that it is in; 0 is the module itself. */
  readonly owner: number;
  /** Whether a `catch` around it may take what is thrown. */
  readonly guarded: boolean;
}

/** A function of the file. Its number is its place in the list. */
export interface SeenFunction {
  readonly name: string | undefined;
  /** The function around it. */
  readonly owner: number;
  readonly start: number;
  /** What is written as its return type, and as the type of the variable that holds it. */
  readonly types: readonly Syntax[];
  readonly scope: Scope;
}

/** Something that a module gives to others. */
export type Export =
  /** `export { local as name }`, `export const name = …`. */
  | { readonly name: string; readonly local: string }
  /** `export default value`, `exports.name = value`. */
  | { readonly name: string; readonly value: Syntax }
  /** `export { path as name } from "module"`, `export * as name from "module"`. */
  | { readonly name: string; readonly module: string; readonly path: readonly string[] }
  /** `export * from "module"`. */
  | { readonly name: undefined; readonly module: string };

/** A module that a file asks for, by `import`, `export … from` or `require`. */
export interface ModuleRequest {
  readonly module: string;
  readonly start: number;
  /** What it takes of it by name. */
  readonly names: readonly string[];
  /** Whether it takes the whole, or a default that may be the whole. */
  readonly takesAll: boolean;
  /** Whether it takes types alone, and is gone when the file runs. */
  readonly isType: boolean;
}

/** All that was noted of one file. */
export interface WalkedTree {
  readonly module: Scope;
  readonly exports: readonly Export[];
  readonly requests: readonly ModuleRequest[];
  readonly functions: readonly SeenFunction[];
  /** Which number the function of a node has. */
  readonly ownerOf: ReadonlyMap<Syntax, number>;
  readonly calls: readonly Seen<SyntaxOf<"CallExpression">>[];
  readonly comparisons: readonly Seen<SyntaxOf<"BinaryExpression">>[];
  readonly switches: readonly Seen<SyntaxOf<"SwitchStatement">>[];
  /** `table[key]` */
  readonly lookups: readonly Seen<SyntaxOf<"MemberExpression">>[];
  /** Objects with a type beside them: an annotation, `satisfies` or `as`. */
  readonly typed: readonly Seen<{ readonly value: Syntax; readonly type: Syntax }>[];
  /** Names and members that are used as values, not called. */
  readonly values: readonly Seen<Syntax>[];
  /** Texts and keys, in tests alone. */
  readonly texts: readonly { readonly text: string; readonly start: number }[];
  /** `import(name)` and `require(name)` of what is not written out. */
  readonly computedImports: readonly { readonly start: number; readonly end: number }[];
}
