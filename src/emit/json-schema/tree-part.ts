/** Trees of errors as JSON Schema. How deep they are depends on the paths of their leaves. */
import { variantsOf } from "../../model/field.js";
import type { TemplateNode } from "../../model/wire-format.js";
import { fieldSchema } from "./field-schema.js";
import { valuesAt } from "./row-values.js";
import { anyOfSchemas, type JsonSchema } from "./schema.js";
import { isNeeded, type Part, type Scope } from "./variable-part.js";

/** The part that a tree is: an object, or the leaf at its root where leaves have no member of their own. */
export function treePart(
  { list, leaf, item }: Extract<TemplateNode, { kind: "tree" }>,
  scope: Scope,
): Part | undefined {
  const { row, context, repeated } = scope;
  const values = valuesAt(list.paths[0] ?? [], row, repeated);
  if (values.types.length === 0) return undefined;
  const variants = values.types.flatMap((type) => variantsOf(type, row.types));
  const leaves = variants.flatMap((type): readonly JsonSchema[] => {
    if (type.kind === "array") return [fieldSchema(type.items, context)];
    if (type.kind !== "object") return [{}];
    const members = [
      ...type.properties.map((each) => each.type),
      ...(type.rest ? [type.rest] : []),
    ];
    return members.map((each) => fieldSchema(each, context));
  });
  const branches = [{ type: "object" }];
  // Steps into lists are read as indexes.
  if (context.audience === "consumers") branches.push({ type: "array" });
  const ends = leaf !== undefined ? [] : item !== undefined ? [{}] : leaves;
  const isAny = ends.some((each) => Object.keys(each).length === 0);
  return {
    schema: isAny ? {} : anyOfSchemas([...branches, ...ends]),
    absent: values.absent,
    needed: isNeeded(list, scope),
  };
}
