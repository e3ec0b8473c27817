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

/** Whether a text can name something in TypeScript. ASCII alone: what people type and tools agree on. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(text) && !reservedWords.has(text);
}

/** Words that cannot name a function or a type in strict code. */
const reservedWords: ReadonlySet<string> = new Set(
  `abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger
  declare default delete do else enum eval export exports extends false finally for from function get if
  implements import in infer instanceof interface is keyof let module namespace never new null number object of
  package private protected public readonly require return satisfies set static string super switch symbol this
  throw true try type typeof undefined unique unknown using var void while with yield`.split(/\s+/),
);
