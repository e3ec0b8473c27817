/** Roles → plain JSON, as catalog.yaml writes them. */
import { compareText } from "../../model/catalog.js";
import type { JsonValue } from "../../model/json-value.js";
import type { RoleCode, RoleValue } from "../../model/role.js";
import type { JsonMembers } from "./type-json.js";

/** The roles by name. */
export function rolesJson(roles: readonly RoleCode[]): JsonMembers {
  const sorted = [...roles].sort((a, b) => compareText(a.role, b.role));
  return Object.fromEntries(sorted.map((each) => [each.role, roleJson(each)]));
}

/** A role: its code alone where it fills no fields. */
export function roleJson({ code, fields }: RoleCode): string | JsonMembers {
  if (fields.length === 0) return code.value;
  const sorted = [...fields].sort((a, b) => compareText(a.name, b.name));
  const values = Object.fromEntries(sorted.map(({ name, value }) => [name, valueJson(value)]));
  return { code: code.value, fields: values };
}

function valueJson(value: RoleValue): JsonValue {
  return value.kind === "variable" ? value.text : constantJson(value.value);
}

function constantJson(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(constantJson);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, constantJson(each)]),
  );
}
