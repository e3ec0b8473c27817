/** Where a template puts each thing: the one reading of templates that checks, schemas and documents ask. */
import { remembered } from "./remembered.js";
import type { TemplateNode, VariableNode, WireFormat } from "./wire-format.js";
import type { ResolvedRow } from "./wire-rows.js";

/** A variable of a template, and where it stands. */
export interface TemplatePlace {
  readonly variable: VariableNode;
  /** The members that lead there; an element of a list is its position. */
  readonly way: readonly (string | number)[];
  /** Whether the template does without it: it, or something around it, has a `?`. */
  readonly optional: boolean;
  /** It fills an object beside these members. */
  readonly beside: readonly string[] | undefined;
  /** It stands in an element for each item of this one. */
  readonly each: VariableNode | undefined;
  /** It stands in one of several alternatives. */
  readonly isAlternative: boolean;
  /** It is the list whose items are repeated. */
  readonly isRepeated: boolean;
}

/** The places of a template, in its order. */
export const placesIn = remembered((template: TemplateNode): readonly TemplatePlace[] => {
  const places: TemplatePlace[] = [];
  const walk = (
    node: TemplateNode,
    way: TemplatePlace["way"],
    optional: boolean,
    each: VariableNode | undefined,
    isAlternative = false,
  ): void => {
    const place = (variable: VariableNode, beside?: readonly string[], isRepeated = false) =>
      places.push({ variable, way, optional, beside, each, isAlternative, isRepeated });
    if (node.kind === "variable") place(node);
    if (node.kind === "list")
      node.items.forEach((item, index) => {
        walk(item, [...way, index], optional, each, isAlternative);
      });
    if (node.kind === "errors" && node.item !== undefined)
      walk(node.item, [...way, 0], optional, each, isAlternative);
    if (node.kind === "text") walk(node.template, way, optional, each, isAlternative);
    if (node.kind === "both")
      for (const alternative of node.alternatives) walk(alternative, way, true, each, true);
    if (node.kind === "tree") {
      place(node.list, undefined, true);
      if (node.item !== undefined) walk(node.item, way, optional, node.list, isAlternative);
    }
    if (node.kind === "each") {
      place(node.list, undefined, true);
      walk(node.item, way, optional, node.list, isAlternative);
    }
    if (node.kind !== "object") return;
    for (const { key, value, optional: mark } of node.members)
      walk(value, [...way, key], optional || mark, each, isAlternative);
    if (node.spread !== undefined)
      place(
        node.spread,
        node.members.map(({ key }) => key),
      );
  };
  walk(template, [], false, undefined);
  return places;
});

/** Where a code's answers have each thing. */
export interface Placement {
  readonly body: readonly TemplatePlace[];
  readonly headers: readonly TemplatePlace[];
}

/** The body of a code's answers; absent: an opaque one. */
export function bodyOf({ row }: ResolvedRow, { body }: WireFormat): TemplateNode | undefined {
  return row?.body ?? body;
}

/** The placement of a code in a format. */
export function placementOf(resolved: ResolvedRow, format: WireFormat): Placement {
  const body = bodyOf(resolved, format);
  return { body: body === undefined ? [] : placesIn(body), headers: headerPlaces(format) };
}

/** What is written into headers. */
export const headerPlaces = remembered(({ headers }: WireFormat) =>
  headers.flatMap(({ value }) => placesIn(value)),
);

/** Whether one of the variable's names begins with this one: a field, or `$code`, `$fields` and the like. */
export function names({ variable }: TemplatePlace, name: string): boolean {
  return variable.paths.some(([first]) => first === name);
}

/** Whether the code can be read there: decoding goes by the first name alone, and not by what is repeated. */
export function saysCode({ variable, each }: TemplatePlace): boolean {
  const [[first] = []] = variable.paths;
  return each === undefined && (first === "$code" || first === "$type");
}

/** The first names in places: fields, and built-in variables with their dollar. */
export function namesIn(places: readonly TemplatePlace[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ variable }) => variable.paths.map(([first = ""]) => first)));
}

/** The members beside `"*": $fields`: no field that is spread there can have the name of one of them. */
export function besideFields(places: readonly TemplatePlace[]): readonly string[] {
  return places.flatMap((place) => (names(place, "$fields") ? (place.beside ?? []) : []));
}

/** Every place of a format, in whatever body or header. */
export const everyPlace = remembered((format: WireFormat): readonly TemplatePlace[] => [
  ...bodiesOf(format).flatMap(placesIn),
  ...headerPlaces(format),
]);

/** Whether a template of the format has the built-in variable. */
export function usesVariable(format: WireFormat, name: string): boolean {
  return everyName(format).has(name);
}

const everyName = remembered((format: WireFormat) => namesIn(everyPlace(format)));

/** A template and all templates inside it. */
export const bodiesUnder = remembered((template: TemplateNode): readonly TemplateNode[] => [
  template,
  ...insideOf(template).flatMap(bodiesUnder),
]);

/** The templates directly inside one. */
export function insideOf(node: TemplateNode): readonly TemplateNode[] {
  switch (node.kind) {
    case "list":
      return node.items;
    case "both":
      return node.alternatives;
    case "text":
      return [node.template];
    case "each":
    case "tree":
    case "errors":
      return node.item === undefined ? [] : [node.item];
    case "object":
      return node.members.map(({ value }) => value);
    default:
      return [];
  }
}

/** Every body of a format: of rows, its own, and what it accepts besides. */
export function bodiesOf({ body, accepts, rows }: WireFormat): readonly TemplateNode[] {
  return [...rows.map((row) => row.body), body, ...accepts].filter((node) => node !== undefined);
}
