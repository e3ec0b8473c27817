/** What `errdex build` writes. */
import type { Located } from "./source.js";

/** Whom a description of answers is for: who makes them adds nothing, who reads them ignores what is new. */
export const audiences = ["consumers", "producers"] as const;
/** Whom a description of answers is for. */
export type Audience = (typeof audiences)[number];

/** A whole OpenAPI document, or the components alone. */
export const openApiForms = ["document", "fragment"] as const;

/** How TypeScript names another module in an import: as the file that it becomes, as the file that it is, or without an ending. */
export const importExtensions = ["js", "ts", "none"] as const;
/** How TypeScript names another module. */
export type ImportExtension = (typeof importExtensions)[number];

/** The module systems of Node, as `type` of a package.json calls them. */
export const moduleFormats = ["module", "commonjs"] as const;
/** A module system. */
export type ModuleFormat = (typeof moduleFormats)[number];

/** Something that `errdex build` writes. */
export type Output =
  | TypeScriptOutput
  | JavaScriptOutput
  | OpenApiOutput
  | JsonSchemaOutput
  | FixturesOutput
  | SiteOutput;

/** What every output has. */
export interface OutputBase {
  /** Relative to the catalog's folder. */
  readonly path: Located<string>;
}

/** A folder of modules, or of the zod schemas beside them. */
export interface TypeScriptOutput extends OutputBase {
  readonly kind: "typescript" | "zod";
  readonly extension: ImportExtension | undefined;
}

/** A folder of modules with declarations. */
export interface JavaScriptOutput extends OutputBase {
  readonly kind: "javascript";
  /** Without one, as the package.json above the folder says. */
  readonly format: ModuleFormat | undefined;
  /** Whether the declarations lead to the files of the catalog. */
  readonly declarationMap: boolean;
}

/** The folder of the help site. */
export interface SiteOutput extends OutputBase {
  readonly kind: "site";
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
  /** Without one, as the package.json above the folder says. */
  readonly format: ModuleFormat | undefined;
  /** The one wire format that is meant; without it, all of them. */
  readonly wire: Located<string> | undefined;
}
