/** The types of a catalog as somebody would write them: an interface or a class for each code, a union, a map and a match. */

/** A module of types alone: an interface for each code. */
export function handWrittenTypes(catalog) {
  return handWritten(
    catalog,
    (entry) => `export interface ${interfaceName(entry.code)} extends Error {
  readonly code: "${entry.code}";
  readonly status: ${statusText(entry)};
  ${membersText(entry.fields, "\n  ")}
}`,
  );
}

/** A module that can make the errors too: a class for each code. */
export function handWrittenClasses(catalog) {
  return handWritten(catalog, (entry) => {
    const assigned = entry.fields.map(({ name, optional }) => {
      const guard = optional ? `if (fields.${name} !== undefined) ` : "";
      return `    ${guard}this.${name} = fields.${name};\n`;
    });
    const given =
      entry.fields.length === 0 ? "" : `fields: { ${membersText(entry.fields, " ")} }, `;
    return `export class ${interfaceName(entry.code)} extends Error {
  readonly code = "${entry.code}";
  readonly status: ${statusText(entry)} = ${entry.statuses[0].value};
  ${membersText(entry.fields, "\n  ")}
  constructor(${given}options?: ErrorOptions) {
    super(\`${messageText(entry)}\`, options);
${assigned.join("")}  }
}`;
  });
}

function statusText({ statuses }) {
  return statuses.map(({ value }) => value).join(" | ");
}

// The last message is the one that needs no optional field.
function messageText({ messages }) {
  const parts = messages.at(-1)?.parts ?? [];
  return parts
    .map((part) => (part.kind === "text" ? part.text : `\${fields.${part.path.join(".")}}`))
    .join("");
}

function handWritten(catalog, entryText) {
  const named = [...catalog.types.values()].map(
    ({ name, type }) => `export type ${name} = ${typeText(type)};`,
  );
  const members = catalog.entries.map(({ code }) => `  readonly ${code}: ${interfaceName(code)};`);
  const union = catalog.entries.map(({ code }) => `  | ${interfaceName(code)}`);
  return `${named.join("\n")}
${catalog.entries.map(entryText).join("\n")}
export type BenchError =
${union.join("\n")};
export interface ErrorByCode {
${members.join("\n")}
}
export type Handlers<Result> = { readonly [Code in keyof ErrorByCode]: (error: ErrorByCode[Code]) => Result };
export function match<Result>(error: BenchError, handlers: Handlers<Result>): Result {
  return (handlers[error.code] as (error: BenchError) => Result)(error);
}
`;
}

/** A module that tells every code apart: by a switch that ends in `never`, and by a match. */
export function consumer(catalog, from) {
  const cases = catalog.entries.map(
    (entry) => `    case "${entry.code}":\n      return ${readText(entry)};`,
  );
  const handlers = catalog.entries.map(
    (entry) => `    ${entry.code}: (error) => ${readText(entry)},`,
  );
  return `import { match, type BenchError } from "${from}";

export function bySwitch(error: BenchError): string {
  switch (error.code) {
${cases.join("\n")}
    default: {
      const none: never = error;
      return none;
    }
  }
}

export function byMatch(error: BenchError): string {
  return match(error, {
${handlers.join("\n")}
  });
}
`;
}

// Reads a field where there is one, so that narrowing has to be right.
function readText({ fields }) {
  const field = fields.find(({ internal }) => !internal);
  return `String(error.${field?.name ?? "status"})`;
}

function interfaceName(code) {
  return code.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
}

function membersText(properties, separator) {
  const members = properties.map(
    ({ name, optional, type }) =>
      `readonly ${name}${optional ? "?" : ""}: ${typeText(type)}${optional ? " | undefined" : ""};`,
  );
  return members.join(separator);
}

function typeText(type) {
  switch (type.kind) {
    case "reference":
      return type.name;
    case "scalar":
      return type.type === "integer" ? "number" : type.type;
    case "enum":
      return type.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return `readonly ${typeText(type.items)}[]`;
    case "oneOf":
      return type.variants.map(typeText).join(" | ");
    default:
      return type.properties.length > 0
        ? `{ ${membersText(type.properties, " ")} }`
        : `{ readonly [name: string]: ${type.rest === undefined ? "unknown" : typeText(type.rest)} }`;
  }
}
