/** Whether a value is of a scalar type. */
import type { FieldType, StringFormat } from "../model/field.js";

type ScalarFieldType = Extract<FieldType, { kind: "scalar" }>;

/** What was expected instead of a value; undefined where the value is of the type. */
export function scalarProblem(
  { type, format, min, max }: ScalarFieldType,
  value: unknown,
): string | undefined {
  switch (type) {
    case "null":
      return value === null ? undefined : "null";
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "string": {
      if (typeof value !== "string") return "a text";
      const length = [...value].length;
      if (length < (min ?? 0) || length > (max ?? length))
        return `a text of length${range(min, max)}`;
      return format === undefined || formats[format](value)
        ? undefined
        : `a text in the format ${format}`;
    }
    default: {
      if (typeof value !== "number" || (type === "integer" && !Number.isInteger(value))) {
        return type === "integer" ? "a whole number" : "a number";
      }
      return value < (min ?? value) || value > (max ?? value)
        ? `a number${range(min, max)}`
        : undefined;
    }
  }
}

const formats: Readonly<Record<StringFormat, (text: string) => boolean>> = {
  // RFC 3339 section 5.6
  "date-time": (text) =>
    /^.{10}[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(
      text,
    ) && isDate(text.slice(0, 10)),
  date: isDate,
  uri: (text) => URL.canParse(text) && !/\s/.test(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
};

// Date.parse takes the 30th of February for the 2nd of March.
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Limits in words. */
export function range(min: number | undefined, max: number | undefined): string {
  return `${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}`;
}
