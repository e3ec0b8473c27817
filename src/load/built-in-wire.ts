/** The wire formats that every catalog has, in the language in which users write theirs. */

/** The code in `error`, the fields beside it. */
export const flatWire = `wire: flat
title: Flat JSON
body: { error: $code, message: $message, "*": $fields }
`;

/** Problem details, RFC 9457: every member is optional. */
export const problemWire = `wire: problem
title: Problem details
source: RFC 9457
media: application/problem+json
body:
  type?: $type
  title?: $title
  status?: $status
  detail?: $message
  "*": $fields
`;

/** The same for catalogs that say what is wrong with each value: several problems of one type are a list (section 3). */
export const problemWithErrors = `${problemWire}  errors?: { $each: $errors, pointer?: "$key:pointer", detail: $item }
`;
