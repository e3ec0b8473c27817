/** Whom the answers of a catalog concern. */
import type { Contract } from "./catalog.js";
import { type Audience, audiences } from "./output.js";

/** Those whom a description of the answers is for: answers of a service that is only consumed nobody makes. */
export function audiencesOf({ consumes }: Pick<Contract, "consumes">): readonly Audience[] {
  return consumes === undefined ? audiences : ["consumers"];
}
