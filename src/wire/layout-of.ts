/** Templates turned round: where in a body decoding finds each thing. */
import { bodiesUnder } from "../model/placement.js";
import type { Condition, TemplateNode, VariableNode } from "../model/wire-format.js";
import { findAnyCase, findName } from "../runtime/wire/aliases.js";
import { assumeCode } from "../runtime/wire/assumed-code.js";
import type { Codec } from "../runtime/wire/codec.js";
import { headerText } from "../runtime/wire/codecs/header-text.js";
import { textValue } from "../runtime/wire/codecs/text-value.js";
import { holds } from "../runtime/wire/conditions.js";
import { repetition } from "../runtime/wire/each.js";
import { findElement } from "../runtime/wire/element.js";
import { findHeader, type HeaderStep } from "../runtime/wire/header-fields.js";
import type {
  AnswerTest,
  ElementStep,
  Layout,
  Path,
  PathStep,
  Place,
  Several,
} from "../runtime/wire/layout.js";
import { readErrors } from "../runtime/wire/several.js";
import { findText } from "../runtime/wire/spread.js";
import { elementText } from "../runtime/wire/syntaxes/element-text.js";
import { oneOrMore } from "../runtime/wire/syntaxes/one-or-more.js";
import { readText } from "../runtime/wire/text-step.js";
import { treeRepetition } from "../runtime/wire/tree-fields.js";
import { codecOf, pathText, textSpec, treeItem } from "./template-of.js";

type Test = NonNullable<Layout["tests"]>[number];

/** What was found in a template. */
interface Found {
  readonly tests: Test[];
  code: { readonly at: Path; readonly isType: boolean; readonly optional: boolean } | undefined;
  assumed: string | number | undefined;
  readonly messages: Path[];
  readonly statuses: Path[];
  readonly places: Place[];
  several: Several | undefined;
}

/** Where a template stands. */
export interface Surroundings {
  /** How what is inside a text becomes a value without being asked. */
  readonly as?: Codec;
  /** Elements of XML: names without prefixes, text among attributes. */
  readonly isXml?: boolean;
  /** Names are the same in capitals. */
  readonly isAnyCase?: boolean;
  readonly isHeader?: boolean;
  /** One of several alternatives: no constant has to be there. */
  readonly isAlternative?: boolean;
  /** An element of a list that a template names, as it is told from the others. */
  readonly isElement?: boolean;
  /** What `$row.x` is, in the body of a row. */
  readonly columns?: Readonly<Record<string, string | number | boolean>>;
}

/** The layout of a template. */
export function layoutOf(template: TemplateNode, around: Surroundings = {}): Layout {
  const found = nothingFound();
  const hasErrors = bodiesUnder(template).some((node) => node.kind === "errors" && node.item);
  walk(template, hasErrors ? ["body"] : [], false, found, around);
  return layoutFrom(found);
}

function nothingFound(): Found {
  return {
    ...{ tests: [], messages: [], statuses: [], places: [] },
    ...{ code: undefined, assumed: undefined, several: undefined },
  };
}

/** The layout of headers: the way to each begins with the step that finds it. */
export function headersLayout(headers: readonly (readonly [name: string, TemplateNode])[]): Layout {
  const whole = nothingFound();
  for (const [name, template] of headers) {
    const step: HeaderStep = { name: name.toLowerCase(), as: findHeader };
    walk(template, [step], true, whole, { as: headerText, isHeader: true });
  }
  return layoutFrom(whole);
}

/** A condition as decoding meets it. */
export function testOf({ status, headers, body }: Condition): AnswerTest {
  const named =
    headers?.kind === "object"
      ? headers.members.map(({ key, value }) => {
          const step: HeaderStep = { name: key.toLowerCase(), as: findHeader };
          const whole = nothingFound();
          walk(value, [step], false, whole, { as: headerText, isHeader: true });
          return whole.tests;
        })
      : [];
  const tests = named.flat();
  return {
    ...(status !== undefined && { status }),
    ...(tests.length > 0 && { headers: { tests } }),
    ...(body !== undefined && { body: layoutOf(body) }),
  };
}

function layoutFrom(found: Found): Layout {
  const { tests, code, assumed, messages, statuses, places, several } = found;
  return {
    ...(tests.length > 0 && { tests }),
    ...(code !== undefined && { code: code.at }),
    ...(assumed !== undefined && { assumed: { code: assumed, as: assumeCode } }),
    ...(code?.isType && { isType: true }),
    ...(code?.optional && { optional: true }),
    ...(messages.length > 0 && { messages: ownFirst(messages, several) }),
    ...(statuses.length > 0 && { statuses: ownFirst(statuses, several) }),
    ...(places.length > 0 && { places }),
    ...(several !== undefined && { several }),
  };
}

/** What one of several errors says of itself comes before what is said of all. */
function ownFirst(paths: readonly Path[], several: Several | undefined): readonly Path[] {
  if (several === undefined || several.alone) return paths;
  const isOwn = ([first]: Path) => first === "error";
  return [...paths.filter(isOwn), ...paths.filter((path) => !isOwn(path))];
}

