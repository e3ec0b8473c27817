/** What the variables of templates name. */
import type { Report } from "../../diagnostics/report.js";
import { didYouMean, guesser, quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { Field, FieldType } from "../../model/field.js";
import { followPath } from "../../model/field-path.js";
import { conversions, type VariableNode, type WireFormat } from "../../model/wire-format.js";
import { memberGuesser } from "../guess-member.js";
import { templateNames } from "../template-names.js";
import { itemTypes, variableTypes } from "./variable-types.js";
import type { Standing } from "./visit-template.js";

/** A check of variables that reports columns, fields, values of the request and conversions that there are not. */
export function variableCheck(
  format: WireFormat,
  catalog: Catalog,
  report: Report<"wire-variable">,
): (variable: VariableNode, standing: Standing) => void {
  const columns = new Set([
    ...Object.keys(format.columns),
    ...format.rows.flatMap((row) => Object.keys(row.columns)),
  ]);
  const guessColumn = guesser(() => columns);
  const names = templateNames(catalog);
  const checkPath = (path: readonly string[], at: VariableNode["at"], lists: Standing["lists"]) => {
    const [first = "", second = "", third] = path;
    if (first === "$row") {
      if (!columns.has(second))
        report("wire-variable", at, `There is no column ${quoted(second)}.`, guessColumn(second));
      else if (third !== undefined)
        report("wire-variable", at, `The column ${quoted(second)} is a value without members.`);
    } else if (first === "$context") checkContext(path, at, catalog, report);
    else if (first === "$item" || first === "$key") {
      if (lists.length === 0)
        report("wire-variable", at, `${first} stands only in what $each repeats.`);
      else checkItem(path, at, lists, catalog, report);
    } else if (first.startsWith("$")) {
      if (second !== "")
        report("wire-variable", at, `${first} has no member ${quoted(second)}.`, {
          help: `The field of this name is \`$.${path.join(".").slice(1)}\`.`,
        });
    } else {
      const lost = names.lost(path);
      if (lost === undefined) return;
      const message =
        lost.step === undefined
          ? `No entry has a field ${quoted(first)}, and no variable has this name.`
          : `No field ${quoted(first)} has ${quoted(lost.step)} there.`;
      report("wire-variable", at, message, lost.guess);
    }
  };
  return ({ paths, conversion, at }, { lists }) => {
    for (const path of paths) checkPath(path, at, lists);
    if (conversion === undefined) return;
    for (const name of conversion.split(":"))
      if (!(conversions as readonly string[]).includes(name)) {
        const message = `There is no conversion ${quoted(name)}.`;
        report("wire-variable", at, message, didYouMean(name, conversions));
      }
  };
}

function checkContext(
  path: readonly string[],
  at: VariableNode["at"],
  { context, types }: Catalog,
  report: Report<"wire-variable">,
): void {
  const [, name, ...rest] = path;
  if (name === undefined) return;
  const found = followPath(context, [name, ...rest], types);
  if (found.found || found.known.length === 0) {
    if (!found.found && context.length === 0)
      report("wire-variable", at, "catalog.yaml declares no `context`.", {
        help: `Such as \`context: { ${name}: string }\`.`,
      });
    return;
  }
  const message =
    found.step === name
      ? `\`context\` in catalog.yaml declares no ${quoted(name)}.`
      : `Nothing in \`context\` has ${quoted(found.step)} there.`;
  report("wire-variable", at, message, memberGuesser(found.known)(found.step));
}

/** The members of an item are those that its type declares, where it declares any. */
function checkItem(
  path: readonly string[],
  at: VariableNode["at"],
  lists: Standing["lists"],
  catalog: Catalog,
  report: Report<"wire-variable">,
): void {
  const [first = "", ...rest] = path;
  const list = lists.at(-1);
  if (first === "$key") {
    const types = list && variableTypes(list, lists.slice(0, -1), catalog);
    if (types?.every(({ kind }) => kind === "array"))
      report("wire-variable", at, "The items of a list have no $key.");
    return;
  }
  const items = list && itemTypes(variableTypes(list, lists.slice(0, -1), catalog), catalog.types);
  if (items === undefined || rest.length === 0) return;
  const found = items.map((type) => followPath([itemField(type, at)], path, catalog.types));
  const lost = found.find((way) => !way.found);
  if (lost === undefined || lost.found || found.some((way) => way.found)) return;
  // Of an object that declares no members nobody knows which it has.
  const isValue = items.every(({ kind }) => kind === "scalar" || kind === "enum");
  if (lost.known.length === 0 && !isValue) return;
  report(
    "wire-variable",
    at,
    `The items of $${(list?.paths[0] ?? []).join(".").replace(/^\$/, "")} have no ${quoted(lost.step)}.`,
    memberGuesser(lost.known)(lost.step),
  );
}

function itemField(type: FieldType, at: Field["at"]): Field {
  return { name: "$item", at, optional: false, secret: false, internal: false, type };
}
