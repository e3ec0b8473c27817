/** The error handler of a service: whatever is thrown, the right answer, the same in every framework. */
import type { CatalogError, CatalogErrorOptions } from "../runtime/catalog-error.js";
import { memberIn, ownMembers } from "../runtime/own-member.js";
import type { Finding, Problem, Role, ServerCatalog } from "../runtime/server-catalog.js";
import { bodyText } from "../runtime/wire/to-response.js";
import { answerWriter } from "./answer-writer.js";
import { type ErrorFor, errorFor, errorOf } from "./error-for.js";
import { hearRejection, isPromise } from "./hear-rejection.js";
import { memberOf } from "./member-of.js";
import { type BindOperation, bindOperation } from "./operation.js";
import { type Recognize, recognizeHttpError } from "./recognized.js";
import { pathOf, type ServerRequest } from "./server-request.js";
import type { ErrorHandlerSettings, FailureReport, ServerAnswer } from "./settings.js";
import { type OutputOf, problemsOf, type StandardSchema } from "./standard-schema.js";

/** What an adapter says of a failure. */
export interface Failure<Native> {
  /** Undefined where nothing of the request could be read. */
  readonly native: Native | undefined;
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
  /** A handler that raises the codes of an operation alone. */
  readonly operation: BindOperation<Constructors, Operations, (...args: never[]) => unknown>;
}

/** The error handler for a catalog. Frameworks have their own: `errdex/hono` and its neighbours take the same options. */
export function errorHandler<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Native = unknown,
  Unread extends undefined = never,
>(
  given: ErrorHandlerSettings<Known, Constructors, Operations, Context, Native, Unread>,
): ErrorHandler<Known, Constructors, Operations, Native> {
  // Without a prototype, so that it stays as it was given.
  const settings = { __proto__: null, ...given } as unknown as typeof given;
  const catalog = settings.catalog as ServerCatalog<Known>;
  const strict = settings.strict ?? !isProduction();
  const write = answerWriter(settings);

  function answer(
    thrown: unknown,
    request: ServerRequest,
    failure: Failure<Native>,
  ): ServerAnswer | undefined {
    const { native, recognize, finding } = ownMembers(failure);
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
      if (!found.isAborted && !isGone(request)) {
        const written = write(found, request, context);
        sent = written.answer;
        issues.push(...written.issues);
      }
    } catch {
      issues.push("the request could not be read");
      const { status, headers, body } = settings.formats[0].encode(found.error);
      sent = { status, headers, body: bodyText(body) };
    }
    const report = { error: found.error, request: native, answer: sent };
    if (isPromise(thrown))
      hearRejection(thrown, (reason) =>
        tell({ ...report, thrown: reason, issues: ["a promise was thrown"] }),
      );
    tell({ ...report, thrown, issues: [...found.issues, ...issues] });
    return sent;
  }

  function unexpected(cause: unknown): ErrorFor<Known> {
    return { error: catalog.fallback({ cause }), others: [], issues: [], isAborted: false };
  }

  function contextOf(
    native: Native | undefined,
    issues: string[],
  ): Readonly<Record<string, unknown>> | undefined {
    try {
      return (native === undefined ? undefined : settings.context?.(native)) as
        | Readonly<Record<string, unknown>>
        | undefined;
    } catch {
      issues.push("context threw");
      return undefined;
    }
  }

  function tell(report: FailureReport<Known, Native | undefined>): void {
    try {
      // An `async` one fits its type.
      const told: unknown = settings.report?.(report as FailureReport<Known, Native>);
      if (isPromise(told)) hearRejection(told, () => {});
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
      const issues = memberIn(result, "issues");
      if (issues === undefined) return (result as { readonly value: unknown }).value as never;
      throw error("validation", { problems: problemsOf(issues, value, part) });
    },
    operation: (name: string, make: (raise: never) => (...args: never[]) => unknown) => {
      const handler = make(settings.catalog.constructors as never);
      return bindOperation(handler, { catalog, operation: name, strict }) as never;
    },
  };
}

function isGone(request: ServerRequest): boolean {
  return memberIn(request, "isGone") === true;
}

function recognizeAborted(thrown: unknown, request: ServerRequest) {
  const code = memberOf(thrown, "code");
  const isAbort =
    memberOf(thrown, "name") === "AbortError" || code === "ECONNRESET" || code === "ABORT_ERR";
  return isAbort && isGone(request) ? ({ role: "aborted" } as const) : undefined;
}

function isProduction(): boolean {
  const platform = globalThis as unknown as Readonly<
    Record<string, { readonly env?: Readonly<Record<string, string | undefined>> } | undefined>
  >;
  return platform.process?.env?.NODE_ENV === "production";
}
