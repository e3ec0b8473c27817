/** What Fastify's own errors stand for. */
import { own } from "../runtime/own-member.js";
import type { Problem, Role } from "../runtime/server-catalog.js";
import { type AjvError, ajvProblems } from "../server/ajv-problems.js";
import { memberOf } from "../server/member-of.js";
import { type Recognized, recognizeHttpError, recognizeStatus } from "../server/recognized.js";

const roles: Readonly<Record<string, Role>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed_body",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed_body",
  FST_ERR_CTP_INVALID_JSON_BODY: "malformed_body",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_ERR_NOT_FOUND: "route_not_found",
};

const parts: Readonly<Record<string, Problem["in"]>> = {
  body: "body",
  headers: "header",
  params: "path",
  querystring: "query",
};

/** What an error of Fastify stands for; any other by its status, as Fastify itself takes it. */
export function recognizeFastify(thrown: unknown, limit?: number): Recognized | undefined {
  const [code, validation] = [memberOf(thrown, "code"), memberOf(thrown, "validation")];
  if (Array.isArray(validation)) {
    const part = own(parts, String(memberOf(thrown, "validationContext")));
    const problems = ajvProblems(validation as AjvError[], part);
    return { role: "validation", finding: { problems } };
  }
  const role = typeof code === "string" ? own(roles, code) : undefined;
  if (role !== undefined)
    return { role, finding: { limit: role === "body_too_large" ? limit : undefined } };
  // Its parser of JSON throws this where a key could reach a prototype.
  const isSyntaxError = memberOf(thrown, "name") === "SyntaxError";
  if (isSyntaxError && memberOf(thrown, "statusCode") === 400) return { role: "malformed_body" };
  return recognizeHttpError(thrown) ?? recognizeStatus(thrown);
}
