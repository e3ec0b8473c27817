import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/model/catalog.js";
import type { FieldType } from "../../src/model/field.js";
import { constructorName, interfaceName } from "../../src/model/identifier.js";
import { root, shippedCatalog, shippedEntries } from "../shipped-catalog.js";
import { type Complaint, typeCheck } from "../support/type-check.js";

const module = `${root}src/image-hosting/index.js`;
const prelude = `import * as errors from "${module}";
declare const any: errors.ImageHostingError;
declare const maybe: errors.ImageHostingError | errors.UnrecognizedError;
declare const unknown: unknown;
declare const upload: errors.UploadImageError;
declare const usage: errors.Usage;
declare const limit: errors.RateLimited | errors.QuotaExceeded;
export {};
`;

/** What must not compile, and what the compiler says at which line of it. */
const refused: Readonly<Record<string, { readonly given: string; readonly want: string }>> = {
  "a constructor without a required field": {
    given: "errors.insufficientScope({});",
    want: "1 TS2345 Property 'required_scope' is missing",
  },
  "a constructor without fields where some are required": {
    given: "errors.insufficientScope();",
    want: "1 TS2554 Expected 1-2 arguments",
  },
  "an action of a kind that the code does not have": {
    given: 'errors.quotaExceeded({\n  action: { type: "wait", seconds: 3 },\n  usage,\n});',
    want: `2 TS2322 Type '"wait"' is not assignable to type '"upgrade" | "verify"'`,
  },
  "an action without its members": {
    given: 'errors.quotaExceeded({ action: { type: "upgrade", label: "Go" }, usage });',
    want: "1 TS2322 Property 'url' is missing",
  },
  "a field that the code does not have": {
    given: 'errors.insufficientScope({ required_scope: "a", plan: "free" });',
    want: "1 TS2353 'plan' does not exist",
  },
  "a field of another type": {
    given: 'errors.fileTooLarge({ max_bytes: "12" });',
    want: "1 TS2322 Type 'string' is not assignable to type 'number'",
  },
  "a status that the code does not have": {
    given: "errors.authRequired({ status: 403 });",
    want: "1 TS2322 Type '403' is not assignable to type '401'",
  },
  "a status that is not one of several": {
    given: "errors.fetchFailed({ status: 503 });",
    want: "1 TS2322 Type '503' is not assignable to type '502 | 504 | undefined'",
  },
  "an option that does not exist": {
    given: "errors.authRequired({ retry: true });",
    want: "1 TS2353 'retry' does not exist",
  },
  "a field changed afterwards": {
    given: 'errors.insufficientScope({ required_scope: "a" }).required_scope = "b";',
    want: "1 TS2540 read-only",
  },
  "a misspelt code in hasCode": {
    given: 'errors.hasCode(unknown, "quota_exceded");',
    want: `1 TS2345 Argument of type '"quota_exceded"' is not assignable`,
  },
  "a misspelt code among others in hasCode": {
    given: 'errors.hasCode(unknown, "not_found", "quota_exceded");',
    want: `1 TS2345 Argument of type '"quota_exceded"' is not assignable`,
  },
  "unrecognized in hasCode, which asks for codes of the catalog": {
    given: 'errors.hasCode(unknown, "unrecognized");',
    want: `1 TS2345 Argument of type '"unrecognized"' is not assignable`,
  },
  "a misspelt code in a switch": {
    given: 'switch (any.code) {\n  case "quota_exceded":\n    break;\n}',
    want: `2 TS2678 Type '"quota_exceded"' is not comparable`,
  },
  "a misspelt code in a comparison": {
    given: 'if (any.code === "quota_exceded") throw any;',
    want: "1 TS2367 have no overlap",
  },
  "a code that a switch forgets": {
    given: `function show(): string {
  switch (limit.code) {
    case "rate_limited":
      return "wait";
    default: {
      const never: never = limit;
      return never;
    }
  }
}
show();`,
    want: "6 TS2322 Type 'QuotaExceeded' is not assignable to type 'never'",
  },
  "unrecognized, which a switch forgets": {
    given: `if (!errors.isImageHostingError(maybe)) {
  const never: never = maybe;
  throw never;
}`,
    want: "2 TS2322 Type 'UnrecognizedError' is not assignable to type 'never'",
  },
  "a code that match forgets": {
    given: "errors.match(limit, { rate_limited: () => 1 });",
    want: "1 TS2345 Property 'quota_exceeded' is missing",
  },
  "a misspelt handler of match": {
    given: "errors.match(limit, { rate_limited: () => 1, quota_exceded: () => 2 });",
    want: "1 TS2561 Did you mean to write 'quota_exceeded'?",
  },
  "a misspelt handler of match that has a function for the rest": {
    given: "errors.match(limit, { quota_exceded: () => 2 }, () => 3);",
    want: "1 TS2561 Did you mean to write 'quota_exceeded'?",
  },
  "a handler of match too many": {
    given:
      "errors.match(limit, {\n  rate_limited: () => 1,\n  quota_exceeded: () => 2,\n  not_found: () => 3,\n});",
    want: "4 TS2322 is not assignable to type 'never'",
  },
  "a field of another code in a handler of match": {
    given:
      "errors.match(limit, {\n  rate_limited: (e) => e.usage,\n  quota_exceeded: (e) => e.usage,\n});",
    want: "2 TS2339 Property 'usage' does not exist on type 'RateLimited'",
  },
  "a result of match as something else": {
    given:
      'const result: string = errors.match(limit, { rate_limited: () => 1, quota_exceeded: () => "a" });\nthrow result;',
    want: "1 TS2322 Type 'string | number' is not assignable to type 'string'",
  },
  "a table of handlers without a code": {
    given: "const handlers: errors.Handlers<number> = { not_found: () => 1 };\nthrow handlers;",
    want: "1 TS2740 is missing the following properties",
  },
  "a code that the operation does not answer with": {
    given: 'if (upload.code === "not_under_hold") throw upload;',
    want: "1 TS2367 have no overlap",
  },
  "a field before the code is known": {
    given: "throw any.usage;",
    want: "1 TS2339 Property 'usage' does not exist",
  },
  "an error of the catalog as one of an operation": {
    given: "const narrower: errors.UploadImageError = any;\nthrow narrower;",
    want: "1 TS2375 is not assignable to type",
  },
  "a change of the table of statuses": {
    given: "errors.httpStatus.not_found = 400;",
    want: "1 TS2540 read-only",
  },
  "a status of a code that does not exist": {
    given: "throw errors.httpStatus.not_fund;",
    want: "1 TS2551 Did you mean 'not_found'",
  },
};

