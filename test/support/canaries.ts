/**
 * Thirty texts that must not get out, and the values to throw that carry them.
 *
 * `thrownValues()` gives the values, `canariesIn(text, allowed)` the canaries that a text has and must not have:
 *
 *     for (const [name, thrown] of thrownValues()) {
 *       const answer = await answerTo(thrown);
 *       expect(canariesIn(answer), name).toEqual([]);
 *     }
 */
import { runInThisContext } from "node:vm";
import {
  captureStackTrace,
  createError,
  type ErrorEntry,
  hideFields,
} from "../../src/runtime/generated.js";

/**
 * What kind of text a canary is:
 *
 * - `frame`: the frames of a stack, the paths in them too
 * - `foreign`: what a foreign error says, the causes too
 * - `credential`: what has the shape of one, in what a foreign error says
 * - `member`: what else foreign errors and thrown objects have
 * - `secret`: a secret value of a catalog error
 * - `internal`: an internal field
 */
export type CanaryKind = "frame" | "foreign" | "credential" | "member" | "secret" | "internal";

/** By name: what a text is searched for, and what kind it is. */
const canaries = {
  frame: ["frame", "cnryFrame01"],
  path: ["frame", "/srv/cnry02"],
  "thrown text": ["foreign", "cnry03-said"],
  "foreign message": ["foreign", "cnry04-said"],
  "cause, first": ["foreign", "cnry05-said"],
  "cause, second": ["foreign", "cnry06-said"],
  "cause, third": ["foreign", "cnry07-said"],
  "cause that is a text": ["foreign", "cnry08-said"],
  "aggregated error": ["foreign", "cnry09-said"],
  "password in a DSN": ["credential", "cnry10/p@ss"],
  "user in a DSN": ["credential", "cnry11user"],
  "bearer token": ["credential", "cnry12.tok-en_x"],
  "basic credentials": ["credential", "Y25yeTEzOnB3"],
  "signature of a query": ["credential", "cnry14sig"],
  "token of a query": ["credential", "cnry15t"],
  "JSON Web Token": ["credential", "eyJhbGciOiJub25lIn0.eyJjbnJ5IjoxNn0"],
  "password of a connection string": ["credential", "cnry17pw"],
  "key in JSON": ["credential", "cnry18key"],
  "private key": ["credential", "MIIcnry19"],
  "first line of a stack": ["member", "cnry20-title"],
  getter: ["member", "cnry21-got"],
  "getter of a class": ["member", "cnry22-got"],
  "headers of a request": ["member", "cnry23-header"],
  "detail of a thrown object": ["member", "cnry24-detail"],
  "text that an object becomes": ["member", "cnry25-text"],
  "secret field": ["secret", "cnry26-secret"],
  "secret in an object": ["secret", "https://img.example/up?t=cnry27&sig=x"],
  "secret in a list": ["secret", "cnry28-secret"],
  "secret of a cause": ["secret", "cnry29-secret"],
  "internal field": ["internal", "cnry30-internal"],
  "internal object": ["internal", "cnry31-internal"],
  "internal field of a cause": ["internal", "cnry32-internal"],
} as const satisfies Record<string, readonly [CanaryKind, string]>;

/** The name of a canary. */
export type CanaryName = keyof typeof canaries;

/** All names. */
export const canaryNames = Object.keys(canaries) as readonly CanaryName[];

const textOf = (name: CanaryName): string => canaries[name][1];

/** The canaries that the text has, other than those of the kinds that it may have. Escapes of JSON and HTML are looked through. */
export function canariesIn(
  text: string,
  allowed: readonly CanaryKind[] = [],
): readonly CanaryName[] {
  const plain = text.replaceAll("\\/", "/").replaceAll(/&amp;|\\u0026/g, "&");
  return canaryNames.filter(
    (name) => !allowed.includes(canaries[name][0]) && plain.includes(textOf(name)),
  );
}

/** The settings that frameworks go by. `undefined`: not set. */
export const nodeEnvironments = [undefined, "production", "development"] as const;

/** Runs with a value of NODE_ENV, and puts back what was there. */
export async function withNodeEnvironment<T>(
  value: string | undefined,
  run: () => Promise<T> | T,
): Promise<T> {
  const { NODE_ENV: before } = process.env;
  setNodeEnvironment(value);
  try {
    return await run();
  } finally {
    setNodeEnvironment(before);
  }
}