/** @param at the way to the template. */
function walk(
  template: TemplateNode,
  at: Path,
  optional: boolean,
  found: Found,
  around: Surroundings,
): void {
  switch (template.kind) {
    case "variable":
      addVariable(template, at, optional, found, around);
      break;
    case "constant":
      if (!optional && !around.isAlternative)
        found.tests.push([at, around.as ? String(template.value) : template.value]);
      break;
    case "any":
      if (!optional) found.tests.push([at, null]);
      break;
    case "each": {
      const from = [pathText(template.list.paths[0])];
      const item = layoutOf(template.item, around);
      found.places.push({ from, at: listAt(at, around), item, as: repetition });
      break;
    }
    case "tree": {
      const from = [pathText(template.list.paths[0])];
      const item = layoutOf(treeItem(template), around);
      const { leaf } = template;
      found.places.push({
        from,
        at,
        item,
        as: treeRepetition,
        ...(leaf !== undefined && { leaf }),
      });
      break;
    }
    case "errors": {
      const { item, prefer } = template;
      // What tells the elements of a list around it apart stands beside the errors.
      if (around.isElement) break;
      const conditions = prefer.map(testOf);
      const list = listAt(at, around);
      found.several = {
        at: item === undefined ? list : list.slice(1),
        ...(item === undefined && { alone: true }),
        ...(optional && { optional: true }),
        ...(conditions.length > 0 && { prefer: conditions, holds }),
        read: readErrors,
      };
      if (item !== undefined) walk(item, ["error"], false, found, around);
      break;
    }
    case "text": {
      const { syntax } = template;
      const step: PathStep = { ...textSpec(syntax), as: readText as never };
      const isConstant = template.template.kind === "object" && !template.template.members.length;
      // A pattern without values is a constant that says less.
      if (isConstant && !optional && !around.isAlternative) found.tests.push([[...at, step], null]);
      walk(template.template, [...at, step], optional, found, {
        ...around,
        ...(syntax.name !== "json" && { as: around.as ?? textValue }),
        isXml: syntax.name === "xml",
        isAnyCase: syntax.name === "params",
      });
      break;
    }
    case "both":
      for (const each of template.alternatives)
        walk(each, at, optional, found, { ...around, isAlternative: true });
      break;
    case "list":
      template.items.forEach((item, index) => {
        const own = nothingFound();
        walk(item, [], false, own, { ...around, isElement: true });
        const layout = layoutFrom(own);
        const step: ElementStep = { index, layout, as: findElement };
        // Of the elements only the one with the code has to be there.
        walk(
          item,
          [...listAt(at, around), step],
          optional || layout.code === undefined,
          found,
          around,
        );
      });
      break;
    case "object": {
      const { members, spread } = template;
      for (const { key, aliases = [], value, optional: mark } of members) {
        // What XML says of itself is written, and not looked at.
        if (around.isXml && /^\?|^@xmlns\b/.test(key)) continue;
        const steps = [key, ...aliases].map((name) => (around.isXml ? localName(name) : name));
        walk(value, [...at, stepOf(steps, around)], optional || mark, found, around);
      }
      if (spread === undefined) return;
      const beside = members.flatMap(({ key, aliases = [] }) => [key, ...aliases]);
      if (pathText(spread.paths[0]) === "$message")
        found.messages.push([...at, { beside, as: findText } as PathStep]);
      else addPlace(spread, at, beside, found, around);
    }
  }
}

/** The way to a list; in texts an element that stands alone is one. */
function listAt(at: Path, { as }: Surroundings): Path {
  return as === undefined ? at : [...at, { as: oneOrMore } as PathStep];
}

function stepOf(names: readonly string[], { isAnyCase }: Surroundings): string | PathStep {
  if (isAnyCase) return { names, as: findAnyCase } as PathStep;
  return names.length === 1 ? (names[0] as string) : ({ names, as: findName } as PathStep);
}

/** `soap:Fault` → `Fault`, `@xml:lang` → `@lang`. */
function localName(name: string): string {
  return name.replace(/^(@?).*:/, "$1");
}

function addVariable(
  variable: VariableNode,
  at: Path,
  optional: boolean,
  found: Found,
  around: Surroundings,
): void {
  const [first = ""] = variable.paths[0] ?? [];
  const text = around.isXml ? [...at, { as: elementText } as PathStep] : at;
  if (variable.paths.some(([name]) => name === "$message")) found.messages.push(text);
  if (first === "$code" || first === "$type") {
    const { fallback } = variable;
    if (fallback !== undefined) found.assumed = fallback.value as string;
    if (found.code === undefined) found.code = { at: text, isType: first === "$type", optional };
    else if (!optional) found.tests.push([text]);
  } else if (first === "$status") found.statuses.push(text);
  else if (first === "$row") {
    const value = around.columns?.[variable.paths[0]?.[1] ?? ""];
    if (value !== undefined && !optional && !around.isAlternative) found.tests.push([at, value]);
  } else if (first === "$fields") addPlace(variable, at, [], found, around);
  // What else begins with $ is written only, but for what belongs to items and to the answer.
  else if (!/^\$(?!item$|key$|context$|delay$)/.test(first))
    addPlace(variable, at, undefined, found, around);
}

function addPlace(
  { paths, conversion }: VariableNode,
  at: Path,
  beside: readonly string[] | undefined,
  found: Found,
  { as: usual, isHeader }: Surroundings,
): void {
  const from = paths.map(pathText);
  const as = codecOf(conversion) ?? usual;
  // A member named like its field needs no way of its own.
  const isAlike = at.length === from.length && at.every((step, index) => step === from[index]);
  found.places.push({
    from,
    ...(!isAlike && { at }),
    ...(as !== undefined && { as }),
    ...(beside !== undefined && { beside }),
    ...(isHeader && { isHeader }),
  });
}
