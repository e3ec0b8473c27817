/** Problems of a request, as ajv finds them. */
import { ownMembers } from "../runtime/own-member.js";
import type { Problem } from "../runtime/server-catalog.js";
import { pointerNames } from "./pointer-step.js";
import { problem } from "./problem.js";

/** What ajv 8 says. Its messages name rules and never the value. */
export interface AjvError {
  /** A JSON Pointer. */
  readonly instancePath?: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The problems, each at the member that it is about: a missing one is a problem of that member. */
export function ajvProblems(errors: readonly AjvError[], part?: Problem["in"]): readonly Problem[] {
  return errors.map((error) => {
    const { instancePath = "", params = {}, message = "Not as expected" } = ownMembers(error);
    const { missingProperty, additionalProperty, unevaluatedProperty } = ownMembers(params);
    const inner = missingProperty ?? additionalProperty ?? unevaluatedProperty;
    const path = pointerNames(instancePath);
    if (typeof inner !== "string") return problem(path, message, part);
    const detail = inner === missingProperty ? "must be there" : "is not known";
    return problem([...path, inner], detail, part);
  });
}
