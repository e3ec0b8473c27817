/** Challenges and parameters in a header field, RFC 9110 sections 5.6.6 and 11.2 to 11.6.1. */
import { isRecord } from "../../is-record.js";
import { setOwn } from "../../own-member.js";
import { presentMembers } from "./present-members.js";
import { scalarText } from "./scalar-text.js";
import type { Syntax } from "./syntax.js";
import { TextCursor } from "./text-cursor.js";

/** UTF-16 code units of a field: servers take far less. */
const maximumLength = 65_536;

const token = "[\\w!#$%&'*+.^`|~-]+";

/**
 * An object of schemes, each with an object of its parameters, and of the parameters before any scheme.
 *
 * Names are in the case in which they came; of two of one name the first counts. A token68 is passed over. All values
 * are texts: numbers and booleans are written as such, null and undefined are left out.
 */
export const params: Syntax = { read, write };

function read(text: string): unknown {
  if (text.length > maximumLength) return undefined;
  const end = "[ \\t]*(?=[,;]|$)";
  const quoted = '"((?:[^"\\\\\\0-\\x08\\n-\\x1f\\x7f]|\\\\[^\\0-\\x08\\n-\\x1f\\x7f])*)"';
  const parameter = new RegExp(`(${token})[ \\t]*=[ \\t]*(?:(${token})|${quoted})${end}`, "y");
  const scheme = new RegExp(`(${token})(?:(?: +[\\w.~+/-]+=*)?${end}|( +))`, "y");
  const cursor = new TextCursor(text);
  const all = {};
  let members = all;
  let isOpen = false;
  for (;;) {
    if (!isOpen) cursor.take(/[ \t,;]*/y);
    if (cursor.at === text.length) break;
    const found = cursor.take(parameter);
    // Behind a scheme and a space stands a parameter.
    const challenge: RegExpExecArray | undefined =
      found === undefined && !isOpen ? cursor.take(scheme) : undefined;
    if (found !== undefined) {
      const [, name = "", value, quotedValue = ""] = found;
      setFirst(members, name, value ?? quotedValue.replace(/\\(.)/gs, "$1"));
    } else if (challenge !== undefined) {
      members = {};
      setFirst(all, challenge[1] ?? "", members);
    } else return undefined;
    isOpen = challenge?.[2] !== undefined;
  }
  return Object.keys(all).length === 0 ? undefined : all;
}

function setFirst(members: object, name: string, value: unknown): void {
  if (!Object.hasOwn(members, name)) setOwn(members, name, value);
}

function write(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const all = presentMembers(value);
  const isScheme = ([, each]: readonly [string, unknown]) => isRecord(each);
  // Behind a scheme, parameters would be read as its own.
  const parts = [
    ...all.filter((member) => !isScheme(member)).map(([name, each]) => parameterText(name, each)),
    ...all.filter(isScheme).map(([name, each]) => challengeText(name, each as object)),
  ];
  const text = parts.includes(undefined) ? "" : parts.join(", ");
  return text === "" || text.length > maximumLength ? undefined : text;
}

function challengeText(scheme: string, members: object): string | undefined {
  const parameters = presentMembers(members).map(([name, each]) => parameterText(name, each));
  if (!isToken(scheme) || parameters.includes(undefined)) return undefined;
  return parameters.length === 0 ? scheme : `${scheme} ${parameters.join(", ")}`;
}

function parameterText(name: string, value: unknown): string | undefined {
  const text = scalarText(value);
  if (text === undefined || !isToken(name) || /[^\t -~\x80-\xff]/.test(text)) return undefined;
  return `${name}="${text.replace(/["\\]/g, "\\$&")}"`;
}

function isToken(name: string): boolean {
  return new RegExp(`^${token}$`).test(name);
}
