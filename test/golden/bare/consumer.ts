import { type BareError, type ErrorCode, fromJSON, isBareError, isRetryable } from "./typescript/index.js";

const nothing: BareError[] = [];
// @ts-expect-error There is no code.
const code: ErrorCode = "any";

export const results: object = {
  nothing,
  code,
  is: isBareError(new Error("x")),
  retryable: isRetryable(undefined),
  read: fromJSON({ code: "any", status: 400, message: "x", fields: {} }).code,
};
