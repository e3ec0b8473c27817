/** Who makes a request, and what they may do. */
import type { Context } from "hono";
import { isProof } from "./dpop.js";
import type { Host, Raising } from "./host.js";
import { isBroken, reach } from "./neighbours.js";
import type { Key, Scope } from "./state.js";

/** What is asked of every request before anything else. */
export function admit(
  { base }: Host,
  context: Context,
  raise: Raising<"service_unavailable" | "bad_origin">,
): void {
  if (isBroken("load", context))
    throw raise.service_unavailable({ retry_after: 2, origin: "self" });
  if (isBroken("code", context)) throw new TypeError("images is undefined in /srv/host/images.js");
  const origin = context.req.header("origin");
  if (origin !== undefined && origin !== new URL(base).origin) throw raise.bad_origin();
}

/** Raised where a request came with a key that is not good. */
type KeyTrouble =
  | "unauthorized"
  | "invalid_token"
  | "invalid_dpop_proof"
  | "token_expired"
  | "api_key_revoked"
  | "internal_error";

/** The key that a request came with; undefined where it came without. */
export function keyOf(host: Host, context: Context, raise: Raising<KeyTrouble>): Key | undefined {
  const header = context.req.header("authorization");
  if (header === undefined) return undefined;
  const [, scheme, token = ""] = /^(Bearer|DPoP) +(\S+)$/i.exec(header) ?? [];
  if (scheme === undefined) throw raise.unauthorized();
  const key = findKey(host, token, context, raise);
  if (key === undefined) throw raise.invalid_token();
  if (key.isRevoked) throw raise.api_key_revoked();
  if (key.expires !== undefined && key.expires <= Date.now()) throw raise.token_expired();
  if (key.boundTo !== undefined && !(/dpop/i.test(scheme) && hasProof(host, context, key)))
    throw raise.invalid_dpop_proof();
  return key;
}

function findKey(
  { state }: Host,
  token: string,
  context: Context,
  raise: Raising<"internal_error">,
): Key | undefined {
  try {
    reach("database", context);
    return state.keys.get(token);
  } catch (cause) {
    const request_id = context.get("requestId");
    // `trace` is internal: it is for our logs, and never leaves.
    throw raise.internal_error({ request_id, origin: "self", trace: "keys" }, { cause });
  }
}

function hasProof({ base, state }: Host, { req }: Context, { token, boundTo = "" }: Key): boolean {
  const proof = { text: req.header("dpop"), method: req.method, address: `${base}${req.path}` };
  return isProof(proof, { token, thumbprint: boundTo, used: state.paces.proofs });
}

/** The key of a request that cannot do without. */
export function keyFor(
  scope: Scope,
  host: Host,
  context: Context,
  raise: Raising<KeyTrouble | "auth_required" | "insufficient_scope">,
): Key {
  const key = keyOf(host, context, raise);
  if (key === undefined) throw raise.auth_required();
  needScope(scope, key, raise);
  return key;
}

/** The key of a request that adds or changes something. */
export function writerFor(
  scope: Scope,
  host: Host,
  context: Context,
  raise: Raising<KeyTrouble | "auth_required" | "insufficient_scope" | "account_banned">,
): Key {
  const key = keyFor(scope, host, context, raise);
  needStanding(key, raise);
  return key;
}

/** Lets through keys that were made for something. */
export function needScope(scope: Scope, key: Key, raise: Raising<"insufficient_scope">): void {
  if (!key.scopes.includes(scope)) throw raise.insufficient_scope({ required_scope: scope });
}

/** Lets through accounts that may add and change things. */
export function needStanding({ account }: Key, raise: Raising<"account_banned">): void {
  if (account.isBanned) throw raise.account_banned();
}
