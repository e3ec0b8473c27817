/** TypeScript and JavaScript → what they say of codes: enums, objects, evlog's catalogs, classes and calls of http-errors. */
import { parseSource, type Syntax, type SyntaxOf } from "../../coverage/syntax/parse-source.js";
import { unwrap } from "../../coverage/syntax/unwrap.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Located, SourceFile } from "../../model/source.js";
import type { TakeNote } from "../import-note.js";
import type { ListedCode, ListKey, ReadList } from "../listed-code.js";
import { callCodes } from "./call-codes.js";
import { classCodes } from "./class-codes.js";
import { codesIn, isOfEntries } from "./codes-of-tree.js";
import { evlogCodes } from "./evlog-codes.js";
import { type KnownValue, nameOfKey } from "./known-value.js";
import type { ListMap, ListMember, ListNode } from "./list-tree.js";
import type { TreeOptions } from "./member-reader.js";
import { mergeCodes } from "./merge-codes.js";
import { noteUnwritten } from "./note-unwritten.js";
import {
  commentBefore,
  type SourceContext,
  sourceList,
  sourceText,
  spanOf,
} from "./source-list.js";

/** Something that a file declares at its top. */
interface Declared {
  readonly name: string;
  readonly node: Syntax;
}

/** Reads a source. */
export function readSource(file: SourceFile, options: TreeOptions, note: TakeNote): ReadList {
  const { program, problem } = parseSource(
    file.path,
    file.text,
    ...(/\.[cm]?[jt]sx?$/.test(file.path) ? [] : (["ts"] as const)),
  );
  if (program === undefined) {
    const start = Math.min(problem?.start ?? 0, file.text.length);
    note(
      "list-unread",
      { file, start, end: start + 1 },
      `This cannot be parsed: ${problem?.message}.`,
    );
    return { codes: [], columns: new Map(), left: [] };
  }
  const declared = program.body.flatMap((statement) => declaredBy(statement as Syntax));
  const names = new Set(declared.map(({ name }) => name));
  const context: SourceContext = { file, values: valuesOf(declared, file), declared: names };
  const columns = new Map<ListKey, string>();
  const left = new Map<string, Located<string>>();
  const ofTrees = declared.flatMap(({ name, node }) => {
    const notes: (() => void)[] = [];
    const root = treeOf(name, node, { ...context, ...notesFor(notes, note) }, options);
    if (root === undefined) return [];
    const read = codesIn(root, options, note);
    // What is said of a list is of no interest where there is none.
    if (read.codes.length > 0) for (const say of notes) say();
    for (const [key, column] of read.columns) columns.set(key, column);
    for (const each of read.left) if (!left.has(each.value)) left.set(each.value, each);
    return read.codes;
  });
  const found: readonly ListedCode[] = [
    ...ofTrees,
    ...evlogCodes(program, context),
    ...classCodes(declared, context, note),
    ...callCodes(program, context, note),
  ];
  for (const statement of program.body) noteReexports(statement as Syntax, context, note);
  if (found.length === 0)
    note(
      "list-unread",
      { file, start: 0, end: 0 },
      "This source has no list of codes that is known.",
      {
        help: "Known are enums, objects by code, classes that extend an error, calls of http-errors and catalogs of evlog.",
      },
    );
  return { codes: mergeCodes(found), columns, left: [...left.values()] };
}

/** What is said of a list: what could not be read, and what was guessed. */
function notesFor(
  notes: (() => void)[],
  note: TakeNote,
): Pick<SourceContext, "unread" | "guessed"> {
  return {
    unread: (at) => {
      notes.push(() => noteUnwritten(at, note));
    },
    guessed: (at, value) => {
      const written = at.file.text.slice(at.start, at.end);
      notes.push(() =>
        note(
          "code-proposed",
          at,
          `${written} is defined elsewhere, and was read as ${quoted(value)}.`,
          {
            help: "Put the file that defines it into one with this.",
          },
        ),
      );
    },
  };
}

