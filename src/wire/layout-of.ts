/** Templates turned round: where in a body decoding finds each thing. */
import type { TemplateNode, VariableNode } from "../model/wire-format.js";
import { repetition } from "../runtime/wire/each.js";
import { findElement } from "../runtime/wire/element.js";
import type { ElementStep, Layout, Path, Place } from "../runtime/wire/layout.js";
import { codecOf, pathText } from "./template-of.js";

type Test = NonNullable<Layout["tests"]>[number];

/** What was found in a template. */
interface Found {
  readonly tests: Test[];
  code: { readonly at: Path; readonly isType: boolean; readonly optional: boolean } | undefined;
  readonly messages: Path[];
  readonly statuses: Path[];
  readonly places: Place[];
}

/** The layout of a template. */
export function layoutOf(template: TemplateNode): Layout {
  const found: Found = { tests: [], code: undefined, messages: [], statuses: [], places: [] };
  walk(template, [], false, found);
  const { tests, code, messages, statuses, places } = found;
  return {
    ...(tests.length > 0 && { tests }),
    ...(code !== undefined && { code: code.at }),
    ...(code?.isType && { isType: true }),
    ...(code?.optional && { optional: true }),
    ...(messages.length > 0 && { messages }),
    ...(statuses.length > 0 && { statuses }),
    ...(places.length > 0 && { places }),
  };
}

/** @param at the way to the template. */
function walk(template: TemplateNode, at: Path, optional: boolean, found: Found): void {
  switch (template.kind) {
    case "variable":
      addVariable(template, at, optional, found);
      break;
    case "constant":
      if (!optional) found.tests.push([at, template.value]);
      break;
    case "each": {
      const from = [pathText(template.list.paths[0])];
      found.places.push({ from, at, item: layoutOf(template.item), as: repetition });
      break;
    }
    case "list":
      template.items.forEach((item, index) => {
        const layout = layoutOf(item);
        const step: ElementStep = { index, layout, as: findElement };
        // Of the elements only the one with the code has to be there.
        walk(item, [...at, step], optional || layout.code === undefined, found);
      });
      break;
    case "object": {
      const { members, spread } = template;
      for (const { key, value, optional: mark } of members)
        walk(value, [...at, key], optional || mark, found);
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

function addVariable(variable: VariableNode, at: Path, optional: boolean, found: Found): void {
  const first = pathText(variable.paths[0]);
  if (variable.paths.some(([name]) => name === "$message")) found.messages.push(at);
  if (first === "$code" || first === "$type") {
    if (found.code === undefined) found.code = { at, isType: first === "$type", optional };
    else if (!optional) found.tests.push([at]);
  } else if (first === "$status") found.statuses.push(at);
  else if (first === "$fields") addPlace(variable, at, [], found);
  // What else begins with $ is written only, but for what stands in the elements of a list.
  else if (!/^\$(?!item\b|key$)/.test(first)) addPlace(variable, at, undefined, found);
}

function addPlace(
  { paths, conversion }: VariableNode,
  at: Path,
  beside: readonly string[] | undefined,
  found: Found,
): void {
  const from = paths.map(pathText);
  const as = codecOf(conversion);
  // A member named like its field needs no way of its own.
  const isAlike = at.length === from.length && at.every((step, index) => step === from[index]);
  found.places.push({
    from,
    ...(!isAlike && { at }),
    ...(as !== undefined && { as }),
    ...(beside !== undefined && { beside }),
  });
}
