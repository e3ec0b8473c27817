/** What `errdex build` writes. */
import type { Located } from "./source.js";

/** Whom a description of answers is for: who makes them adds nothing, who reads them ignores what is new. */
export const audiences = ["consumers", "producers"] as const;
/** Whom a description of answers is for. */
export type Audience = (typeof audiences)[number];

/** A whole OpenAPI document, or the components alone. */
export const openApiForms = ["document", "fragment"] as const;
/** A whole OpenAPI document, or the components alone. */
export type OpenApiForm = (typeof openApiForms)[number];

/** How TypeScript names another module in an import: as the file that it becomes, as the file that it is, or without an ending. */
export const importExtensions = ["js", "ts", "none"] as const;
/** How TypeScript names another module. */
export type ImportExtension = (typeof importExtensions)[number];

/** The module systems of Node, as `type` of a package.json calls them. */
export const moduleFormats = ["module", "commonjs"] as const;
/** A module system. */
export type ModuleFormat = (typeof moduleFormats)[number];

/** Something that `errdex build` writes. */
export interface Output {
  /** The key in `outputs`, such as `typescript`. */
  readonly kind: string;
  /** A folder or a file, relative to the catalog's folder. */
  readonly path: Located<string>;
  /** The one wire format that is meant, where it is said. */
  readonly wire: Located<string> | undefined;
  /** What else is said, as it is written. */
  readonly options: Readonly<Record<string, unknown>>;
}
