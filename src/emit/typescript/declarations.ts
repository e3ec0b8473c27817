/** One declaration in several dresses: TypeScript, JavaScript, and the declarations beside JavaScript. */
import { docComment } from "../text/doc-comment.js";
import { quoteKey } from "../text/quote.js";

/** `ts` holds both; `js` the code alone, `dts` the types alone. */
export type Dress = "ts" | "js" | "dts";

/** A declaration, printed in a dress; an empty text where that dress does not have it. */
export type Declaration = (dress: Dress) => string;

/** Whether the dress has types. */
function hasTypes(dress: Dress): boolean {
  return dress === "ts" || dress === "dts";
}

/** What types add. */
export function typed(dress: Dress, text: string): string {
  return hasTypes(dress) ? text : "";
}

/** An expression, seen as another type by TypeScript alone. */
export function cast(dress: Dress, expression: string, type: string): string {
  return hasTypes(dress) ? `(${expression} as ${type})` : expression;
}

/** Ends an expression whose type the emitter vouches for. */
export function asNever(dress: Dress): string {
  return typed(dress, " as never");
}

/** An interface or type alias. */
export function typeDeclaration(doc: readonly string[], text: string): Declaration {
  return (dress) => typed(dress, `${docComment(doc)}export ${text}`);
}

/** What a function is made of. */
export interface FunctionParts {
  readonly doc: readonly string[];
  readonly name: string;
  readonly generics?: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  /** Statements, unindented. */
  readonly body: (dress: Dress) => readonly string[];
}

/** A parameter of a function. */
export interface Parameter {
  /** With `...` before a rest parameter. */
  readonly name: string;
  readonly type: string;
  /** Optional by `?`, or by a default value. */
  readonly optional?: true;
  readonly default?: string;
}

/** A function. A function statement, not a constant: it costs a bundle nothing, and declarations stay cheap to emit. */
export function functionDeclaration({
  doc,
  name,
  generics = "",
  parameters,
  returns,
  body,
}: FunctionParts): Declaration {
  return (dress) => {
    const printed = parameters.map((parameter) => {
      const { optional, default: value } = parameter;
      const mark =
        dress !== "js" && (optional || (dress === "dts" && value !== undefined)) ? "?" : "";
      const initial = dress !== "dts" && value !== undefined ? ` = ${value}` : "";
      return `${parameter.name}${mark}${typed(dress, `: ${parameter.type}`)}${initial}`;
    });
    const head = `${name}${typed(dress, generics)}(${printed.join(", ")})${typed(dress, `: ${returns}`)}`;
    if (dress === "dts") return `${docComment(doc)}export declare function ${head};`;
    const lines = body(dress)
      .map((line) => `  ${line}`)
      .join("\n");
    return `${docComment(doc)}export function ${head} {\n${lines}\n}`;
  };
}

/** A table of literals, readonly in its types. */
export function tableDeclaration(
  doc: readonly string[],
  name: string,
  rows: readonly (readonly [key: string, value: string])[],
): Declaration {
  return (dress) => {
    const isType = dress === "dts";
    const lines = rows.map(([key, value]) =>
      isType ? `  readonly ${quoteKey(key)}: ${asType(value)};` : `  ${quoteKey(key)}: ${value},`,
    );
    const head = isType ? `export declare const ${name}: {` : `export const ${name} = {`;
    return `${docComment(doc)}${head}\n${lines.join("\n")}\n}${dress === "ts" ? " as const" : ""};`;
  };
}

function asType(value: string): string {
  return value.startsWith("[") ? `readonly ${value}` : value;
}

/** A constant that stays inside the module. */
export function privateConstant(name: string, type: string, value: string): Declaration {
  return (dress) =>
    dress === "dts" ? "" : `const ${name}${typed(dress, `: ${type}`)} = ${value};`;
}

/** A constant with the type that is given. */
export function constant(name: string, type: string, value: string): Declaration {
  return (dress) =>
    dress === "dts"
      ? `export declare const ${name}: ${type};`
      : `export const ${name}${typed(dress, `: ${type}`)} = ${value};`;
}

/** Names imported from a module. */
export interface Import {
  readonly from: string;
  readonly values?: readonly string[];
  readonly types?: readonly string[];
  /** All values of the module as one name. */
  readonly namespace?: string;
}

/** An import of what the dress needs. */
export function importDeclaration({
  from,
  values = [],
  types = [],
  namespace,
}: Import): Declaration {
  return (dress) => {
    if (namespace !== undefined) return `import * as ${namespace} from "${from}";`;
    const names = [
      ...(dress === "dts" ? [] : values),
      ...(dress === "js" ? [] : types.map((name) => (dress === "dts" ? name : `type ${name}`))),
    ];
    if (names.length === 0) return "";
    const onlyTypes = dress === "dts" || (values.length === 0 && dress === "ts");
    const listed = onlyTypes ? names.map((name) => name.replace(/^type /, "")) : names;
    return `import ${onlyTypes ? "type " : ""}{ ${listed.join(", ")} } from "${from}";`;
  };
}
