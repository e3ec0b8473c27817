/** Roles: which code stands for what a framework finds by itself, and what fills its fields. */
import type { JsonValue } from "./json-value.js";
import type { Located, Span } from "./source.js";

/** What a framework finds, each with what it means. */
export const roles = {
  unexpected: "What nobody foresaw: an exception that is no error of the catalog.",
  route_not_found: "No route has the address.",
  method_not_allowed: "The route does not have the method.",
  malformed_body: "The body breaks the rules of its format.",
  unsupported_media_type: "Nobody reads bodies of this media type.",
  body_too_large: "The body is larger than it may be.",
  validation: "Values of the request break rules.",
  aborted: "Whoever asked has gone.",
  timeout: "The time for the answer is over.",
  unavailable: "The service takes no requests at the moment.",
} as const;
/** The name of a role. */
export type RoleName = keyof typeof roles;

/** Whether there is such a role. */
export function isRole(name: string): name is RoleName {
  return Object.hasOwn(roles, name);
}

/** The code that stands for a role. */
export interface RoleCode {
  readonly role: RoleName;
  readonly at: Span;
  readonly code: Located<string>;
  readonly fields: readonly RoleField[];
}

/** A field that a role fills. */
export interface RoleField {
  readonly name: string;
  /** Of the name. */
  readonly at: Span;
  readonly value: RoleValue;
}

/** What fills it. */
export type RoleValue =
  | {
      readonly kind: "constant";
      readonly at: Span;
      readonly value: JsonValue;
      /** The place of anything inside the value. */
      readonly placeOf: (path: readonly PropertyKey[]) => Span;
      /** Texts inside it that look like variables: a variable is a whole value. */
      readonly variables: readonly Located<string>[];
    }
  /** As it is written: `$methods`, `$problems:pointer`. */
  | { readonly kind: "variable"; readonly at: Span; readonly text: string };

/** What a framework knows of what it found, by its variable. */
export const roleVariables = {
  $method: "text",
  $methods: "texts",
  $path: "text",
  $limit: "integer",
  $media_type: "text",
  $media_types: "texts",
  $problems: "problems",
} as const;
/** The name of such a variable. */
export type RoleVariable = keyof typeof roleVariables;

/** What a variable names. */
export type NamedValue =
  | { readonly of: "finding"; readonly variable: RoleVariable; readonly byPointer: boolean }
  | { readonly of: "context"; readonly name: string };

/** What the text of a variable names; undefined where there is no such variable. */
export function namedValue(text: string): NamedValue | undefined {
  const [, context] = /^\$context\.(.+)$/s.exec(text) ?? [];
  if (context !== undefined) return { of: "context", name: context };
  const byPointer = text === "$problems:pointer";
  const variable = byPointer ? "$problems" : text;
  return isVariable(variable) ? { of: "finding", variable, byPointer } : undefined;
}

function isVariable(text: string): text is RoleVariable {
  return Object.hasOwn(roleVariables, text);
}
