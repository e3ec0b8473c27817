/** Problem types, RFC 9457 section 3.1.1: compared as the URIs that they resolve to. */

/** The code that a problem type stands for; an empty text where it stands for none. `docs` has `{code}` in it. */
export function codeOfType(type: string, docs: string | undefined): string {
  const [prefix = "", suffix = ""] = docs?.split("{code}") ?? [];
  const uri = URL.canParse(type, prefix) ? new URL(type, prefix).href : type;
  const isOurs = uri.startsWith(prefix) && uri.endsWith(suffix);
  return isOurs ? uri.slice(prefix.length, uri.length - suffix.length) : "";
}
