/** A role as the function that makes its error from what a framework found. */
import { match } from "ts-pattern";
import type { Catalog, Entry } from "../../model/catalog.js";
import { type Field, propertyNamed } from "../../model/field.js";
import { constructorName } from "../../model/identifier.js";
import { problemShape } from "../../model/problem-shape.js";
import { type NamedValue, namedValue, type RoleCode, type RoleVariable } from "../../model/role.js";
import {
  type Finding,
  memberIn,
  problemLines,
  problemLists,
  problemRows,
  problemTexts,
} from "../../runtime/generated.js";
import { dataText } from "../text/print-data.js";
import { quote } from "../text/quote.js";
import { width } from "../text/width.js";
import { asNever } from "./declarations.js";
import type { ModuleFile } from "./module-file.js";

/** The constructor of an entry that needs no fields, as a function that takes options alone. */
export function bareConstructor(entry: Entry, file: ModuleFile): string {
  const made = `${file.valuesOf("./index.js")}.${constructorName(entry)}`;
  return entry.fields.length === 0 ? made : `(options) => ${made}({}, options)`;
}

/** What fills a field: an expression, what it reads, and when there is nothing to read. */
interface Filling {
  readonly field: Field;
  readonly value: string;
  /** A constant of the function. */
  readonly reads?: { readonly name: string; readonly from: string };
  /** Tests of which one holds where there is no value. */
  readonly lacks: readonly string[];
}

/** The function, over several lines where it reads what was found. */
export function roleFunction(
  { fields }: RoleCode,
  entry: Entry,
  catalog: Catalog,
  file: ModuleFile,
): string {
  const made = `${file.valuesOf("./index.js")}.${constructorName(entry)}`;
  if (entry.fields.length === 0) return `(_finding, options) => ${made}(options)`;
  const fillings = fields.flatMap(({ name, value }): Filling[] => {
    const field = propertyNamed(entry.fields, name);
    if (field === undefined) return [];
    if (value.kind === "constant")
      return [{ field, value: dataText(value.value, () => undefined), lacks: [] }];
    const named = namedValue(value.text);
    return named === undefined ? [] : [fillingOf(named, field, catalog, file)];
  });
  const members = fillings.map(({ field: { name }, value }) =>
    name === value ? name : `${name}: ${value}`,
  );
  const reads = new Map(
    fillings.flatMap(({ reads }) => (reads === undefined ? [] : [[reads.name, reads.from]])),
  );
  if (reads.size === 0) {
    const head = "(_finding, options) => ";
    return head + callText(made, members, nested + longestRole + head.length);
  }
  const lacks = new Set(
    fillings.flatMap(({ field, lacks: tests }) => (field.optional ? [] : tests)),
  );
  const test = [...lacks].join(" || ");
  const head = lacks.size === 0 ? "  return " : `  return ${test} ? undefined : `;
  const isShort = nested + head.length + callText(made, members).length < width;
  const start = isShort || lacks.size === 0 ? head : `  return ${test}\n    ? undefined\n    : `;
  const call = callText(made, members, isShort ? 0 : nested + start.length);
  const lines = [...reads].map(([name, from]) => `  const ${name} = ${from};\n`).join("");
  return `(finding, options) => {\n${lines}${start}${indented(call, start)};\n}`;
}

// Where the functions stand: in a member of a member.
const nested = 4;
const longestRole = 24;

/** A call of a constructor, with the fields on lines of their own where they are wider than a page. */
function callText(made: string, members: readonly string[], before = 0): string {
  const given = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  const line = `${made}(${given}, options)`;
  if (before + line.length < width) return line;
  return `${made}({\n${members.map((member) => `  ${member},\n`).join("")}}, options)`;
}

function indented(text: string, start: string): string {
  const [indent = ""] = /^ */.exec(start.slice(start.lastIndexOf("\n") + 1)) ?? [];
  return text.replaceAll("\n", `\n${indent}`);
}

function fillingOf(named: NamedValue, field: Field, catalog: Catalog, file: ModuleFile): Filling {
  const read = (from: string, name: string) => `${file.value(memberIn)}(${from}, ${quote(name)})`;
  if (named.of === "context") {
    const local = `$$${named.name}`;
    const from = read(read("finding", "context"), named.name);
    // Check has compared the types, and TypeScript compares them otherwise.
    return {
      field,
      value: `${local}${asNever(file)}`,
      reads: { name: local, from },
      lacks: [`${local} === undefined`],
    };
  }
  const name = named.variable.slice(1) as MemberOf<RoleVariable>;
  const filling = {
    field,
    value: name,
    reads: { name, from: read("finding", name) },
    lacks: [`${name} === undefined`],
  };
  if (named.variable !== "$problems") return filling;
  const by = named.byPointer ? ', "pointer"' : "";
  const call = (shape: unknown, more = by) => `${file.value(shape)}(${name}${more})`;
  const { value, tests } = match(problemShape(field.type, catalog.types))
    .with({ kind: "texts" }, () => ({ value: call(problemTexts), tests: [] }))
    .with({ kind: "lines" }, () => ({ value: call(problemLines), tests: [] }))
    .with({ kind: "rows" }, ({ members, needsPart }) => ({
      value: `${call(problemRows, `, [${members.map(quote).join(", ")}]`)}${asNever(file)}`,
      tests: needsPart ? [`${name}.some((each) => ${read("each", "in")} === undefined)`] : [],
    }))
    .with({ kind: "lists" }, undefined, () => ({ value: call(problemLists), tests: [] }))
    .exhaustive();
  const lacks = [...filling.lacks, ...tests];
  return {
    ...filling,
    value: field.optional ? `${lacks.join(" || ")} ? undefined : ${value}` : value,
    lacks,
  };
}

/** The member of what was found that a variable stands for. */
type MemberOf<Variable extends string> = Variable extends `$${infer Name extends keyof Finding}`
  ? Name
  : never;
