/** The entry `errdex/nest`: Nest on Express. */
import type { Request } from "express";
import type { CatalogError } from "../runtime/catalog-error.js";
import {
  type ClassValidatorError,
  classValidatorProblems,
} from "../server/class-validator-problems.js";
import { memberOf } from "../server/member-of.js";
import { isErrorStatus, type Recognized, recognizeHttpError } from "../server/recognized.js";
import type { NodeResponse } from "../server/send-to-node.js";
import type { ErrorHandlerSettings } from "../server/settings.js";
import { type ExpressAnswers, type ExpressRequest, expressAnswers } from "./express-answers.js";

export type { ClassValidatorError } from "../server/class-validator-problems.js";
export type { ClientErrorListener, NodeSocket } from "../server/client-error.js";

export type { NodeRequest, NodeResponse } from "../server/send-to-node.js";
export type { ExpressAnswers, ExpressRequest } from "./express-answers.js";
export type { RoutedApp, RoutedRequest } from "./express-methods.js";

/** What a filter is given: Nest's `ArgumentsHost`. */
export interface NestHost {
  getType(): string;
  switchToHttp(): { getRequest(): unknown; getResponse(): unknown };
}

/** Answers of a Nest application to whatever fails. */
export interface NestErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Native extends ExpressRequest,
> extends Pick<
    ExpressAnswers<Known, Constructors, Operations, Native>,
    "error" | "validate" | "operation" | "onlyJson" | "clientError"
  > {
  /** For `app.useGlobalFilters`: answers to what controllers, guards, pipes and Nest itself throw. */
  readonly filter: { catch(thrown: unknown, host: NestHost): void };
  /** For `new ValidationPipe(…)`: what class-validator finds becomes the error for the role `validation`. */
  readonly pipeOptions: { exceptionFactory(errors: readonly ClassValidatorError[]): Known };
}

/** The error handler for Nest. */
export function nestErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Native extends ExpressRequest = Request,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Native, undefined>,
): NestErrors<Known, Constructors, Operations, Native> {
  const { answer, notFound, ...rest } = expressAnswers(settings);
  return {
    ...rest,
    filter: {
      catch(thrown, host) {
        // What other protocols answer is not HTTP.
        if (host.getType() !== "http") throw thrown;
        const http = host.switchToHttp();
        const request = http.getRequest() as Native;
        const response = http.getResponse() as NodeResponse;
        if (isOfRouter(thrown, request)) notFound(request, response);
        else answer(thrown, request, response, recognizeException);
      },
    },
    pipeOptions: {
      exceptionFactory: (errors) =>
        rest.error("validation", { problems: classValidatorProblems(errors, "body") }),
    },
  };
}

/** What Nest throws where no route is for a request, and nobody else would say. */
function isOfRouter(thrown: unknown, { method, originalUrl }: ExpressRequest): boolean {
  try {
    return (
      statusOf(thrown) === 404 && memberOf(thrown, "message") === `Cannot ${method} ${originalUrl}`
    );
  } catch {
    return false;
  }
}

/** `HttpException`, by what it has, and what it was made of: the errors of Express and its parsers. */
function recognizeException(thrown: unknown): Recognized | undefined {
  const status = statusOf(thrown);
  if (status === undefined || typeof memberOf(thrown, "getResponse") !== "function")
    return recognizeHttpError(thrown);
  return (
    recognizeHttpError(memberOf(thrown, "cause")) ??
    (isErrorStatus(status) ? { status } : undefined)
  );
}

function statusOf(thrown: unknown): unknown {
  const getStatus = memberOf(thrown, "getStatus");
  return typeof getStatus === "function" ? getStatus.call(thrown) : undefined;
}
