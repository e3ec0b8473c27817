/** The parts of a template in a contract, in the language of `wire/*.yaml`. */
import type { ContractTemplate } from "../model/contract.js";

/** The members of an object, a spread (`*`) and a repetition (`$each`) among them. */
export type Members = Readonly<Record<string, ContractTemplate>>;

/** Whether the template is an object that has members. */
export function isMembers(template: ContractTemplate): template is Members {
  return (
    typeof template === "object" &&
    template !== null &&
    !Array.isArray(template) &&
    Object.keys(template).length > 0
  );
}

/** `null`, `[]` or `{}`: written, never compared. */
export function isFiller(template: ContractTemplate): boolean {
  return (
    template === null || (typeof template === "object" && !isMembers(template) && isEmpty(template))
  );
}

function isEmpty(template: object): boolean {
  return Object.keys(template).length === 0;
}

/** Whether the template is a variable, and no text that begins with a dollar. */
export function isVariable(template: ContractTemplate): boolean {
  return typeof template === "string" && /^\$(?!\$)/.test(template);
}

/** What a key means: `name?` is optional, a backslash takes the meaning of what follows away. */
export function templateKey(key: string): { readonly name: string; readonly optional: boolean } {
  if (key.startsWith("\\")) return { name: key.slice(1), optional: false };
  const optional = key.endsWith("?");
  return { name: optional ? key.slice(0, -1) : key, optional };
}
