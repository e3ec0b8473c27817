/** What a server knows of a catalog: its errors, and which of them stand for what a framework finds. */
import type { CatalogError, CatalogErrorOptions } from "./catalog-error.js";
import type { Owners } from "./owners.js";

/** What a code stands for when a framework fails: see `roles` of catalog.yaml. */
export type Role =
  | "unexpected"
  | "route_not_found"
  | "method_not_allowed"
  | "malformed_body"
  | "unsupported_media_type"
  | "body_too_large"
  | "validation"
  | "aborted"
  | "timeout"
  | "unavailable";

/** One thing that is wrong with a request. Never holds the value that was sent. */
export interface Problem {
  /** A JSON Pointer (RFC 6901) into the part of the request; "" is the whole part. */
  readonly pointer: string;
  /** The same as people write it, `tags.0.label`; "" is the whole part. */
  readonly name: string;
  /** Says what was expected. */
  readonly detail: string;
  /** The part of the request. */
  readonly in?: "body" | "query" | "path" | "header" | "cookie" | undefined;
}

/** What a framework knows of what it found, for the fields of the code that stands for it. */
export interface Finding<Context = Readonly<Record<string, unknown>>> {
  /** The method of the request. */
  readonly method?: string | undefined;
  /** The methods that the route has. */
  readonly methods?: readonly string[] | undefined;
  /** The path of the request, without its query. */
  readonly path?: string | undefined;
  /** The most bytes that a body may have. */
  readonly limit?: number | undefined;
  /** The media type of the request. */
  readonly media_type?: string | undefined;
  /** The media types that are read. */
  readonly media_types?: readonly string[] | undefined;
  readonly problems?: readonly Problem[] | undefined;
  /** Values of the request that the catalog declares. */
  readonly context?: Context | undefined;
}

/** Makes the error that stands for a role; undefined where the finding lacks what its required fields need. */
export type MakeRole<Known, Context> = (
  finding: Finding<Context>,
  options?: CatalogErrorOptions<never>,
) => Known | undefined;

/** What a server knows of a catalog. The generated module `server` has one. */
export interface ServerCatalog<
  Known extends CatalogError = CatalogError,
  Constructors extends object = object,
  Operations extends object = object,
  Context = Readonly<Record<string, unknown>>,
> {
  /** The name of the catalog. */
  readonly name: string;
  /** The codes that it takes from other catalogs. */
  readonly owners?: Owners | undefined;
  readonly roles: { readonly [Each in Role]?: MakeRole<Known, Context> };
  /** By status (`404`) or class of statuses (`4xx`): the error that `infer` names, where it has no required field. */
  readonly byStatus: Readonly<Record<string, (options?: CatalogErrorOptions<never>) => Known>>;
  readonly fallback: (options?: CatalogErrorOptions<never>) => Known;
  /** The constructors by code. */
  readonly constructors: Constructors;
  /** The codes that each operation may answer with. */
  readonly operations: Operations;
}
