/** What of a link is signed, in one form for all ways to write it. */

/** A parameter of a query. `value` is undefined in `?name`, without a `=`. */
export interface Parameter {
  readonly name: string;
  readonly value: string | undefined;
}

/** A link, taken apart. */
export interface LinkParts {
  /** Scheme and host; empty where the link begins with its path. */
  readonly origin: string;
  readonly path: string;
  /** Whether the path stands there as it is signed: a router may read `/x/%2e%2e/b` otherwise than as `/b`. */
  readonly isPathAsWritten: boolean;
  /** With its `?`. */
  readonly query: string;
  /** With its `#`. */
  readonly fragment: string;
  readonly parameters: readonly Parameter[];
}

/** The names of the parameters that signing adds. */
export const ownParameters: readonly string[] = ["t", "exp", "nbf", "kid", "sig"];

const longest = 8192;

/** Undefined where it is no link, is too long, or has a query that is no UTF-8. Never throws. */
export function linkParts(link: unknown): LinkParts | undefined {
  try {
    const text = String(link);
    if (text.length > longest) return undefined;
    // A path that begins with two slashes would be taken for a host.
    const isPath = text.startsWith("/");
    const { origin, pathname, search, hash } = new URL(
      isPath ? `http://path.invalid${text}` : text,
    );
    return {
      origin: isPath ? "" : origin,
      path: pathname,
      isPathAsWritten: pathname === (writtenPath(text) || "/"),
      query: search,
      fragment: hash,
      parameters: search.slice(1).split("&").filter(Boolean).map(parameterOf),
    };
  } catch {
    return undefined;
  }
}

/** The path of a link, as its text has it. */
function writtenPath(text: string): string {
  return text.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
}

/** @throws URIError where it is no UTF-8: several such would read as one. */
function parameterOf(text: string): Parameter {
  const [, name = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const read = (part: string) => decodeURIComponent(part.replaceAll("+", " "));
  return { name: read(name), value: value === undefined ? undefined : read(value) };
}

/**
 * The text that is signed: method, path, and all parameters but `sig`, by their names. Those of one name keep their
 * order. Each part is encoded, so none can reach into the next.
 */
export function signedText(method: string, { path, parameters }: LinkParts): string {
  const signed = parameters
    .filter(({ name }) => name !== "sig")
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const lines = signed.map(({ name, value }) => {
    const text = encodeURIComponent(name);
    return value === undefined ? text : `${text}=${encodeURIComponent(value)}`;
  });
  return ["errdex link 1", method.toUpperCase(), path, ...lines].join("\n");
}
