/** The entry `errdex/express`: Express 5 and 4. */
import type { Request } from "express";
import type { CatalogError } from "../runtime/catalog-error.js";
import { recognizeHttpError, recognizeStatus } from "../server/recognized.js";
import type { NodeResponse } from "../server/send-to-node.js";
import type { ErrorHandlerSettings } from "../server/settings.js";
import { type ExpressAnswers, type ExpressRequest, expressAnswers } from "./express-answers.js";

export type { ClientErrorListener, NodeSocket } from "../server/client-error.js";
export type { NodeRequest, NodeResponse } from "../server/send-to-node.js";
export type { ExpressAnswers, ExpressRequest } from "./express-answers.js";
export type { RoutedApp, RoutedRequest } from "./express-methods.js";

/** Answers of an Express app to whatever fails. */
export interface ExpressErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Native extends ExpressRequest,
> extends Omit<ExpressAnswers<Known, Constructors, Operations, Native>, "answer"> {
  /** For `app.use`, last: answers to what was thrown. Express knows it by its four parameters. */
  onError(
    thrown: unknown,
    request: Native,
    response: NodeResponse,
    next: (thrown?: unknown) => void,
  ): void;
}

/** The error handler for Express. */
export function expressErrors<
  Known extends CatalogError,
  Constructors extends object,
  Operations extends object,
  Context,
  Native extends ExpressRequest = Request,
>(
  settings: ErrorHandlerSettings<Known, Constructors, Operations, Context, Native, undefined>,
): ExpressErrors<Known, Constructors, Operations, Native> {
  const { answer, ...rest } = expressAnswers(settings);
  return {
    ...rest,
    // Express counts the parameters.
    onError(thrown, request, response, _next) {
      const recognize = (each: unknown) => recognizeHttpError(each) ?? recognizeStatus(each);
      answer(thrown, request, response, recognize);
    },
  };
}
