/** Validates with Ajv, and changes values in one place. */
import { Ajv2020 } from "ajv/dist/2020.js";

/** What is wrong with a value: as the whole schema has it, or one of its definitions. */
export type Validate = (value: unknown, definition?: string) => readonly string[];

/** A validator of a schema document. Ajv is as strict as it can be, so that it complains of the schema too. */
export function validatorOf(schema: object): Validate {
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false });
  ajv.addSchema(schema, "document");
  return (value, definition) => {
    const key = definition === undefined ? "document" : `document#/$defs/${definition}`;
    const validate = ajv.getSchema(key);
    if (validate === undefined) return [`There is no ${key}.`];
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

type Step = string | number;

/** The ways to all objects in a value, itself included. */
export function objectPaths(
  value: unknown,
  way: readonly Step[] = [],
): readonly (readonly Step[])[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => objectPaths(item, [...way, index]));
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    objectPaths(member, [...way, key]),
  );
  return [way, ...inner];
}

/** A copy with something else at the end of the way; undefined takes it out. */
export function changed(value: unknown, [step, ...rest]: readonly Step[], to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? changed(item, rest, to) : item));
  const { [step]: before, ...others } = value as Record<Step, unknown>;
  const after = changed(before, rest, to);
  return after === undefined ? others : { ...others, [step]: after };
}
