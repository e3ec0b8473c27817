/** The error handler of a service: whatever is thrown, the right answer, the same in every framework. */
import type { CatalogError, CatalogErrorOptions } from "../runtime/catalog-error.js";
import type { Finding, Problem, Role, ServerCatalog } from "../runtime/server-catalog.js";
import { bodyText } from "../runtime/wire/to-response.js";
import type { EncodedAnswer, EncodeOptions } from "../runtime/wire/wire-options.js";
import { addToVary } from "./add-headers.js";
import { chooseMedia } from "./choose-media.js";
import { type ErrorFor, errorFor, errorOf } from "./error-for.js";
import { guidedAnswer } from "./guidance-answer.js";
import { bindOperation, type Raise } from "./operation.js";
import { type Recognize, recognizeHttpError } from "./recognized.js";
import { pathOf, type ServerRequest } from "./server-request.js";
import type {
  ErrorHandlerSettings,
  FailureReport,
  ServerAnswer,
  ServerFormat,
} from "./settings.js";
import { type OutputOf, problemsOf, type StandardSchema } from "./standard-schema.js";
import { unwritableIn } from "./unwritable.js";

/** What an adapter says of a failure. */
export interface Failure<Native> {
  readonly native: Native;
  /** Recognizes the framework's own errors. */
  readonly recognize?: Recognize | undefined;
  /** What the framework knows of the request. */
  readonly finding?: Finding | undefined;
}

/** The error handler of a service. Adapters are made of it. */
export interface ErrorHandler<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Native,
> {
  /** What to answer to whatever was thrown; undefined where nobody waits for an answer. Never throws. */
  answer(
    thrown: unknown,
    request: ServerRequest,
    failure: Failure<Native>,
  ): ServerAnswer | undefined;
  /** The error that stands for a role, or the nearest that the catalog has. Never throws. */
  error(role: Role, finding?: Finding, options?: CatalogErrorOptions<never>): Known;
  /**
   * Validates a part of a request by a Standard Schema (zod, valibot, arktype and others).
   *
   * @throws the error for the role `validation`. It names places and never holds what was sent.
   */
  validate<Schema extends StandardSchema>(
    schema: Schema,
    value: unknown,
    part?: Problem["in"],
  ): Promise<OutputOf<Schema>>;
  /**
   * A handler that raises the codes of an operation alone: it gets their constructors. What else it raises of the
   * catalog leaves as the fallback in production; elsewhere it fails as an `UndeclaredError`.
   */
  operation<
    const Name extends keyof Operations & string,
    Handler extends (...args: never[]) => unknown,
  >(name: Name, make: (raise: Raise<Constructors, Operations, Name>) => Handler): Handler;
}

const markdown = "text/markdown";
const html = "text/html";

