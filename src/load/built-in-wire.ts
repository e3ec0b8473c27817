/** The wire formats that every catalog has, in the language in which users write theirs. */

/** What the formats depend on. */
export interface BuiltInWire {
  /** Codes have pages: their addresses are the types. Without them the code is an extension member. */
  readonly hasDocs: boolean;
  /** Entries say what is wrong with each of several values: several problems of one type are a list (RFC 9457 section 3). */
  readonly hasErrors: boolean;
  /** Requests have an `instance`: which of them a problem is about (RFC 9457 section 3.1.5). */
  readonly hasInstance: boolean;
  /** Values of a request that no field is called like. */
  readonly context: readonly string[];
}

/** The code in `error`, the values of the request and the fields beside it. */
export function flatWire({ context }: Pick<BuiltInWire, "context">): string {
  return `wire: flat
title: Flat JSON
body:
  error: $code
  message: $message
${contextLines(context, ["error", "message"])}  "*": $fields
`;
}

/** Problem details, RFC 9457: every member is optional, and the values of the request are extension members (section 3.2). */
export function problemWire({ hasDocs, hasErrors, hasInstance, context }: BuiltInWire): string {
  const code = hasDocs ? "type" : "code";
  const own = [code, "title", "status", "detail", "instance", ...(hasErrors ? ["errors"] : [])];
  return `wire: problem
title: Problem details
source: RFC 9457
media: application/problem+json
body:
  ${code}?: $${code}
  title?: $title
  status?: $status
  detail?: $message
${hasInstance ? "  instance?: $context.instance\n" : ""}${hasErrors ? '  errors?: { $each: $errors, pointer?: "$key:pointer", detail: $item }\n' : ""}${contextLines(context, own)}  "*": $fields
`;
}

function contextLines(context: readonly string[], own: readonly string[]): string {
  return context
    .filter((name) => !own.includes(name))
    .map((name) => `  "${name}?": $context.${name}\n`)
    .join("");
}
