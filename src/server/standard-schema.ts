/** Problems of a request, as a Standard Schema finds them (https://standardschema.dev, version 1). */
import { memberIn } from "../runtime/own-member.js";
import type { Problem } from "../runtime/server-catalog.js";
import { memberOf } from "./member-of.js";
import { problem, saysValue } from "./problem.js";

/** A schema of zod, valibot, arktype or any other library that has the interface. */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    validate(value: unknown): SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly output: Output } | undefined;
  };
}

/** What validation gives. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** What is wrong with a value. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema gives. */
export type OutputOf<Schema extends StandardSchema> =
  Schema extends StandardSchema<infer Output> ? Output : never;

/** The problems that a schema found. */
export function problemsOf(
  issues: readonly SchemaIssue[],
  value: unknown,
  part?: Problem["in"],
): readonly Problem[] {
  return issues.map((issue) => {
    const path = (memberIn(issue, "path") ?? []).map((step) =>
      typeof step === "object" ? step.key : step,
    );
    return problem(path.map(String), detailOf(issue, path, value), part);
  });
}

/** What the issue says, unless it says the value that was sent. */
function detailOf(issue: SchemaIssue, path: readonly PropertyKey[], value: unknown): string {
  const { message } = issue;
  const expected = memberOf(issue, "expected");
  if (!saysValue(message, valueAt(path, value))) return message;
  // Valibot and arktype say the value in their messages, and beside it what they expected.
  return typeof expected === "string" && !saysValue(expected, valueAt(path, value))
    ? `Expected ${expected}`
    : "Not as expected";
}

function valueAt(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduce(
    (inner: unknown, step) =>
      typeof inner === "object" && inner !== null ? (inner as never)[step] : undefined,
    value,
  );
}