/** The error handler for a catalog. Frameworks have their own: `errdex/hono` and its neighbours take the same options. */
export function errorHandler<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Native = unknown,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Native>,
): ErrorHandler<Known, Constructors, Operations, Native> {
  const { formats, guidance, translations } = settings;
  const catalog = settings.catalog as ServerCatalog<Known>;
  const strict = settings.strict ?? !isProduction();
  const offered = [
    ...formats.map(({ media }) => media),
    ...(guidance ? [markdown, ...(settings.html ? [html] : [])] : []),
  ];

  function answer(
    thrown: unknown,
    request: ServerRequest,
    { native, recognize, finding }: Failure<Native>,
  ): ServerAnswer | undefined {
    const issues: string[] = [];
    const context = contextOf(native, issues);
    let found: ErrorFor<Known> = unexpected(thrown);
    let sent: ServerAnswer | undefined;
    try {
      const known = { method: request.method, path: pathOf(request), ...finding, context };
      found = errorFor(
        thrown,
        catalog,
        known,
        (each) => recognizeAborted(each, request) ?? recognize?.(each) ?? recognizeHttpError(each),
      );
      if (!found.isAborted && !request.isGone) sent = answerTo(found, request, context, issues);
    } catch {
      issues.push("the request could not be read");
      const { status, headers, body } = formats[0].encode(found.error);
      sent = { status, headers, body: bodyText(body) };
    }
    if (isPromise(thrown)) hearRejection(thrown, native, found, sent);
    const { error } = found;
    tell({ error, thrown, request: native, answer: sent, issues: [...found.issues, ...issues] });
    return sent;
  }

  function unexpected(cause: unknown): ErrorFor<Known> {
    return { error: catalog.fallback({ cause }), others: [], issues: [], isAborted: false };
  }

  function answerTo(
    { error, others }: ErrorFor<Known>,
    request: ServerRequest,
    context: Readonly<Record<string, unknown>> | undefined,
    issues: string[],
  ): ServerAnswer {
    const options: EncodeOptions = {
      ...settings.challenge,
      passThrough: settings.passThrough,
      translations,
      acceptLanguage: translations && request.header("accept-language"),
      context,
    };
    const chosen = offered.length > 1 ? chooseMedia(request.header("accept"), offered) : 0;
    const format = formats[chosen] ?? formats[0];
    const together = others.length > 0 && error.others === undefined;
    const encoded = format.encode(
      together ? new AggregateError([error, ...others]) : error,
      options,
    );
    issues.push(
      ...unwritableIn(error).map((pointer) => `the answer lacks ${pointer || "the fields"}`),
    );
    if (others.length > 0) issues.push(...unsentOthers(others, format, encoded));
    const said = formats[chosen] ? undefined : guidance?.of(error.code);
    const guided = said && guidedAnswer(said, error.code, encoded, offered[chosen] === html);
    const { status, headers, body } = guided ?? encoded;
    const isBare = request.method === "HEAD" || status === 204 || status === 304;
    return {
      status,
      headers:
        offered.length > 1
          ? { ...headers, Vary: addToVary(headers.Vary ?? "", "Accept") }
          : headers,
      body: isBare ? undefined : bodyText(body),
    };
  }

  function contextOf(
    native: Native,
    issues: string[],
  ): Readonly<Record<string, unknown>> | undefined {
    try {
      return settings.context?.(native) as Readonly<Record<string, unknown>> | undefined;
    } catch {
      issues.push("context threw");
      return undefined;
    }
  }

  /** What a promise that was thrown is rejected with, which would else end the process. */
  function hearRejection(
    thrown: Promise<unknown>,
    native: Native,
    { error }: ErrorFor<Known>,
    sent: ServerAnswer | undefined,
  ): void {
    thrown.catch((reason: unknown) => {
      tell({
        error,
        thrown: reason,
        request: native,
        answer: sent,
        issues: ["a promise was thrown"],
      });
    });
  }

  function tell(report: FailureReport<Known, Native>): void {
    try {
      settings.report?.(report);
    } catch {
      // See `report`.
    }
  }

  const error = (role: Role, finding: Finding = {}, options: CatalogErrorOptions<never> = {}) =>
    errorOf({ role }, catalog, finding, options).error;

  return {
    answer,
    error,
    async validate(schema, value, part) {
      const result = await schema["~standard"].validate(value);
      if (result.issues === undefined) return result.value as never;
      throw error("validation", { problems: problemsOf(result.issues, value, part) });
    },
    operation(name, make) {
      const raise = settings.catalog.constructors as unknown as Parameters<typeof make>[0];
      return bindOperation(make(raise), { catalog, operation: name, strict });
    },
  };
}

function recognizeAborted(thrown: unknown, { isGone }: ServerRequest) {
  const { name, code } = (thrown ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  const isAbort = name === "AbortError" || code === "ECONNRESET" || code === "ABORT_ERR";
  return isGone && isAbort ? ({ role: "aborted" } as const) : undefined;
}

/** The others that the format has no place for. */
function unsentOthers<Known extends CatalogError>(
  others: readonly Known[],
  format: ServerFormat<Known>,
  encoded: EncodedAnswer,
): readonly string[] {
  const sent = format.decode(encoded).others?.length ?? 0;
  const lacking = others.length - sent;
  return lacking > 0 ? [`the answer lacks ${lacking} of ${others.length} errors beside it`] : [];
}

/** A real one: of what only has a `then`, nobody knows what it does. */
function isPromise(thrown: unknown): thrown is Promise<unknown> {
  try {
    return thrown instanceof Promise;
  } catch {
    return false;
  }
}

function isProduction(): boolean {
  const platform = globalThis as unknown as Readonly<
    Record<string, { readonly env?: Readonly<Record<string, string | undefined>> } | undefined>
  >;
  return platform.process?.env?.NODE_ENV === "production";
}
