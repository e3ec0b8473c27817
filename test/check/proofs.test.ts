/** What an earlier check has proven is not proven again, and nothing that is said depends on it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkCatalog, examineCatalog } from "../../src/check/check-catalog.js";
import { type KnownProofs, knownProofs } from "../../src/cli/known-proofs.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Catalog } from "../../src/model/catalog.js";
import { entryText, errorsText, headText, lines, shown } from "../support/catalog-of.js";

const wires = [
  "body: { code: $code, text: $message }",
  "body: { code: $code, text: $message, title: $title }",
  "body: { code: $title|code, text: $message }",
  "body: { code: $code, plan?: $u.plan }",
  "body: { code: $code, plan?: $u.plan, used?: $u.used }",
  "body: { text: $message }",
];
const members = [
  { title: "Sold out" },
  { title: "b_0" },
  { message: "Something else is said." },
  { message: "b_0" },
  { status: "410" },
  { status: "500" },
  {
    fields: "{ u: { type: object, properties: { plan: string, used: integer } } }",
    examples: "[{ title: A case, fields: { u: { plan: a, used: 1 } } }]",
  },
  { fields: "{ u?: { type: object, properties: { plan: string, used: integer } } }" },
  { examples: "[{ title: Another }, { title: A third }]" },
];

interface Edit {
  readonly file: "a" | "b";
  readonly code: 0 | 1;
  readonly members: Readonly<Record<string, string>>;
}

/** What a catalog is after some edits. */
interface State {
  readonly wire: string;
  readonly edits: readonly Edit[];
}

const state: fc.Arbitrary<State> = fc.record({
  wire: fc.constantFrom(...wires.slice(0, 2), ...wires),
  edits: fc.array(
    fc.record({
      file: fc.constantFrom("a", "b"),
      code: fc.constantFrom(0, 1),
      members: fc.constantFrom(...members),
    }),
    { maxLength: 3 },
  ),
});

function catalogAt({ wire, edits }: State): Catalog {
  const errors = (file: "a" | "b") =>
    errorsText(
      ...[0, 1].map((code) => {
        const own = edits.filter((edit) => edit.file === file && edit.code === code);
        const title = `The ${file}_${code}`;
        return entryText(
          `${file}_${code}`,
          Object.assign({ title }, ...own.map((edit) => edit.members)),
        );
      }),
    );
  const texts = {
    "catalog.yaml": headText("infer: { 409: a_0, 500: b_1 }"),
    "errors/a.yaml": errors("a"),
    "errors/b.yaml": errors("b"),
    "wire/w.yaml": lines("wire: w", wire),
  };
  const files = Object.entries(texts).map(([path, content]) => ({
    path,
    shownPath: path,
    content,
  }));
  const { catalog } = loadCatalog(files);
  if (catalog === undefined) throw new Error("The catalog of this test cannot be read.");
  return catalog;
}

it("what is said is the same with the proofs of earlier checks and without", () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 6 }), (states) => {
      let proofs: KnownProofs = knownProofs([]);
      for (const each of states) {
        proofs = knownProofs(proofs.used);
        const catalog = catalogAt(each);
        expect(shown(examineCatalog(catalog, proofs).diagnostics)).toEqual(
          shown(checkCatalog(catalog)),
        );
      }
    }),
    { numRuns: 60 },
  );
});

it("a file that was not touched keeps its proofs, and one that loses something has none", () => {
  const proofsOf = (each: State, known: Iterable<string> = []) => {
    const proofs = knownProofs(known);
    examineCatalog(catalogAt(each), proofs);
    return proofs.used;
  };
  const [wire = ""] = wires;
  const touched: Edit = { file: "a", code: 1, members: { title: "Another" } };
  const first = proofsOf({ wire, edits: [] });
  const second = proofsOf({ wire, edits: [touched] }, first);
  // Three formats, two of them built in, and two files.
  expect([first.size, second.size]).toEqual([6, 6]);
  expect([...second].filter((name) => first.has(name))).toHaveLength(3);
  const code: Edit = { file: "a", code: 0, members: { status: "410" } };
  expect([...proofsOf({ wire, edits: [code] }, first)].filter((name) => first.has(name))).toEqual(
    [],
  );
  expect(proofsOf({ wire: "body: { text: $message }", edits: [] }).size).toBe(4);
});

it("what is proven is believed", () => {
  const edit: Edit = { file: "a", code: 0, members: members[6] ?? {} };
  const catalog = catalogAt({ wire: "body: { code: $code, plan?: $u.plan }", edits: [edit] });
  const everything = { ...knownProofs([]), has: () => true };
  const said = shown(examineCatalog(catalog, everything).diagnostics).join("\n");
  expect(shown(checkCatalog(catalog)).join("\n")).toContain('in the example "A case"');
  expect(said).not.toContain('in the example "A case"');
});
