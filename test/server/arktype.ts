/** arktype, without its types: they bring those of browsers into the whole program. */
import type { StandardSchema } from "../../src/server/standard-schema.js";

const name: string = "arktype";

interface Type extends StandardSchema {
  array(): Type;
}

/** `type` of arktype. */
export const { type } = (await import(name)) as { type(definition: object): Type };
