/** Names that no field can have, because errors need them themselves. */

/** Names that every object has. */
export const objectMembers: readonly string[] = [
  ...["toString", "toLocaleString", "valueOf", "constructor", "__proto__", "hasOwnProperty"],
  ...["isPrototypeOf", "propertyIsEnumerable"],
];

/** Names that no field can have. */
export const reservedFields: ReadonlySet<string> = new Set([
  ...["name", "message", "stack", "cause", "code", "status", "inferred", "received", "issues"],
  ...["others", "context"],
  ...["toJSON", "prototype", "then", ...objectMembers],
]);
