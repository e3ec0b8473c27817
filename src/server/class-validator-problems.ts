/** Problems of a request, as class-validator finds them. */
import { ownMembers } from "../runtime/own-member.js";
import type { Problem } from "../runtime/server-catalog.js";
import { problem, saysValue } from "./problem.js";

/** What class-validator says of a member. */
export interface ClassValidatorError {
  readonly property: string;
  readonly value?: unknown;
  /** By the name of the rule: what it says. */
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly ClassValidatorError[];
}

/** The problems of an object, those of its members among them. */
export function classValidatorProblems(
  errors: readonly ClassValidatorError[],
  part?: Problem["in"],
  above: readonly string[] = [],
): readonly Problem[] {
  return errors.flatMap((error) => {
    const { property, value, constraints = {}, children = [] } = ownMembers(error);
    const path = [...above, property];
    const own = Object.values(constraints).map((message) =>
      problem(path, saysValue(message, value) ? "Not as expected" : message, part),
    );
    return [...own, ...classValidatorProblems(children, part, path)];
  });
}
