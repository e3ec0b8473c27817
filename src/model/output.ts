/** What `errdex build` writes. */
import type { Located } from "./source.js";

/** Whom a description of answers is for: who makes them adds nothing, who reads them ignores what is new. */
export const audiences = ["consumers", "producers"] as const;
/** Whom a description of answers is for. */
export type Audience = (typeof audiences)[number];

/** A whole OpenAPI document, or the components alone. */
export const openApiForms = ["document", "fragment"] as const;

/** Something that `errdex build` writes. */
export type Output = FolderOutput | OpenApiOutput | JsonSchemaOutput | FixturesOutput;

/** What every output has. */
export interface OutputBase {
  /** Relative to the catalog's folder. */
  readonly path: Located<string>;
}

/** A folder of modules, or the folder of the help site. */
export interface FolderOutput extends OutputBase {
  readonly kind: "typescript" | "javascript" | "zod" | "site";
}

/** A file; its ending says whether it is YAML or JSON. */
export interface OpenApiOutput extends OutputBase {
  readonly kind: "openapi";
  /** The wire format; without one, the catalog's. */
  readonly wire: Located<string> | undefined;
  readonly audience: Audience;
  readonly form: (typeof openApiForms)[number];
}

/** A folder with a schema for each audience. */
export interface JsonSchemaOutput extends OutputBase {
  readonly kind: "json-schema";
  /** The wire format; without one, the catalog's. */
  readonly wire: Located<string> | undefined;
}

/** A folder with answers for tests and mock servers. */
export interface FixturesOutput extends OutputBase {
  readonly kind: "fixtures";
  /** The one wire format that is meant; without it, all of them. */
  readonly wire: Located<string> | undefined;
}
