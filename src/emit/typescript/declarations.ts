/** One declaration in several dresses: TypeScript, JavaScript, and the declarations beside JavaScript. */
import { docComment } from "../text/doc-comment.js";
import { quoteKey } from "../text/quote.js";
import { width } from "../text/width.js";
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

/** One of the ways to call a function. */
export type FunctionSignature = Pick<FunctionParts, "generics" | "parameters" | "returns">;

/** What a function is made of. */
export interface FunctionParts {
  readonly doc: readonly string[];
  readonly name: string;
  readonly generics?: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  /** What callers see instead, in TypeScript: the parts above are those of the implementation. */
  readonly signatures?: readonly FunctionSignature[];
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
    const { doc, name, signatures = [], body, ...own } = parts(file);
    const { dress } = file;
    const isType = dress === "dts";
    const keyword = `export ${isType ? "declare " : ""}function ${name}`;
    const head = ({ generics = [], parameters, returns }: FunctionSignature, isBody: boolean) => {
      const printed = parameters.map((parameter) => printParameter(parameter, file));
      const end = `${typed(file, `: ${returns}`)}${isBody ? " {" : ";"}`;
      return headLines(keyword, dress === "js" ? [] : generics, printed, end);
    };
    const comment = docComment(doc);
    const seen = signatures.map((signature) => comment + head(signature, false));
    if (isType) return seen.length > 0 ? seen.join("\n") : comment + head(own, false);
    const lines = body()
      .map((line) => `  ${line}`)
      .join("\n");
    const before = dress === "ts" && seen.length > 0 ? `${seen.join("\n")}\n` : comment;
    return `${before}${head(own, true)}\n${lines}\n}`;
  };
}

function printParameter(
  { name, type, optional, default: value }: Parameter,
  file: ModuleFile,
): string {
  const { dress } = file;
  const mark = dress !== "js" && (optional || (dress === "dts" && value !== undefined)) ? "?" : "";
  const initial = dress !== "dts" && value !== undefined ? ` = ${value}` : "";
  return `${name}${mark}${typed(file, `: ${type}`)}${initial}`;
}

/** The head of a function: on one line, else with what is given apart, else with its type parameters apart too. */
function headLines(
  keyword: string,
  generics: readonly string[],
  parameters: readonly string[],
  end: string,
): string {
  const short = generics.length === 0 ? "" : `<${generics.join(", ")}>`;
  const line = `${keyword}${short}(${parameters.join(", ")})${end}`;
  if (line.length <= width) return line;
  // No comma may stand behind a rest parameter.
  const apart = (parts: readonly string[]) =>
    parts.map((part) => `  ${part}${part.startsWith("...") ? "" : ","}\n`).join("");
  const isWide = short !== "" && keyword.length + short.length >= width;
  const tail = `(${parameters.join(", ")})${end}`;
  const isShort = isWide && tail.length < width;
  const given = isShort ? tail : `(\n${apart(parameters)})${end}`;
  return `${keyword}${isWide ? `<\n${apart(generics)}>` : short}${given}`;
}

/** A table of literals, readonly in its types. Lists that several entries make have each item on a line of its own. */
export function tableDeclaration(
  doc: readonly string[],
  name: string,
  rows: readonly (readonly [key: string, value: string | readonly string[]])[],
  { areApart = false }: { readonly areApart?: boolean } = {},
): Declaration {
  return ({ dress }) => {
    const isType = dress === "dts";
    const lines = rows.map(([key, value]) =>
      isType
        ? `  readonly ${quoteKey(key)}: ${typeof value === "string" ? "" : "readonly "}${valueText(value, areApart)};`
        : `  ${quoteKey(key)}: ${valueText(value, areApart)},`,
    );
    const head = isType ? `export declare const ${name}: {` : `export const ${name} = {`;
    return `${docComment(doc)}${head}\n${lines.join("\n")}\n}${dress === "ts" ? " as const" : ""};`;
  };
}

function valueText(value: string | readonly string[], isApart: boolean): string {
  if (typeof value === "string") return value;
  if (!isApart || value.length === 0) return `[${value.join(", ")}]`;
  // What two branches add to an operation merges.
  return `[\n${value.map((item) => `    ${item},\n`).join("")}  ]`;
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
