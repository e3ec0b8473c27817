/** What the types of the shipped module promise. Compiled, never run. */
import {
  type AccountError,
  type AnyByCode,
  authRequired,
  type ErrorByCode,
  type ErrorCode,
  encode,
  fetchFailed,
  fromJSON,
  type Handlers,
  hasCode,
  type httpStatus,
  type ImageHostingError,
  isAccountError,
  isImageHostingError,
  isRetryable,
  match,
  type NotFound,
  type QuotaExceeded,
  type RateLimited,
  type RetryableError,
  type statuses,
  type UnrecognizedError,
  type UpgradeAction,
  type UploadImageError,
  type VerifyAction,
} from "../../src/image-hosting/index.js";
import { de } from "../../src/image-hosting/locales/de.js";
import { imgPro } from "../../src/image-hosting/wire.js";
import { type CatalogError, type Translation, translate } from "../../src/runtime/index.js";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where both types are the same. */
declare function same<A, B>(yes: Same<A, B>): void;

export function switchesAreExhaustive(error: RateLimited | QuotaExceeded | UnrecognizedError) {
  switch (error.code) {
    case "rate_limited":
      same<typeof error, RateLimited>(true);
      return error.retry_after;
    case "quota_exceeded":
      same<typeof error.action, UpgradeAction | VerifyAction>(true);
      return error.action.type === "upgrade" ? error.action.url : error.usage.plan;
    case "unrecognized":
      same<typeof error, UnrecognizedError>(true);
      return error.receivedCode ?? error.received.body;
    default:
      return error satisfies never;
  }
}

export function matchInfersItsResult(error: RateLimited | QuotaExceeded, any: ImageHostingError) {
  const mixed = match(error, {
    rate_limited: ({ retry_after }) => retry_after ?? 0,
    quota_exceeded: async ({ usage }) => usage,
  });
  same<typeof mixed, number | Promise<QuotaExceeded["usage"]>>(true);
  const one = match(authRequired(), { auth_required: (error) => error.status });
  same<typeof one, 401>(true);
  const table = {} as Handlers<boolean>;
  same<ReturnType<(typeof table)["not_found"]>, boolean>(true);
  same<Parameters<(typeof table)["not_found"]>, [error: NotFound]>(true);
  const result = match(any, table);
  same<typeof result, boolean>(true);
  const decoded = match(fromJSON(undefined), { ...table, unrecognized: (error) => error.received });
  same<typeof decoded, boolean | UnrecognizedError["received"]>(true);
}

export function guardsNarrow(value: unknown, error: ImageHostingError | UnrecognizedError) {
  if (hasCode(value, "rate_limited", "quota_exceeded")) {
    same<typeof value, RateLimited | QuotaExceeded>(true);
  }
  if (hasCode(error, "quota_exceeded")) same<typeof error, QuotaExceeded>(true);
  else same<typeof error.code, Exclude<ErrorCode, "quota_exceeded"> | "unrecognized">(true);
  if (isImageHostingError(value)) same<typeof value, ImageHostingError>(true);
  if (isRetryable(value)) same<typeof value.code, ErrorCode | "unrecognized">(true);
  const retryable: readonly RetryableError["code"][] = ["rate_limited", "storage_error"];
  if (isAccountError(value)) same<typeof value, AccountError>(true);
  const codes: readonly ErrorCode[] = ["not_found"];
  if (hasCode(value, ...codes, ...retryable)) same<typeof value, ImageHostingError>(true);
}

export function unionsNarrow(upload: UploadImageError, list: readonly ImageHostingError[]) {
  if (upload.code === "quota_exceeded") same<typeof upload, QuotaExceeded>(true);
  const wider: ImageHostingError = upload;
  const base: CatalogError = wider;
  const quotas = list.filter((error) => hasCode(error, "quota_exceeded"));
  same<typeof quotas, QuotaExceeded[]>(true);
  return [base, wider];
}

export function tablesAreLiteral() {
  same<(typeof httpStatus)["quota_exceeded"], 403>(true);
  same<(typeof statuses)["fetch_failed"], readonly [502, 504]>(true);
  same<keyof typeof httpStatus, ErrorCode>(true);
  same<keyof AnyByCode, ErrorCode | "unrecognized">(true);
  same<ErrorByCode["not_found"], NotFound>(true);
  const status: 502 | 504 = fetchFailed({ status: 504 }).status;
  return status;
}

export function answersInALanguage(error: ImageHostingError, request: Request) {
  same<typeof de, Translation>(true);
  encode(error, { translations: [de], acceptLanguage: request.headers.get("accept-language") });
  imgPro.encode(authRequired(), { translations: [de], acceptLanguage: undefined });
  // @ts-expect-error The language is a translation, not its tag.
  encode(error, { translations: ["de"] });
  const { title, message } = translate(error as ImageHostingError | UnrecognizedError, de);
  same<typeof title, string | undefined>(true);
  same<typeof message, string>(true);
}
