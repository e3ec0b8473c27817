/** Foreign texts for logs: what has the shape of a credential is replaced. */

const redacted = "[redacted]";

/** What stands between white space and quotes. */
const word = /[^\s"'<>`]+/g;

/** `Authorization` values (RFC 9110 section 11.4); words that people write after the scheme are none. */
const scheme =
  /\b(Bearer|Basic|DPoP|Negotiate) +(?!(?:auth\w*|challenge|credentials?|error|headers?|schemes?|tokens?)\b)[\w.~+/=-]{4,}/gi;

/** JSON Web Tokens (RFC 7519), and keys that say by their first letters what they are. */
const key =
  /(?<![\w-])(?:eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*|[spr]k_(?:live|test)_\w+|gh[opsu]_\w{20,}|github_pat_\w+|xox[a-z]-[\w-]+|A[KS]IA[A-Z\d]{16}|AIza[\w-]{30,})/g;

/** `password=…`, `"apiKey": "…"`: the value alone. A lookbehind, so that it costs the same wherever it is tried. */
const named =
  /(?<=(?:pass(?:word|wd|phrase)|pwd|secret|sig|signature|token|(?:access|account|api|private|secret|shared|signing)[_-]?key|authorization|cookie|credentials?|session(?:[_-]?id)?)["']?(?:\s?=\s?["']?|:\s?["']|:)|(?:authorization|cookie|key|pass(?:word|wd|phrase)|pwd)["']?:\s{1,2})[^\s&"',;<>]+/gi;

const pem = /-----BEGIN [^-]*PRIVATE KEY-----[^-]*(?:-----END [^-]*-----)?/g;

/**
 * The text without user names and passwords of URLs, queries, values of `Authorization`, tokens, private keys, and
 * values with a name such as `password`. It goes by their shapes, so it is a net and no promise. Takes linear time.
 */
export function maskCredentials(text: string): string {
  return maskKeys(text.replace(word, maskUrl));
}

/** As {@link maskCredentials}, but queries stay: bundlers put them into the names of files. */
export function maskKeys(text: string): string {
  return text
    .replace(pem, redacted)
    .replace(word, maskUserInfo)
    .replace(scheme, `$1 ${redacted}`)
    .replace(key, redacted)
    .replace(named, redacted);
}

function maskUrl(url: string): string {
  const query = url.indexOf("?");
  return query >= 0 && url.includes("=", query) ? `${url.slice(0, query)}?${redacted}` : url;
}

// To the last `@`: a password that nobody encoded may have a `/` or an `@` in it.
function maskUserInfo(url: string): string {
  const start = url.indexOf("://") + 3;
  const end = url.lastIndexOf("@");
  if (start < 3 || end < start) return url;
  const info = url.slice(start, end);
  const isPath = /[/?#]/.test(info) && !info.includes(":");
  return isPath ? url : `${url.slice(0, start)}${redacted}${url.slice(end)}`;
}
