/** The table put to the proof: modules of both versions, compiled, and answers of one decoded by the other. */
import { beforeAll, describe, expect, it } from "vitest";
import { type ChangeKind, changeKinds } from "../../src/diff/changes/change-kinds.js";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import { type CatalogTexts, entryText } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";
import { changesBetween, entries, late, readCatalog } from "./compared.js";

interface Case {
  readonly kind: ChangeKind;
  readonly base: CatalogTexts;
  readonly current: CatalogTexts;
  /** Arguments of a call that was good before the change, and of one that makes use of it. */
  readonly old: string;
  readonly now: string;
  /** Which format the answers are in. */
  readonly wire?: string;
  /** The constructor after the change, where it is not the same. */
  readonly builder?: string;
}

const fields = (
  kind: ChangeKind,
  base: string,
  current: string,
  old: string,
  now: string = old,
): Case => ({ kind, base: late({ fields: base }), current: late({ fields: current }), old, now });
const internal = "{ type: string, internal: true }";
const wait = "{ properties: { kind: { const: wait } } }";
const open = "{ properties: { kind: { const: open } } }";
const call = "{ properties: { kind: { const: call } } }";
const wire = (text: string): CatalogTexts => ({
  ...late({ fields: "{ a: string }" }),
  "wire/v.yaml": `wire: v\n${text}\n`,
});
const wires = (kind: ChangeKind, base: string, current: string): Case => ({
  kind,
  base: wire(base),
  current: wire(current),
  old: '{ a: "x" }',
  now: '{ a: "x" }',
  wire: "v",
});
const body = "body: { error: $code, message: $message, a: $a }";

const cases: readonly Case[] = [
  {
    kind: "code-added",
    base: late(),
    current: entries([
      entryText("late", { title: "Too late" }),
      entryText("gone", { title: "Gone for good" }),
    ]),
    old: "",
    now: "",
    builder: "gone",
  },
  {
    kind: "code-ended",
    base: late(),
    current: entries([
      "  late: { retired: { since: 1.0.0 } }\n",
      entryText("gone", { title: "Gone for good", message: "It is no more." }),
    ]),
    old: "",
    now: "",
    builder: "gone",
  },
  fields(
    "field-added-optional",
    "{ a: string }",
    "{ a: string, b?: string }",
    '{ a: "x" }',
    '{ a: "x", b: "y" }',
  ),
  fields(
    "field-added-required",
    "{ a: string }",
    "{ a: string, b: string }",
    '{ a: "x" }',
    '{ a: "x", b: "y" }',
  ),
  fields(
    "field-removed",
    "{ a: string, b: string }",
    "{ a: string }",
    '{ a: "x", b: "y" }',
    '{ a: "x" }',
  ),
  fields(
    "field-made-required",
    "{ a?: string, b?: string }",
    "{ a: string, b?: string }",
    '{ b: "y" }',
    '{ a: "x" }',
  ),
  fields(
    "field-made-optional",
    "{ a: string, b?: string }",
    "{ a?: string, b?: string }",
    '{ a: "x" }',
    '{ b: "y" }',
  ),
  fields(
    "type-widened",
    "{ a: string }",
    "{ a: { type: [string, integer] } }",
    '{ a: "x" }',
    "{ a: 1 }",
  ),
  fields(
    "type-narrowed",
    "{ a: { type: [string, integer] } }",
    "{ a: string }",
    "{ a: 1 }",
    '{ a: "x" }',
  ),
  fields("type-changed", "{ a: string }", "{ a: integer }", '{ a: "x" }', "{ a: 1 }"),
  fields(
    "enum-value-added",
    "{ a: { enum: [x] } }",
    "{ a: { enum: [x, y] } }",
    '{ a: "x" }',
    '{ a: "y" }',
  ),
  fields(
    "enum-value-removed",
    "{ a: { enum: [x, y] } }",
    "{ a: { enum: [x] } }",
    '{ a: "y" }',
    '{ a: "x" }',
  ),
  fields(
    "variant-added",
    `{ a: { oneOf: [${wait}, ${open}] } }`,
    `{ a: { oneOf: [${wait}, ${open}, ${call}] } }`,
    '{ a: { kind: "wait" } }',
    '{ a: { kind: "call" } }',
  ),
  fields(
    "limit-loosened",
    "{ a: { type: integer, maximum: 1 } }",
    "{ a: { type: integer, maximum: 2 } }",
    "{ a: 1 }",
    "{ a: 2 }",
  ),
  fields(
    "internal-made-public-optional",
    `{ a?: ${internal}, b: string }`,
    "{ a?: string, b: string }",
    '{ b: "y" }',
    '{ a: "x", b: "y" }',
  ),
  fields(
    "internal-made-public-required",
    `{ a: ${internal}, b: string }`,
    "{ a: string, b: string }",
    '{ a: "x", b: "y" }',
  ),
  fields(
    "public-made-internal",
    "{ a: string, b: string }",
    `{ a: ${internal}, b: string }`,
    '{ a: "x", b: "y" }',
  ),
  fields(
    "internal-field-added-required",
    "{ b: string }",
    `{ a: ${internal}, b: string }`,
    '{ b: "y" }',
    '{ a: "x", b: "y" }',
  ),
  fields(
    "internal-field-removed",
    `{ a: ${internal}, b: string }`,
    "{ b: string }",
    '{ a: "x", b: "y" }',
    '{ b: "y" }',
  ),
  {
    kind: "status-removed",
    base: late({ status: "[409, 410]" }),
    current: late(),
    old: "{ status: 410 }",
    now: "",
  },
  {
    kind: "status-added",
    base: late(),
    current: late({ status: "[409, 410]" }),
    old: "",
    now: "{ status: 410 }",
  },
  {
    kind: "identifier-changed",
    base: late(),
    current: late({ name: "tooLate" }),
    old: "",
    now: "",
    builder: "tooLate",
  },
  {
    kind: "message-changed",
    base: late(),
    current: late({ message: "Too late." }),
    old: "",
    now: "",
  },
  {
    kind: "header-added",
    base: late(),
    current: late({ headers: "{ X-When: now }" }),
    old: "",
    now: "",
  },
  wires("wire-spelling-changed", body, `${body}\ncodes: { late: { code: LATE, also: [late] } }`),
  wires("wire-also-removed", `${body}\ncodes: { late: { also: [old] } }`, body),
  wires("wire-member-added", body, body.replace("a: $a", "a: $a, data: null")),
  wires("wire-member-required", body, body.replace("a: $a", "a: $a, ok: false")),
  wires("wire-member-changed", body, body.replace("a: $a", "b: $a")),
  wires("wire-accepts-added", body, `${body}\naccepts: [{ code: $code, a: $a }]`),
  wires(
    "wire-field-required",
    `${body}\ncodes: { late: { omits: [a], body: { error: $code, message: $message } } }`,
    body,
  ),
];

