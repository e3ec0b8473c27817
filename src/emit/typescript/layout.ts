/** Templates turned round, as code: where in a body decoding finds each thing. */
import type { TemplateNode, VariableNode } from "../../model/wire-format.js";
import { literal, quote } from "../text/quote.js";
import { pathText } from "./template.js";

/** What was found in a template, as code. */
interface Found {
  readonly tests: string[];
  /** The way to the code, and where it is no problem type or may be missing. */
  code?: { readonly at: string; readonly isType: boolean; readonly optional: boolean };
  readonly messages: string[];
  readonly statuses: string[];
  readonly places: string[];
  /** The names that the code takes from the runtime. */
  readonly imports: Set<string>;
}

/** The layout of a template as an object literal. */
export function layoutText(template: TemplateNode): string {
  return foundText(find(template));
}

/** The names that the code of layouts takes from the runtime. */
export function layoutImports(templates: readonly TemplateNode[]): readonly string[] {
  return [...new Set(templates.flatMap((template) => [...find(template).imports]))];
}

function find(template: TemplateNode, imports: Set<string> = new Set()): Found {
  const found: Found = { tests: [], messages: [], statuses: [], places: [], imports };
  walk(template, [], false, found);
  return found;
}

function foundText({ tests, code, messages, statuses, places }: Found): string {
  const members = [
    ...listMember("tests", tests),
    ...(code === undefined ? [] : [`code: ${code.at}`]),
    ...(code?.isType ? ["isType: true"] : []),
    ...(code?.optional ? ["optional: true"] : []),
    ...listMember("messages", messages),
    ...listMember("statuses", statuses),
    ...listMember("places", places),
  ];
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** @param path the way to the template, each step as code. */
function walk(
  template: TemplateNode,
  path: readonly string[],
  optional: boolean,
  found: Found,
): void {
  const at = `[${path.join(", ")}]`;
  switch (template.kind) {
    case "variable":
      addVariable(template, at, optional, found);
      break;
    case "constant":
      if (!optional) found.tests.push(`[${at}, ${literal(template.value)}]`);
      break;
    case "each": {
      const from = quote(pathText(template.list.paths[0]));
      const item = foundText(find(template.item, found.imports));
      found.imports.add("repetition");
      found.places.push(`{ from: [${from}], at: ${at}, item: ${item}, as: repetition }`);
      break;
    }
    case "list":
      template.items.forEach((item, index) => {
        const own = find(item, found.imports);
        found.imports.add("findElement");
        const step = `{ index: ${index}, layout: ${foundText(own)}, as: findElement }`;
        // Of the elements only the one with the code has to be there.
        walk(item, [...path, step], optional || own.code === undefined, found);
      });
      break;
    case "object": {
      const { members, spread } = template;
      for (const { key, value, optional: mark } of members)
        walk(value, [...path, quote(key)], optional || mark, found);
      if (spread !== undefined)
        addPlace(
          spread,
          at,
          members.map(({ key }) => key),
          found,
        );
    }
  }
}

function addVariable(variable: VariableNode, at: string, optional: boolean, found: Found): void {
  const first = pathText(variable.paths[0]);
  if (first === "$code" || first === "$type") {
    if (found.code === undefined) found.code = { at, isType: first === "$type", optional };
    else if (!optional) found.tests.push(`[${at}]`);
  } else if (first === "$message") found.messages.push(at);
  else if (first === "$status") found.statuses.push(at);
  else if (first === "$fields") addPlace(variable, at, [], found);
  // What else begins with $ is written only, but for what stands in the elements of a list.
  else if (!/^\$(?!item\b|key$)/.test(first)) addPlace(variable, at, undefined, found);
}

function addPlace(
  { paths, conversion }: VariableNode,
  at: string,
  beside: readonly string[] | undefined,
  found: Found,
): void {
  if (conversion !== undefined) found.imports.add(conversion);
  const from = `[${paths.map((path) => quote(pathText(path))).join(", ")}]`;
  const members = [
    `from: ${from}`,
    // A member named like its field needs no way of its own.
    ...(at === from ? [] : [`at: ${at}`]),
    ...(conversion === undefined ? [] : [`as: ${conversion}`]),
    ...(beside === undefined ? [] : [`beside: [${beside.map(quote).join(", ")}]`]),
  ];
  found.places.push(`{ ${members.join(", ")} }`);
}

function listMember(name: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${name}: [${items.join(", ")}]`];
}
