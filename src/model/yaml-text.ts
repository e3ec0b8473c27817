/** Values as YAML on one line, as a person would write them. */
import type { JsonValue } from "./json-value.js";

/** The value as YAML: plain where it reads back as it is, else in quotes. */
export function yamlText(value: JsonValue, isFlow = false): string {
  if (typeof value === "string") return yamlString(value, isFlow);
  if (Array.isArray(value)) return `[${value.map((each) => yamlText(each, true)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).map(
    ([key, each]) => `${yamlString(key, true)}: ${yamlText(each, true)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function yamlString(text: string, isFlow: boolean): string {
  // A version of three numbers is no number.
  if (/^\d+\.\d+\.\d+(-[A-Za-z0-9.-]+)?$/.test(text)) return text;
  const isPlain =
    /^[A-Za-z][^\n\t]*$/.test(text) &&
    !/: |:$| #|[ ]$/.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text) &&
    !(isFlow && /[[\]{},:]/.test(text));
  // JSON is YAML. What has marks of both kinds stays readable only so.
  return isPlain ? text : JSON.stringify(text);
}

/** A code as a key: 08001 stays as it is, for keys are text however they look. */
export function yamlKey(key: string): string {
  return /^(?![-.])[A-Za-z0-9_.-]+$/.test(key) || /^-[A-Za-z0-9]/.test(key)
    ? key
    : JSON.stringify(key);
}
