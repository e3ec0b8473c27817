/** The entry `errdex/server`: the error handler that adapters are made of, for a framework that has none here. */
export type {
  Finding,
  MakeRole,
  Problem,
  Role,
  ServerCatalog,
} from "../runtime/server-catalog.js";
export { addHeaders, type HeaderChanges } from "./add-headers.js";
export { type ErrorHandler, errorHandler, type Failure } from "./error-handler.js";
export { type BindOperation, type Raise, UndeclaredError } from "./operation.js";
export { problem } from "./problem.js";
export {
  type Recognize,
  type Recognized,
  recognizeHttpError,
  recognizeStatus,
} from "./recognized.js";
export type { ServerRequest } from "./server-request.js";
export { eventOf } from "./server-sent-event.js";
export type {
  ErrorHandlerOptions,
  ErrorHandlerSettings,
  FailureReport,
  ServerAnswer,
  ServerFormat,
} from "./settings.js";
export {
  type OutputOf,
  problemsOf,
  type SchemaIssue,
  type SchemaResult,
  type StandardSchema,
} from "./standard-schema.js";
