/** For each code that the example raises, a request that it is the answer to. */
import { png } from "../../docs/example/seed.js";
import type { ErrorCode } from "../../src/image-hosting/index.js";

/** A request to the service, below the path of a format. */
export interface Request {
  readonly path: string;
  readonly method?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly json?: unknown;
  /** How often it is sent; the last answer counts. */
  readonly times?: number;
}

/** Sends it; where it is sent several times, the last answer. */
export async function send(request: Request, base: string): Promise<Response> {
  const { path, key, json, body, times = 1 } = request;
  const headers = {
    ...(key !== undefined && { Authorization: `Bearer ${key}` }),
    ...(json !== undefined && { "Content-Type": "application/json" }),
    ...request.headers,
  };
  const method = request.method ?? "GET";
  const sent = json === undefined ? (body ?? null) : JSON.stringify(json);
  for (let left = times; left > 1; left -= 1)
    await (await fetch(`${base}${path}`, { method, headers, body: sent })).arrayBuffer();
  return fetch(`${base}${path}`, { method, headers, body: sent });
}

const image = { "Content-Type": "image/png" };
const stranger = { method: "POST", path: "/images", headers: image, body: png };
const upload = { ...stranger, key: "key-ada" };
const change = { method: "PATCH", path: "/images/cat", key: "key-ada", json: { title: "Tom" } };
const newKey = { method: "POST", path: "/keys", json: { name: "robot", scopes: ["files:read"] } };
const signIn = (account: string, more: object = {}): Request => ({
  method: "POST",
  path: "/sessions",
  json: { email: `${account}@images.example`, password: "correct horse", ...more },
});
const importFrom = (file: string, more: Partial<Request> = {}): Request => ({
  method: "POST",
  path: "/images/import",
  key: "key-ada",
  json: { url: `https://photos.example/${file}` },
  ...more,
});
const evidence = (id: string): Request => ({
  path: `/admin/images/${id}/evidence`,
  key: "key-lex",
});
const release = (id: string): Request => ({
  method: "DELETE",
  path: `/admin/images/${id}/hold`,
  key: "key-lex",
});
const remove = (id: string, key?: string): Request => ({
  method: "DELETE",
  path: `/images/${id}`,
  ...(key !== undefined && { key }),
});
const asJson = { "Content-Type": "application/json" };
const broken = (what: string) => ({ "X-Break": what });

/** Every code that can be an answer. */
export type SentCode = Exclude<ErrorCode, "client_closed_request">;

