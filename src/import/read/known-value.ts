/** What an expression of a source is, where it is written out: literals, names that the file defines, and sums of numbers. */
import type { Syntax, SyntaxOf } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";

/** A value as a text, and whether it is a number. */
export interface KnownValue {
  readonly value: string;
  readonly isNumber: boolean;
}

/**
 * The value of an expression; undefined where it is not written out.
 *
 * @param values what names of the file stand for: `PREFIX`, `ErrorCode.Gone`.
 */
export function knownValue(
  expression: Syntax,
  values: ReadonlyMap<string, KnownValue>,
): KnownValue | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "Literal":
      if (node.value === null || node.value instanceof RegExp) return undefined;
      return { value: String(node.value), isNumber: typeof node.value === "number" };
    case "Identifier":
      return values.get(node.name);
    case "MemberExpression":
      return values.get(pathOf(node) ?? "");
    case "UnaryExpression": {
      const inner = knownValue(node.argument, values);
      return node.operator === "-" && inner?.isNumber === true
        ? { value: `-${inner.value}`, isNumber: true }
        : undefined;
    }
    case "BinaryExpression": {
      const [left, right] = [node.left, node.right].map((side) =>
        knownValue(side as Syntax, values),
      );
      const work = arithmetic.get(node.operator);
      if (left?.isNumber !== true || right?.isNumber !== true || work === undefined)
        return undefined;
      return { value: String(work(Number(left.value), Number(right.value))), isNumber: true };
    }
    default:
      return undefined;
  }
}

const arithmetic: ReadonlyMap<string, (left: number, right: number) => number> = new Map([
  ["+", (left: number, right: number) => left + right],
  ["-", (left, right) => left - right],
  ["*", (left, right) => left * right],
  ["<<", (left, right) => left << right],
  ["|", (left, right) => left | right],
]);

/** `a.b` of a member. */
export function pathOf({
  object,
  property,
  computed,
}: SyntaxOf<"MemberExpression">): string | undefined {
  const name = nameOfKey(property as Syntax);
  return object.type === "Identifier" &&
    name !== undefined &&
    (!computed || property.type === "Literal")
    ? `${object.name}.${name}`
    : undefined;
}

/** A name that is written out. */
export function nameOfKey(key: Syntax): string | undefined {
  if (key.type === "Identifier" || key.type === "PrivateIdentifier") return key.name;
  if (key.type !== "Literal") return undefined;
  return typeof key.value === "string" ? key.value : (key.raw ?? undefined);
}
