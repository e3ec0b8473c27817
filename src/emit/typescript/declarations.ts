/** One declaration in several dresses: TypeScript, JavaScript, and the declarations beside JavaScript. */
import { docComment } from "../text/doc-comment.js";
import { quoteKey } from "../text/quote.js";
import type { ModuleFile } from "./module-file.js";

/** A declaration, printed into a file; an empty text where the dress of the file does not have it. */
export type Declaration = (file: ModuleFile) => string;

/** What types add. */
export function typed({ dress }: ModuleFile, text: string): string {
  return dress === "js" ? "" : text;
}

/** An expression, seen as another type by TypeScript alone. */
export function cast(file: ModuleFile, expression: string, type: string): string {
  return file.dress === "js" ? expression : `(${expression} as ${type})`;
}

/** Ends an expression whose type the emitter vouches for. */
export function asNever(file: ModuleFile): string {
  return typed(file, " as never");
}

/** An interface or type alias. */
export function typeDeclaration(
  doc: readonly string[],
  text: (file: ModuleFile) => string,
): Declaration {
  return (file) => (file.dress === "js" ? "" : `${docComment(doc)}export ${text(file)}`);
}

/** What a function is made of. */
export interface FunctionParts {
  readonly doc: readonly string[];
  readonly name: string;
  readonly generics?: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  /** Statements, unindented. */
  readonly body: () => readonly string[];
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
export function functionDeclaration(parts: (file: ModuleFile) => FunctionParts): Declaration {
  return (file) => {
    const { doc, name, generics = "", parameters, returns, body } = parts(file);
    const { dress } = file;
    const printed = parameters.map((parameter) => {
      const { optional, default: value } = parameter;
      const mark =
        dress !== "js" && (optional || (dress === "dts" && value !== undefined)) ? "?" : "";
      const initial = dress !== "dts" && value !== undefined ? ` = ${value}` : "";
      return `${parameter.name}${mark}${typed(file, `: ${parameter.type}`)}${initial}`;
    });
    const head = `${name}${typed(file, generics)}(${printed.join(", ")})${typed(file, `: ${returns}`)}`;
    if (dress === "dts") return `${docComment(doc)}export declare function ${head};`;
    const lines = body()
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
  return ({ dress }) => {
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

/** What a constant is made of. */
export interface ConstantParts {
  readonly doc?: readonly string[];
  readonly name: string;
  readonly type: string;
  /** `head`: what stands before the value on its first line. */
  readonly value: (head: string) => string;
}

/** A constant that other modules import. */
export function constant(parts: (file: ModuleFile) => ConstantParts): Declaration {
  return (file) => {
    const { doc = [], name, type, value } = parts(file);
    if (file.dress === "dts") return `${docComment(doc)}export declare const ${name}: ${type};`;
    const head = `export const ${name}${typed(file, `: ${type}`)} = `;
    return `${docComment(doc)}${head}${value(head)};`;
  };
}

/** A constant that stays inside the module. */
export function privateConstant(parts: (file: ModuleFile) => ConstantParts): Declaration {
  return (file) => {
    if (file.dress === "dts") return "";
    const { name, type, value } = parts(file);
    const head = `const ${name}${typed(file, `: ${type}`)} = `;
    return `${head}${value(head)};`;
  };
}
