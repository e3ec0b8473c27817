/** The codes and fields that the matchers and assertions know, as a project declares them. */
import type { CatalogError } from "../runtime/catalog-error.js";

/**
 * The errors of your catalogs, by code. Empty until you say which, of the entry that you use:
 *
 * ```ts ignore
 * declare module "errdex/vitest" {
 *   interface KnownErrors extends ErrorByCode {}
 * }
 * ```
 *
 * While it is empty, the matchers take any code and any fields.
 */
export interface KnownErrors {
  /** No code: an interface to be extended has to have something in it. */
  readonly ""?: never;
}

type DeclaredCode = Exclude<keyof KnownErrors & string, "">;

/** A code that the matchers take. */
export type KnownCode = [DeclaredCode] extends [never] ? string : DeclaredCode;

/** Some of the fields of an error. A field may also be an asymmetric matcher, such as `expect.any(String)`. */
export type KnownFields<Code extends KnownCode> = [DeclaredCode] extends [never]
  ? { readonly [field: string]: unknown }
  : Code extends keyof KnownErrors
    ? {
        readonly [Field in Exclude<
          keyof NonNullable<KnownErrors[Code]>,
          keyof CatalogError
        >]?: NonNullable<KnownErrors[Code]>[Field];
      }
    : never;

/** The matchers that errdex adds to `expect`. `Result`: what they return, a promise behind `rejects` of Jest. */
export interface ErrorMatchers<Result = void> {
  /**
   * The value is an error of a catalog with this code, and with these fields if any are given. Fields that are not
   * given may be anything. An unrecognized error has the code `unrecognized`.
   */
  toBeErrorCode<Code extends KnownCode | "unrecognized">(
    code: Code,
    ...fields: Code extends KnownCode ? [fields?: KnownFields<Code>] : []
  ): Result;
  /** The function throws such an error. With `rejects` the promise does: `await expect(promise).rejects.toThrowErrorCode(…)`. */
  toThrowErrorCode<Code extends KnownCode | "unrecognized">(
    code: Code,
    ...fields: Code extends KnownCode ? [fields?: KnownFields<Code>] : []
  ): Result;
}
