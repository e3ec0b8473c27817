/** Takes off an expression what does not change where its value comes from. */
import type { Syntax } from "./parse-source.js";

/** The expression without what only types need, without `await` and optional chaining. */
export function unwrap(node: Syntax): Syntax {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "TSNonNullExpression":
      case "TSInstantiationExpression":
      case "ChainExpression":
      case "ParenthesizedExpression":
        inner = inner.expression;
        break;
      // What compilers make of a call without `this`: `(0, errors.notFound)()`.
      case "SequenceExpression": {
        const last = inner.expressions.at(-1);
        const rest = inner.expressions.slice(0, -1);
        if (last === undefined || !rest.every(({ type }) => type === "Literal")) return inner;
        inner = last;
        break;
      }
      case "AwaitExpression":
        inner = inner.argument;
        break;
      default:
        return inner;
    }
  }
}
