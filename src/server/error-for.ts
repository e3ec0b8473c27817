/** Thrown → an error of the catalog. */
import type { CatalogError, CatalogErrorOptions } from "../runtime/catalog-error.js";
import { isCatalogError } from "../runtime/guards.js";
import { memberIn, own, ownMembers } from "../runtime/own-member.js";
import type { Finding, Role, ServerCatalog } from "../runtime/server-catalog.js";
import { isErrorOf } from "./is-error-of.js";
import { memberOf } from "./member-of.js";
import type { Recognize, Recognized } from "./recognized.js";

/** What stands for what was thrown. */
export interface ErrorFor<Known> {
  readonly error: Known;
  /** Known errors beside it. */
  readonly others: readonly Known[];
  /** What the answer does not say of what was thrown. */
  readonly issues: readonly string[];
  /** Whether the client left: there is nobody to answer. */
  readonly isAborted: boolean;
}

/** The status of a role that the catalog has no code for. */
const statusOfRole: Readonly<Partial<Record<Role, number>>> = {
  route_not_found: 404,
  method_not_allowed: 405,
  malformed_body: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  validation: 400,
  aborted: 499,
  timeout: 504,
  unavailable: 503,
};

/** The role of a status that `infer` names no code for. */
const roleOfStatus: Readonly<Record<number, Role>> = {
  404: "route_not_found",
  405: "method_not_allowed",
  408: "timeout",
  413: "body_too_large",
  415: "unsupported_media_type",
  503: "unavailable",
  504: "timeout",
};

/** What stands for what was thrown: never throws, whatever it is. */
export function errorFor<Known extends CatalogError>(
  thrown: unknown,
  catalog: ServerCatalog<Known>,
  finding: Finding,
  recognize: Recognize,
): ErrorFor<Known> {
  const make = (recognized: Recognized, issues: readonly string[] = []): ErrorFor<Known> => {
    const { error, lacking } = errorOf(recognized, catalog, finding, { cause: thrown });
    const said = lacking
      ? [`the catalog has no code for ${lacking}, so ${error.code} answers`]
      : [];
    const isAborted = memberIn(recognized, "role") === "aborted";
    return { error, others: [], issues: [...issues, ...said], isAborted };
  };
  if (isErrorOf(thrown, catalog))
    return {
      error: thrown as Known,
      others: (memberIn(thrown, "others") ?? []) as never,
      issues: [],
      isAborted: false,
    };
  if (isCatalogError(thrown)) {
    // What an upstream said that nobody recognized has a status of its own, which is none of ours.
    if (thrown.code === "unrecognized") return make({ role: "unexpected" });
    const foreign = `${thrown.code} is an error of another catalog`;
    return make({ status: thrown.status }, [foreign]);
  }
  try {
    const several = errorsIn(thrown);
    const [error, ...others] = several.filter((each) => isErrorOf(each, catalog));
    if (error !== undefined) {
      const strangers = several.length - others.length - 1;
      const issues =
        strangers === 0 ? [] : [`${strangers} of ${several.length} errors are not of the catalog`];
      return { error: error as Known, others: others as Known[], issues, isAborted: false };
    }
    const recognized = recognize(thrown);
    if (recognized !== undefined) return make(recognized);
  } catch {
    // A getter or a proxy that throws: that it is unexpected is certain.
  }
  return make({ role: "unexpected" });
}

/** What stands for a role or a status. */
export interface StandIn<Known> {
  readonly error: Known;
  /** What the catalog has no code for, so that another stands in its place. */
  readonly lacking: string | undefined;
}

/** The error for a role or a status. Never throws. */
export function errorOf<Known extends CatalogError>(
  recognized: Recognized,
  catalog: ServerCatalog<Known>,
  finding: Finding,
  options: CatalogErrorOptions<never>,
): StandIn<Known> {
  const { role, finding: found, status = role && own(statusOfRole, role) } = ownMembers(recognized);
  const known = { ...finding, ...found };
  const byRole = (name: Role | undefined) => name && own(catalog.roles, name)?.(known, options);
  const lacking = role === undefined ? `status ${status}` : `the role ${role}`;
  try {
    const meant = byRole(role) ?? (status ? byStatus(status, catalog, options) : undefined);
    if (meant) return { error: meant, lacking: undefined };
    // RFC 9110 section 15.5.6 wants 405; frameworks on their own say that there is no such route.
    if (role === "method_not_allowed") {
      const found = errorOf({ role: "route_not_found" }, catalog, finding, options);
      return { error: found.error, lacking };
    }
    const near = status
      ? (byRole(own(roleOfStatus, status)) ?? byClass(status, catalog, options))
      : undefined;
    if (near) return { error: near, lacking: near.status === status ? undefined : lacking };
    const error = byRole("unexpected") ?? catalog.fallback(options);
    return { error, lacking: role === "unexpected" ? undefined : lacking };
  } catch {
    // A value of the request that throws when it is read.
    return { error: catalog.fallback(options), lacking };
  }
}

function byStatus<Known extends CatalogError>(
  status: number,
  catalog: ServerCatalog<Known>,
  options: CatalogErrorOptions<never>,
): Known | undefined {
  return own(catalog.byStatus, String(status))?.(options);
}

// RFC 9110 section 15: a status that is not known is treated as the first of its class.
function byClass<Known extends CatalogError>(
  status: number,
  catalog: ServerCatalog<Known>,
  options: CatalogErrorOptions<never>,
): Known | undefined {
  const digit = Math.floor(status / 100);
  return own(catalog.byStatus, `${digit}xx`)?.(options) ?? byStatus(digit * 100, catalog, options);
}

function errorsIn(thrown: unknown): readonly unknown[] {
  const errors = memberOf(thrown, "errors");
  return memberOf(thrown, "name") === "AggregateError" && Array.isArray(errors) ? errors : [];
}
