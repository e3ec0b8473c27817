/** Codes and names as identifiers of TypeScript. */
import type { Entry } from "./catalog.js";

/** `thing_7_failed` → `thing7Failed`: separators vanish and raise the next character. All capitals count as none. */
export function camelCase(name: string): string {
  const raised = raise(name);
  return raised.charAt(0).toLowerCase() + raised.slice(1);
}

/** `thing_7_failed` → `Thing7Failed`. */
export function pascalCase(name: string): string {
  const raised = raise(name);
  return raised.charAt(0).toUpperCase() + raised.slice(1);
}

function raise(name: string): string {
  const cased = /[a-z]/.test(name) ? name : name.toLowerCase();
  return cased.replace(/[_.-]+(.?)/g, (_, next: string) => next.toUpperCase());
}

/** The identifier of an entry's constructor. */
export function constructorName({ name, code }: Entry): string {
  return camelCase(name?.value ?? code);
}

/** The identifier of an entry's interface. */
export function interfaceName({ name, code }: Entry): string {
  return pascalCase(name?.value ?? code);
}

/** Whether a text can name anything in TypeScript, a type too. */
export function isIdentifier(text: string): boolean {
  return isFunctionName(text) && !wordsOfTypes.has(text);
}

/** Whether a text can name a function in TypeScript. ASCII alone: what people type and tools agree on. */
export function isFunctionName(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(text) && !reservedWords.has(text);
}

/** Words that cannot name a function in strict code, or in a module that is compiled to CommonJS. */
const reservedWords: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export exports
  extends false finally for function if implements import in instanceof interface let module new null package private
  protected public require return static super switch this throw true try typeof undefined var void while with
  yield`.split(/\s+/),
);

/** Words that mean something where a type stands. */
const wordsOfTypes: ReadonlySet<string> = new Set(
  `abstract any as asserts async bigint boolean declare from get infer is keyof namespace never number object of
  readonly satisfies set string symbol type unique unknown using`.split(/\s+/),
);
