/** The headers of an answer. */
import { formatMessage } from "../format-message.js";
import { memberIn } from "../own-member.js";
import { challengeHeader } from "./challenge.js";
import type { Fill, Scope } from "./fill.js";
import type { EncodeOptions } from "./wire-options.js";
import type { EncodeRow, EncodeSpec } from "./wire-spec.js";

/** What the headers of a code's answers are made of. */
export interface HeaderWriter {
  readonly extra: EncodeRow;
  readonly headers: readonly { readonly name: string; readonly fill: Fill }[];
}

/** The headers that the format, the code and HTTP itself ask for. */
export function answerHeaders(
  { extra, headers }: HeaderWriter,
  { media = "application/json", headers: fixed }: EncodeSpec,
  scope: Scope,
  body: unknown,
  options: EncodeOptions,
): Record<string, string> {
  const result: Record<string, string> = {};
  if (body !== undefined) result["Content-Type"] = media;
  if (fixed !== undefined) Object.assign(result, fixed);
  for (const { name, fill } of headers) setHeader(result, name, fill(scope));
  if (scope.delay !== undefined && headerName(result, "Retry-After") === undefined) {
    setHeader(result, "Retry-After", Math.ceil(scope.delay));
  }
  const { headers: templates, challenge } = extra;
  // What a format says of how to sign in is more than a challenge of ours, unless it is a bare one.
  const said = memberIn(result, headerName(result, "WWW-Authenticate") ?? "");
  const isBare = !said?.includes("=") && (said === undefined || challenge !== undefined);
  if (isBare && (challenge !== undefined || scope.status === 401)) {
    const scopeNeeded = scope.error[challenge?.scope ?? ""];
    setHeader(result, "WWW-Authenticate", challengeHeader(challenge ?? {}, scopeNeeded, options));
  }
  // Has no prototype, as the rest of a specification.
  for (const name in templates)
    setHeader(result, name, formatMessage([templates[name] as string], scope.error));
  if (body !== undefined && options.translations?.length) {
    setHeader(result, "Vary", varyByLanguage(memberIn(result, headerName(result, "Vary") ?? "")));
    setHeader(result, "Content-Language", scope.language);
  }
  // RFC 6585 section 4: a cache must not store it.
  if (scope.status === 429) setHeader(result, "Cache-Control", "no-store");
  return result;
}

/** Vary with Accept-Language among its names (RFC 9110 section 12.5.5). */
function varyByLanguage(vary: string | undefined): string {
  const names = vary?.split(",").map((name) => name.trim().toLowerCase()) ?? [];
  if (names.includes("*") || names.includes("accept-language")) return vary as string;
  return vary ? `${vary}, Accept-Language` : "Accept-Language";
}

function headerName(headers: object, name: string): string | undefined {
  return Object.keys(headers).find((each) => each.toLowerCase() === name.toLowerCase());
}

function setHeader(headers: Record<string, string>, name: string, value: unknown): void {
  if (value === undefined) return;
  const items = Array.isArray(value) ? value : [value];
  // What is inside something else has no form in a header.
  if (items.some((item) => typeof item === "object")) return;
  const text = items.join(", ");
  if (isHeaderText(text)) headers[headerName(headers, name) ?? name] = text;
}

/** Whether a text can stand in a header: a line end would begin another one. */
export function isHeaderText(text: string): boolean {
  return /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(text);
}
