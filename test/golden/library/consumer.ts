import { encode, exitCodes, fromJSON, grpcStatus, httpStatus, isRetryable, type LibraryError, categories, connectionFailed, decode, internalError, match, resolvers, retries, serializationFailed, severities, statuses, usageWrong } from "./typescript/index.js";

const failed = connectionFailed({ host: "db", password: "hunter2" });
const wrong = usageWrong({ option: "--hlep" });
const none: 0 = failed.status;

const what = (error: LibraryError): string =>
  match(error, {
    "08001": ({ host }) => host,
    "40001": ({ code }) => code,
    internal_error: ({ status }) => String(status satisfies 500),
    option_gone: ({ status }) => String(status satisfies 0),
    usage_wrong: ({ option }) => option,
  });

const usual: 500 = httpStatus.internal_error;
// @ts-expect-error There is no status to look up.
const unsaid: unknown = httpStatus["08001"];
// @ts-expect-error Nor a list of them.
const list: unknown = statuses.usage_wrong;
// @ts-expect-error Nor one to choose.
usageWrong({ option: "-x" }, { status: 400 });
const exit: 69 = exitCodes["08001"];
const grpc: "UNAVAILABLE" = grpcStatus["08001"];
const severity: "info" = severities.usage_wrong;
const resolver: "caller" = resolvers.internal_error;
// @ts-expect-error The code says nothing of gRPC.
grpcStatus.usage_wrong satisfies string;
const category: "command" = categories.usage_wrong;
const back = fromJSON(JSON.parse(JSON.stringify(failed)));
const read = decode({ status: 400, body: { error: "usage_wrong", message: "No.", option: "-x" } });
// @ts-expect-error No answer has the code.
const never = (): boolean => read.code === "usage_wrong";

export const results: object = {
  failed: [failed.name, failed.message, none, failed.toJSON()],
  back: [back.code, back.status, back.code === "08001" ? what(back) : ""],
  what: [what(wrong), what(serializationFailed()), what(internalError())],
  tables: [usual, unsaid ?? null, list ?? null, category, retries["40001"]],
  retryable: [failed, wrong, serializationFailed()].map(isRetryable),
  encoded: [encode(wrong), encode(internalError())],
  decoded: [read.code, read.status, never()],
  said: [exit, grpc, severity, resolver],
  stack: [wrong.stack === `usage_wrong: ${wrong.message}`],
};
