/** The wire formats that every catalog has, in the language in which users write theirs. */

/** The code in `error`, the fields beside it. */
export const flatWire = `wire: flat
title: Flat JSON
body: { error: $code, message: $message, "*": $fields }
`;

/**
 * Problem details, RFC 9457: every member is optional.
 *
 * @param hasDocs whether codes have pages: their addresses are the types. Without them the code is an extension member.
 * @param hasInstance whether requests have an `instance`: which of them a problem is about (section 3.1.5).
 * @param hasErrors whether entries say what is wrong with each of several values: several problems of one type are a list (section 3).
 */
export function problemWire(hasDocs: boolean, hasErrors: boolean, hasInstance: boolean): string {
  return `wire: problem
title: Problem details
source: RFC 9457
media: application/problem+json
body:
  ${hasDocs ? "type?: $type" : "code?: $code"}
  title?: $title
  status?: $status
  detail?: $message
${hasInstance ? "  instance?: $context.instance\n" : ""}${hasErrors ? '  errors?: { $each: $errors, pointer?: "$key:pointer", detail: $item }\n' : ""}  "*": $fields
`;
}
