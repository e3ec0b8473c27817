/** What a framework's own error stands for. */
import { own } from "../runtime/own-member.js";
import type { Finding, Role } from "../runtime/server-catalog.js";
import { memberOf } from "./member-of.js";

/** A role with what is known for its fields, or the status that the framework would answer with. */
export type Recognized =
  | { readonly role: Role; readonly finding?: Finding; readonly status?: number | undefined }
  | { readonly role?: undefined; readonly finding?: undefined; readonly status: number };

/** Looks at what was thrown; undefined where it is no error of the framework. May throw. */
export type Recognize = (thrown: unknown) => Recognized | undefined;

/** `type` of the errors of body-parser and raw-body, which most frameworks read bodies with. */
const roles: Readonly<Record<string, Role>> = {
  "charset.unsupported": "unsupported_media_type",
  "encoding.unsupported": "unsupported_media_type",
  "entity.parse.failed": "malformed_body",
  "entity.too.large": "body_too_large",
  "parameters.too.many": "body_too_large",
  "querystring.parse.rangeError": "body_too_large",
  "request.aborted": "aborted",
  "request.size.invalid": "malformed_body",
};

/** Errors of `http-errors`: whoever makes one wants its status to be answered. */
export function recognizeHttpError(thrown: unknown): Recognized | undefined {
  const status = memberOf(thrown, "status");
  const isHttpError =
    typeof memberOf(thrown, "expose") === "boolean" && status === memberOf(thrown, "statusCode");
  if (!isHttpError || !isErrorStatus(status)) return undefined;
  const [type, limit] = [memberOf(thrown, "type"), memberOf(thrown, "limit")];
  const role = typeof type === "string" ? own(roles, type) : undefined;
  if (role === undefined) return { status };
  return { role, status, finding: { limit: typeof limit === "number" ? limit : undefined } };
}

/**
 * Any error with a status, as frameworks take it that answer by `error.status`. That of an HTTP client's error is the
 * status of somebody else's answer and not of ours.
 */
export function recognizeStatus(thrown: unknown): Recognized | undefined {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  const [response, request] = [memberOf(thrown, "response"), memberOf(thrown, "request")];
  if (response !== undefined || request !== undefined) return undefined;
  const first = [memberOf(thrown, "status"), memberOf(thrown, "statusCode")].find(isErrorStatus);
  return first === undefined ? undefined : { status: first };
}

/** Whether a value is the status of an error, 400 to 599. */
export function isErrorStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 400 && (value as number) <= 599;
}
