/** The types of what variables of wire templates stand for. */
import type { Catalog } from "../../model/catalog.js";
import {
  type Field,
  type FieldType,
  type NamedTypes,
  resolveType,
  variantsOf,
} from "../../model/field.js";
import { followPath } from "../../model/field-path.js";
import { remembered } from "../../model/remembered.js";
import type { VariableNode } from "../../model/wire-format.js";

const nowhere = { file: { path: "", text: "" }, start: 0, end: 0 };
const scalar = (type: "string" | "integer" | "number"): FieldType => ({
  ...{ kind: "scalar", at: nowhere },
  type,
});
const texts = [scalar("string")];

const builtIn: Readonly<Record<string, readonly FieldType[]>> = {
  $code: [scalar("string"), scalar("integer")],
  $message: texts,
  $status: [scalar("integer")],
  $title: texts,
  $type: texts,
  $docs: texts,
  $phrase: texts,
  $key: texts,
  $delay: [scalar("number")],
  $fields: [{ kind: "object", at: nowhere, properties: [], closed: false }],
};

/**
 * The types that a variable may have, unions as their variants; undefined where it may be anything, or nobody knows.
 *
 * @param lists what is repeated around the variable, the innermost last.
 */
export function variableTypes(
  { paths }: Pick<VariableNode, "paths">,
  lists: readonly VariableNode[],
  catalog: Catalog,
): readonly FieldType[] | undefined {
  const all = paths.map((path) => pathTypes(path, lists, catalog));
  return all.includes(undefined) ? undefined : known(all.flatMap((types) => types ?? []));
}

function pathTypes(
  path: readonly string[],
  lists: readonly VariableNode[],
  catalog: Catalog,
): readonly FieldType[] | undefined {
  const [first = "", ...rest] = path;
  const { types, context } = catalog;
  if (first === "$item") {
    const list = lists.at(-1);
    const items = list && itemTypes(variableTypes(list, lists.slice(0, -1), catalog), types);
    return (
      items &&
      typesAt(
        [first, ...rest],
        items.map((type) => field(first, type)),
        types,
      )
    );
  }
  if (first === "$context") return typesAt(rest, context, types);
  if (first.startsWith("$")) return Object.hasOwn(builtIn, first) ? builtIn[first] : undefined;
  return typesAt(path, fieldsNamed(catalog).get(first) ?? [], types);
}

/** Each of the fields stands for itself: several have the name of the first step. */
function typesAt(
  path: readonly string[],
  fields: readonly Field[],
  types: NamedTypes,
): readonly FieldType[] | undefined {
  const [first = ""] = path;
  const own = fields.filter(({ name }) => name === first);
  const found = own.map((each) => followPath([each], path, types));
  return known(found.flatMap((way) => (way.found ? variantsOf(way.type, types) : [])));
}

function known(types: readonly FieldType[]): readonly FieldType[] | undefined {
  return types.length === 0 || types.some(({ kind }) => kind === "any") ? undefined : types;
}

function field(name: string, type: FieldType): Field {
  return { name, at: nowhere, optional: false, secret: false, internal: false, type };
}

/** What is repeated of a list, of a map of lists and of any other object; undefined where nobody knows. */
export function itemTypes(
  lists: readonly FieldType[] | undefined,
  types: NamedTypes,
): readonly FieldType[] | undefined {
  const items = lists?.flatMap((list) => {
    if (list.kind === "array") return variantsOf(list.items, types);
    if (list.kind !== "object") return [];
    const all = [...list.properties.map(({ type }) => type), list.rest ?? []].flat();
    const members = all.flatMap((type) => variantsOf(type, types));
    return members.flatMap((member) =>
      member.kind === "array" ? variantsOf(member.items, types) : [member],
    );
  });
  return items && known(items);
}

/** The fields of all entries by name, those of one type once. */
const fieldsNamed = remembered(
  ({ entries, types }: Catalog): ReadonlyMap<string, readonly Field[]> => {
    const byName = new Map<string, Map<FieldType | undefined, Field>>();
    for (const each of entries.flatMap(({ fields }) => fields)) {
      const alike = byName.get(each.name) ?? new Map<FieldType | undefined, Field>();
      byName.set(each.name, alike.set(resolveType(each.type, types), each));
    }
    return new Map([...byName].map(([name, alike]) => [name, [...alike.values()]]));
  },
);
