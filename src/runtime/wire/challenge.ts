/** `WWW-Authenticate`: RFC 6750 section 3 for Bearer, RFC 9449 section 7.1 for DPoP. */
/** What a service says of how to sign in. Set once, for every answer. */
export interface ChallengeOptions {
  readonly realm?: string;
  /** Default: `["Bearer"]`. */
  readonly schemes?: readonly ("Bearer" | "DPoP")[];
  /** The algorithms that DPoP proofs may use, such as `["ES256"]`. */
  readonly algs?: readonly string[];
}

/** What an entry says of the challenge that goes with it. */
export interface ChallengeRow {
  /** Absent: a bare challenge. */
  readonly error?: string;
  /** Absent: every scheme of the service. */
  readonly scheme?: "Bearer" | "DPoP";
  /** The field that says which scope is needed. */
  readonly scope?: string;
}

/** The value of the header: a challenge for each scheme. */
export function challengeHeader(
  row: ChallengeRow,
  scope: unknown,
  options: ChallengeOptions,
): string {
  const { realm, algs, schemes: named } = options;
  // RFC 9110 section 15.5.2: there has to be a challenge, so that no scheme means the usual one.
  const all = named?.length ? named : (["Bearer"] as const);
  const schemes =
    row.scheme !== undefined && !all.includes(row.scheme) ? [...all, row.scheme] : all;
  return schemes
    .map((scheme) => {
      const isMeant = row.scheme === undefined || row.scheme === scheme;
      const attributes = [
        attribute("realm", realm),
        attribute("error", isMeant ? row.error : undefined),
        attribute("scope", isMeant ? scope : undefined),
        attribute("algs", scheme === "DPoP" ? algs?.join(" ") : undefined),
      ].filter((text) => text !== "");
      return attributes.length === 0 ? scheme : `${scheme} ${attributes.join(", ")}`;
    })
    .join(", ");
}

// RFC 6750 section 3: %x20-21 / %x23-5B / %x5D-7E alone.
function attribute(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") return "";
  return `${name}="${value.replace(/[^\u0020-\u0021\u0023-\u005b\u005d-\u007e]/g, "?")}"`;
}
