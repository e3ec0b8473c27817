/** What a name means at a place of a file. */
import type { Syntax } from "./parse-source.js";

/** A stretch of code with names of its own. */
export interface Scope {
  readonly parent: Scope | undefined;
  /** Whether a `var` stays in it. */
  readonly isFunction: boolean;
  readonly values: Map<string, Binding>;
  readonly types: Map<string, TypeBinding>;
}

/** What a name of a value stands for. */
export type Binding =
  /** Imported by a statement. `path` is empty for the whole module. */
  | {
      readonly kind: "import";
      readonly module: string;
      readonly path: readonly string[];
      readonly start: number;
    }
  /** A variable or parameter: `path` leads from the value to the part that the name takes. */
  | {
      readonly kind: "value";
      readonly from: Syntax | undefined;
      /** What was written as its type, where the name takes the whole value. */
      readonly type: Syntax | undefined;
      /** Undefined where the part cannot be named, such as a rest or a computed key. */
      readonly path: readonly string[] | undefined;
      readonly scope: Scope;
      /** The function of which it is the first parameter, or a part of that, where no call says what it is. */
      readonly parameterOf?: number | undefined;
    }
  | { readonly kind: "function"; readonly owner: number }
  /** An enum or a class has members that may be looked up. */
  | { readonly kind: "other"; readonly declared?: Syntax; readonly scope?: Scope };

/** What a name of a type stands for: an alias, or something of this file's own. */
export interface TypeBinding {
  readonly alias: Syntax | undefined;
}

/** An empty scope inside another. */
export function innerScope(parent: Scope | undefined, isFunction: boolean): Scope {
  return { parent, isFunction, values: new Map(), types: new Map() };
}

/** The scope in which a `var` of this one stands. */
export function functionScope(scope: Scope): Scope {
  let found = scope;
  while (!found.isFunction && found.parent !== undefined) found = found.parent;
  return found;
}

/** What the name of a value stands for; undefined where no one in the file declares it. */
export function lookUpValue(name: string, scope: Scope): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at.values.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the name of a type stands for: a type of the file, or an import. */
export function lookUpType(name: string, scope: Scope): TypeBinding | Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at.types.get(name) ?? at.values.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
