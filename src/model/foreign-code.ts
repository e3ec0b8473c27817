/** Mentions of codes that another catalog has: `images/plan_required`. */

/** A code of another catalog. */
export interface ForeignCode {
  /** The name of the catalog. */
  readonly catalog: string;
  readonly code: string;
}

/** The code of another catalog that a mention means; undefined where it means one of its own catalog. */
export function foreignCode(mention: string): ForeignCode | undefined {
  const [, catalog, code] = /^([a-z][a-z0-9-]*)\/([^/]+)$/.exec(mention) ?? [];
  return catalog === undefined || code === undefined ? undefined : { catalog, code };
}
