/** What a tree needs of the field that it is made of. */
import { type FieldType, type NamedTypes, variantsOf } from "../../model/field.js";
import type { TemplateNode } from "../../model/wire-format.js";
import { itemTypes } from "./variable-types.js";

type Tree = Extract<TemplateNode, { kind: "tree" }>;

/** Why no tree can be made of a field of these types and read again; undefined where nothing is wrong. */
export function treeProblem(
  { path, leaf, list }: Tree,
  types: readonly FieldType[] | undefined,
  named: NamedTypes,
): { readonly message: string; readonly help: string } | undefined {
  if (types === undefined) return undefined;
  const name = `$${(list.paths[0] ?? []).join(".")}`;
  const items = itemTypes(types, named);
  const [step] = path;
  if (types.every(({ kind }) => kind === "array") && step === undefined)
    return {
      message: `Nothing says where an item of the list ${name} stands in the tree.`,
      help: "A path such as `path: $item.path`, beside what the leaf is made of; a map is a tree by its keys.",
    };
  const lacks = (type: FieldType) =>
    type.kind !== "object" ||
    (type.rest === undefined &&
      type.properties.length > 0 &&
      type.properties.every((each) => each.name !== step));
  if (step !== undefined && items?.every(lacks))
    return {
      message: `The items of ${name} have no member "${step}", which is their path.`,
      help: "The path is a text of the item, such as `lines.0.price`.",
    };
  const isInLists = types.every(
    (type) =>
      type.kind === "array" ||
      (type.kind === "object" &&
        type.rest !== undefined &&
        variantsOf(type.rest, named).every(({ kind }) => kind === "array")),
  );
  // A list is no branch; an object is a leaf where it is of the type, so it has to be told from others.
  const looksLikeBranch = (type: FieldType) =>
    type.kind === "object" && type.properties.every(({ optional }) => optional);
  if (leaf === undefined && !isInLists && items?.some(looksLikeBranch))
    return {
      message: `Nothing tells a leaf of ${name} from a branch: both are objects.`,
      help: "Name the member that holds the leaf, such as `leaf: _errors`, or give its type a required member.",
    };
  return undefined;
}
