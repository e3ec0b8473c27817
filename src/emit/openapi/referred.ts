/** Parts of a document that several responses refer to. */

/** A part of a document. */
export interface JsonObject {
  readonly [member: string]: unknown;
}

/** Components, and what each response says of them, by the name of the response. */
export interface Referred {
  readonly components: readonly (readonly [name: string, component: JsonObject])[];
  readonly byResponse: ReadonlyMap<string, JsonObject>;
}