interface Answer {
  readonly status: number;
}
interface Format {
  encode(error: unknown): Answer;
  decode(answer: Answer): { readonly code: string; readonly a?: unknown };
}
type Module = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;
interface Version {
  readonly module: Module;
  readonly wire: Readonly<Record<string, Format>>;
}

async function compiled(texts: CatalogTexts): Promise<Version> {
  const files = filesOf(texts);
  const all = {
    "all.ts": 'export * as module from "./index.js";\nexport * as wire from "./wire.js";\n',
    ...files,
  };
  return (await runModule(all)) as unknown as Version;
}

function filesOf(texts: CatalogTexts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    emitTypeScript(readCatalog(texts)).map(({ path, text }) => [path, text]),
  );
}

/** What a call gives, without the compiler's help. */
function called(version: Version, name: string, values: string): unknown {
  const create = version.module[name];
  if (create === undefined) throw new Error(`There is no ${name}.`);
  return create(...(values === "" ? [] : [new Function(`return (${values});`)()]));
}

describe("consumers", () => {
  // What clients do by status, header or switch is beyond decoding.
  const decodable = new Set<ChangeKind>(["status-added", "variant-added", "status-removed"]);

  it.each(cases)("$kind: an answer of each version meets a client of the other", async (each) => {
    const { kind, base, current, old, now, wire: name = "flat", builder = "late" } = each;
    expect(changesBetween(base, current).map(({ id }) => id)).toContain(kind);
    const [before, after] = await Promise.all([compiled(base), compiled(current)]);
    const reads = (from: Version, to: Version, create: string, values: string) => {
      const answer = from.wire[name]?.encode(called(from, create, values));
      const error = answer && to.wire[name]?.decode(answer);
      return error !== undefined && error.code !== "unrecognized";
    };
    const oldReadsNew = reads(after, before, builder, now);
    const newReadsOld = reads(before, after, "late", old);
    const isAlsoRead = kind === "wire-also-removed";
    const { consumers } = changeKinds[kind];
    const isUnharmed = oldReadsNew && newReadsOld;
    if (kind === "code-added") expect([oldReadsNew, newReadsOld]).toEqual([false, true]);
    else if (kind === "identifier-changed" || isAlsoRead) expect(isUnharmed).toBe(true);
    else if (consumers === "breaks") expect(isUnharmed).toBe(false);
    else if (consumers === "safe" || decodable.has(kind)) expect(isUnharmed).toBe(true);
  });
});

describe("producers", () => {
  let errors: readonly string[] = [];

  beforeAll(() => {
    const files = cases.flatMap(({ kind, current, old }): [string, string][] => [
      ...Object.entries(filesOf(current)).map(([path, text]): [string, string] => [
        `${kind}/${path}`,
        text,
      ]),
      [
        `${kind}/call.ts`,
        `import { late } from "./index.js";\nexport const error: Error = late(${old});\n`,
      ],
    ]);
    errors = typeErrors(Object.fromEntries(files));
  }, 120_000);

  it.each(cases)(
    "$kind: a call that was good compiles exactly where they are not broken",
    ({ kind }) => {
      const own = errors.filter((error) => error.startsWith(`${kind}/`));
      const isBroken = changeKinds[kind].producers === "breaks";
      if (isBroken) expect(own).not.toEqual([]);
      else expect(own).toEqual([]);
    },
  );
});