const texts = {
  ...Object.fromEntries(
    Object.entries(refused).map(([, { given }], index) => [`refused-${index}.ts`, prelude + given]),
  ),
  "every-code.ts": everyCode(),
  "types.test-d.ts": readFileSync(new URL("types.test-d.ts", import.meta.url), "utf8"),
};

// One program for all of them: the compiler reads its own library and the module once.
const found = typeCheck(texts, `${root}test/image-hosting`);

function of(name: string): readonly Complaint[] {
  return found.filter(({ file }) => file === name);
}

describe("the compiler refuses", () => {
  const offset = prelude.split("\n").length - 1;

  it.each(Object.entries(refused).map(([title, { want }], index) => ({ title, want, index })))(
    "$title",
    ({ want, index }) => {
      const [line = "", code = "", ...words] = want.split(" ");
      const complaints = of(`refused-${index}.ts`);
      expect(complaints.map((complaint) => `${complaint.line - offset} ${complaint.code}`)).toEqual(
        [`${line} ${code}`],
      );
      expect(complaints[0]?.message).toContain(words.join(" "));
    },
  );
});

describe("the compiler accepts", () => {
  it("the narrowing of each code to exactly its own fields", () => {
    expect(of("every-code.ts")).toEqual([]);
  });

  it("what the module promises", () => {
    expect(of("types.test-d.ts")).toEqual([]);
  });
});

/** A module that asserts of every code, from the catalog alone, what it narrows to. */
function everyCode(): string {
  const types = new Map([...shippedCatalog.types].map(([name, { type }]) => [name, type]));
  const typeOf = (type: FieldType): string => {
    switch (type.kind) {
      case "any":
        return "unknown";
      case "scalar":
        return type.type === "integer" ? "number" : type.type;
      case "enum":
        return type.values.map((value) => JSON.stringify(value)).join(" | ");
      case "array":
        return `readonly (${typeOf(type.items)})[]`;
      case "oneOf":
        return type.variants.map(typeOf).join(" | ");
      case "reference":
        return typeOf(types.get(type.name) as FieldType);
      case "object":
        return type.properties.length === 0
          ? `{ readonly [name: string]: ${type.rest === undefined ? "unknown" : typeOf(type.rest)} }`
          : `{ ${type.properties.map((property) => member(property.name, property)).join(" ")} }`;
    }
  };
  const member = (
    name: string,
    { optional, type }: { readonly optional: boolean; readonly type: FieldType },
  ): string =>
    `readonly ${name}${optional ? "?" : ""}: ${typeOf(type)}${optional ? " | undefined" : ""};`;
  const assertion = (entry: Entry): string => {
    const fields = entry.fields.map((field) => member(field.name, field)).join(" ");
    const statuses = entry.statuses.map(({ value }) => value);
    const reads = entry.fields.map(({ name }) => `  read(error.${name});`).join("\n");
    return `if (error.code === "${entry.code}") {
  const exact: errors.${interfaceName(entry)} = error;
  const same: Same<Own<typeof error>, { ${fields} }> = true;
  const status: Same<typeof error.status, ${statuses.join(" | ")}> = true;
  const table: Same<(typeof errors.httpStatus)["${entry.code}"], ${statuses[0]}> = true;
  const all: Same<(typeof errors.statuses)["${entry.code}"], readonly [${statuses.join(", ")}]> = true;
  const made: Same<ReturnType<typeof errors.${constructorName(entry)}>, typeof error> = true;
  read(exact, same, status, table, all, made);
${reads}
}`;
  };
  return `import * as errors from "${module}";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = T extends object ? { [Key in keyof T]: Flat<T[Key]> } : T;
type Own<T> = Flat<Omit<T, keyof import("${root}src/runtime/index.js").CatalogError>>;
declare function read(...values: unknown[]): void;
export function check(error: errors.ImageHostingError | errors.UnrecognizedError): void {
${shippedEntries.map(assertion).join("\n")}
}
export const count: Same<errors.ErrorCode, ${shippedEntries.map(({ code }) => `"${code}"`).join(" | ")}> = true;
`;
}