function noteReexports(statement: Syntax, context: SourceContext, note: TakeNote): void {
  const isExport =
    statement.type === "ExportAllDeclaration" || statement.type === "ExportNamedDeclaration";
  if (!isExport || statement.source === null || statement.exportKind === "type") return;
  const at = spanOf(statement, context);
  note("part-left", at, `What ${quoted(statement.source.value)} has was not read.`, {
    help: "Where it has codes too, import that file as well.",
  });
}

function declaredBy(statement: Syntax): readonly Declared[] {
  switch (statement.type) {
    case "ExportNamedDeclaration":
      return statement.declaration === null ? [] : declaredBy(statement.declaration as Syntax);
    case "ExportDefaultDeclaration":
      return [{ name: "default", node: statement.declaration as Syntax }];
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id, init }) =>
        init === null
          ? []
          : [{ name: id.type === "Identifier" ? id.name : "", node: init as Syntax }],
      );
    case "TSEnumDeclaration":
      return [{ name: statement.id.name, node: statement }];
    case "TSModuleDeclaration":
      return statement.body?.type === "TSModuleBlock"
        ? statement.body.body.flatMap((inner) => declaredBy(inner as Syntax))
        : [];
    case "ClassDeclaration":
      return [{ name: statement.id?.name ?? "", node: statement }];
    case "ExpressionStatement": {
      const { expression } = statement;
      if (expression.type !== "AssignmentExpression") return [];
      const { left, right } = expression;
      if (left.type !== "MemberExpression") return [];
      return [{ name: nameOfKey(left.property as Syntax) ?? "", node: right as Syntax }];
    }
    default:
      return [];
  }
}

/** The values that constants, and members of enums and objects stand for. */
function valuesOf(
  declared: readonly Declared[],
  file: SourceFile,
): ReadonlyMap<string, KnownValue> {
  const values = new Map<string, KnownValue>();
  for (const { name, node } of declared) {
    const context = { file, values };
    const root =
      node.type === "TSEnumDeclaration" ? enumTree(node, context) : sourceList(node, context);
    if (root?.kind === "text" && root.types === undefined) values.set(name, root);
    if (root?.kind !== "map") continue;
    for (const member of root.members)
      if (member.value.kind === "text") values.set(`${name}.${member.name}`, member.value);
  }
  return values;
}

const listName = /err|code|fault|fail|exception|problem|status|message|reason/i;

/** The tree of a declaration that is a list; an object that says nothing of codes has to be called like one. */
function treeOf(
  name: string,
  node: Syntax,
  context: SourceContext,
  options: TreeOptions,
): ListNode | undefined {
  if (node.type === "TSEnumDeclaration") return enumTree(node, context);
  const value = unwrap(node);
  if (value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression")
    return undefined;
  const root = sourceList(value, context);
  if (root === undefined || root.kind === "text") return undefined;
  const isOfMaps = root.kind === "list" && root.items.some(({ kind }) => kind === "map");
  const isList = listName.test(name) || name === "default" || name === "exports";
  return isList || isOfMaps || (root.kind === "map" && isOfEntries(root, options))
    ? root
    : undefined;
}

/** An enum as a mapping. Where no member has a value the names are the codes: numbers that nobody wrote mean nothing. */
function enumTree(node: SyntaxOf<"TSEnumDeclaration">, context: SourceContext): ListMap {
  const { members } = node.body;
  const isCounted = members.every(({ initializer }) => initializer === null);
  let next = 0;
  // A member may be named by those behind it.
  const values = new Map(context.values);
  const read = members.flatMap((member): readonly ListMember[] => {
    const name = nameOfKey(member.id as Syntax);
    if (name === undefined) return [];
    const at = spanOf(member.id, context);
    const counted = {
      kind: "text",
      value: isCounted ? name : String(next),
      isNumber: !isCounted,
      at,
    } as const;
    const value =
      member.initializer === null
        ? counted
        : sourceText(member.initializer as Syntax, { ...context, values });
    if (value === undefined) {
      context.unread?.(spanOf(member, context));
      return [];
    }
    values.set(name, value);
    values.set(`${node.id.name}.${name}`, value);
    next = value.isNumber ? Number(value.value) + 1 : next;
    const comment = commentBefore(context.file, member.start);
    return [{ name, at, value, ...(comment && { comment }) }];
  });
  return { kind: "map", members: read, at: spanOf(node, context) };
}
