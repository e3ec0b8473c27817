/** What a wire format is called in generated modules. */
import { camelCase, pascalCase } from "../../model/identifier.js";
import type { WireFormat } from "../../model/wire-format.js";

/** Names of a format: of its value, its union and its map by code. */
export interface FormatNames {
  readonly value: string;
  readonly union: string;
  readonly byCode: string;
}

/** The names of a format. */
export function formatNames({ name }: WireFormat): FormatNames {
  const pascal = pascalCase(name.value);
  const value = camelCase(name.value);
  return { value, union: `${pascal}Error`, byCode: `${pascal}ByCode` };
}