/** By code; several where an operation has a way of its own to it. */
export const failingRequests: Readonly<Record<SentCode, readonly [Request, ...Request[]]>> = {
  account_banned: [
    { ...upload, key: "key-cem" },
    { ...newKey, key: "key-cem" },
  ],
  api_key_revoked: [remove("cat", "key-ada-revoked")],
  api_version_deprecated: [{ path: "/v1/images/cat" }, { method: "POST", path: "/v1/upload" }],
  auth_required: [remove("cat"), { path: "/images/diary" }, newKey],
  bad_gateway: [{ path: "/images/cat?width=320", headers: broken("renderer") }],
  bad_origin: [{ ...upload, headers: { ...image, Origin: "https://elsewhere.example" } }],
  bad_request: [
    { path: "/images/cat?width=9" },
    { ...newKey, key: "key-ada", headers: { "Content-Type": "text/plain" } },
  ],
  bytes_unavailable: [evidence("lost"), { ...evidence("kept"), headers: broken("storage") }],
  conflict: [
    { ...change, headers: { "If-Match": '"7"' } },
    { ...newKey, key: "key-ada", json: { name: "key-ada", scopes: ["files:read"] } },
  ],
  delete_failed: [{ ...remove("cat", "key-ada"), headers: broken("storage") }],
  fetch_failed: [importFrom("gone.png"), importFrom("slow.png")],
  file_too_large: [
    { ...upload, body: new Uint8Array(64_001) },
    importFrom("wall.png"),
    { ...upload, key: "key-fay", body: new Uint8Array(16_001) },
  ],
  forbidden: [remove("boat", "key-ada"), { path: "/images/diary", key: "key-bob" }, signIn("cem")],
  gateway_timeout: [{ path: "/images/cat?width=1280" }],
  import_failed: [importFrom("cut-off.png")],
  insufficient_scope: [remove("cat", "key-ada-reads"), { ...evidence("kept"), key: "key-ada" }],
  internal_error: [
    { path: "/images/cat", headers: broken("code") },
    { ...remove("cat", "key-ada"), headers: broken("database") },
  ],
  invalid_dpop_proof: [remove("cat", "key-ada-bound")],
  invalid_json: [
    { ...importFrom("boat.png"), json: undefined, headers: asJson, body: "{" },
    { ...change, json: undefined, headers: asJson, body: "" },
  ],
  invalid_request: [
    { ...change, json: [] },
    { ...newKey, key: "key-ada", json: "robot" },
  ],
  invalid_token: [remove("cat", "nonsense")],
  key_limit_reached: [
    { ...newKey, key: "key-fay", json: { name: "robot", scopes: ["files:read"], days: 3 } },
  ],
  legacy_object_unavailable: [evidence("old")],
  method_not_allowed: [{ method: "PUT", path: "/images/cat" }, { path: "/keys" }],
  no_incident: [release("unrecorded"), evidence("cat")],
  not_found: [{ path: "/images/dog" }, { path: "/nowhere" }, { path: "/verify?t=bob&exp=1&sig=x" }],
  not_under_hold: [release("cat")],
  plan_required: [{ ...change, path: "/images/boat", key: "key-bob", json: { private: true } }],
  preservation_window_active: [release("kept")],
  quota_exceeded: [{ ...upload, key: "key-bob" }, importFrom("boat.png", { key: "key-bob" })],
  rate_limited: [
    { ...stranger, headers: { ...image, "X-Turnstile": "person" }, times: 4 },
    { ...newKey, key: "key-fay", times: 6 },
    { ...signIn("ada", { password: "wrong" }), times: 11 },
  ],
  registration_closed: [{ ...newKey, key: "key-eve" }],
  request_too_large: [
    { ...upload, body: new Uint8Array(200_001) },
    { ...change, json: { title: "x".repeat(20_000) } },
  ],
  service_unavailable: [{ path: "/images/cat", headers: broken("load") }],
  storage_error: [
    { ...upload, headers: { ...image, ...broken("storage") } },
    { path: "/images/cat", headers: broken("storage") },
    { path: "/images/lost" },
  ],
  token_expired: [{ ...newKey, key: "session-dot-ended" }],
  too_large_for_bundle: [evidence("huge")],
  turnstile_failed: [stranger],
  two_factor_invalid: [
    signIn("dot", { code: "none" }),
    { ...newKey, key: "session-dot", json: { name: "r", scopes: ["files:read"], code: "000" } },
  ],
  two_factor_required: [signIn("dot"), { ...newKey, key: "session-dot" }],
  unauthorized: [
    signIn("ada", { password: "wrong" }),
    signIn("nobody"),
    { ...remove("cat"), headers: { Authorization: "Basic YWRhOmFkYQ==" } },
  ],
  unsupported_file_type: [
    { ...upload, headers: { "Content-Type": "image/svg+xml" } },
    importFrom("essay.html"),
  ],
  update_failed: [{ ...change, headers: broken("storage") }],
  upload_failed: [{ ...upload, body: new Uint8Array(8) }],
  validation_error: [
    { ...change, json: { title: "", labels: { place: 3 }, size: "large" } },
    { ...upload, path: `/images?title=${"x".repeat(81)}` },
    { ...signIn("ada"), json: { email: "ada" } },
  ],
};