function setNodeEnvironment(value: string | undefined): void {
  if (value === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = value;
}

/** What an error of a catalog carries. Whoever has a catalog of their own makes such an error of it. */
export interface CanaryParts {
  readonly cause?: unknown;
  /** For secret fields. */
  readonly secret: string;
  /** For internal fields. */
  readonly internal: string;
}

const entry: ErrorEntry = {
  ...{ catalog: "canaries", code: "link_old", status: 500 },
  fields: ["token", "action", "links", "limit"],
  secret: [["token"], ["action", "url"], ["links", "*"]],
  hide: hideFields("token", "action", "links", "trace", "shard"),
};

/** An error of a catalog with every secret and internal canary. */
export function catalogErrorOf({ cause, secret, internal }: CanaryParts): Error {
  const error = createError(entry, () => "The link is too old.", { cause });
  error.token = secret;
  error.action = { type: "upgrade", url: textOf("secret in an object"), label: "Go" };
  error.links = [textOf("secret in a list"), "short"];
  error.limit = 5;
  error.trace = internal;
  error.shard = { host: [textOf("internal object")] };
  if (error.stack === undefined) captureStackTrace(error, catalogErrorOf);
  return error;
}

/** Errors made in a file of another path, by a function with another name. */
const cnryFrame: (make: () => Error) => Error = runInThisContext(
  `(function ${textOf("frame")}(make) { return make(); })`,
  { filename: `${textOf("path")}/app.js` },
);

function foreign(message: string, options?: ErrorOptions): Error {
  return cnryFrame(() => new Error(message, options));
}

class DriverError extends Error {
  get connection(): string {
    return textOf("getter of a class");
  }
}

/** Everything that can be thrown with a canary in it, by a name that says what it is. */
export function thrownValues(
  own: (parts: CanaryParts) => unknown = catalogErrorOf,
): ReadonlyMap<string, unknown> {
  const secret = textOf("secret field");
  const internal = textOf("internal field");
  const said = (...names: readonly CanaryName[]) => names.map(textOf);
  const [dsnUser, dsnPassword] = said("user in a DSN", "password in a DSN");
  const messages = {
    "a DSN": `connect postgres://${dsnUser}:${dsnPassword}@db.example:5432/prod failed`,
    "a bearer token": `refused: Authorization: Bearer ${textOf("bearer token")} is too old`,
    "basic credentials": `401 for Basic ${textOf("basic credentials")}`,
    "a signed link": `Failed to parse URL from https://img.example/up?t=${textOf("token of a query")}&exp=9&sig=${textOf("signature of a query")}`,
    "a JSON Web Token": `jwt malformed: ${textOf("JSON Web Token")}.abc`,
    "a connection string": `Server=db;User Id=sa;Password=${textOf("password of a connection string")};`,
    "a key in JSON": `Unexpected end of {"apiKey": "${textOf("key in JSON")}"`,
    "a private key": `bad key -----BEGIN RSA PRIVATE KEY-----\n${textOf("private key")}\n-----END RSA PRIVATE KEY-----`,
  };
  const chain = foreign(textOf("cause, first"), {
    cause: foreign(textOf("cause, second"), { cause: foreign(textOf("cause, third")) }),
  });
  const titled = foreign("short");
  titled.stack = `Error: ${textOf("first line of a stack")}\n${titled.stack?.split("\n").slice(1).join("\n")}`;
  const got = Object.defineProperties(new DriverError("driver"), {
    dsn: { enumerable: true, get: () => textOf("getter") },
    [Symbol("dsn")]: { enumerable: true, get: () => textOf("getter") },
  });
  const request = Object.assign(foreign("Request failed with status code 500"), {
    config: { headers: { Authorization: textOf("headers of a request") } },
    status: 500,
  });
  const inner = own({
    secret: textOf("secret of a cause"),
    internal: textOf("internal field of a cause"),
  });
  const text = {
    toString: () => textOf("text that an object becomes"),
    detail: textOf("detail of a thrown object"),
  };
  const thrown: [string, unknown][] = [
    ["a text", textOf("thrown text")],
    ["a foreign error", foreign(textOf("foreign message"))],
    ...Object.entries(messages).flatMap(([name, message]): [string, unknown][] => [
      [`a foreign error with ${name}`, foreign(message)],
      [`a text with ${name}`, message],
      [
        `a catalog error with a cause with ${name}`,
        own({ secret, internal, cause: foreign(message) }),
      ],
    ]),
    ["a chain of causes", chain],
    ["an AggregateError", new AggregateError([foreign(textOf("aggregated error"))], "several")],
    ["a stack with another title", titled],
    ["an error with getters", got],
    ["an error of a request", request],
    ["an object", text],
    ["a catalog error", own({ secret, internal })],
    ["a foreign error with a catalog error as its cause", foreign("wrapped", { cause: inner })],
  ];
  const causes = [chain, titled, got, request, text, inner, textOf("cause that is a text")];
  for (const [index, cause] of causes.entries())
    thrown.push([`a catalog error with cause ${index + 1}`, own({ secret, internal, cause })]);
  return new Map(thrown);
}
