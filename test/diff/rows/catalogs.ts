/** Changes to a catalog as a whole and to its operations. */
import { headText } from "../../support/catalog-of.js";
import { late } from "../compared.js";
import type { Row } from "./row.js";

const head = (name: string, base: string, current: string, ...finds: readonly string[]): Row => ({
  name,
  base: { ...late(), "catalog.yaml": base },
  current: { ...late(), "catalog.yaml": current },
  finds,
});
const operations = (
  name: string,
  base: string,
  current: string,
  ...finds: readonly string[]
): Row => ({
  name,
  base: { ...late(), "operations.yaml": `operations: ${base}\n` },
  current: { ...late(), "operations.yaml": `operations: ${current}\n` },
  finds,
});
const plain = headText();
const field = { fields: "{ a: A }" };

/** By kind, in the order of the list. */
export const catalogRows: readonly Row[] = [
  head(
    "the catalog has another name",
    plain,
    plain.replace("shop", "store"),
    "catalog-renamed catalog",
  ),
  head(
    "a catalog of somebody else's service is one of one's own now",
    headText("consumes: true").replace("  code-unanswered: off\n", ""),
    plain,
    "consumes-changed consumes",
    "wire-added wires.problem",
  ),
  head(
    "the help pages have another address",
    headText("docs: https://a.example.com/{code}"),
    headText("docs: https://b.example.com/{code}"),
    "docs-on-wire-changed docs",
  ),
  head(
    "there are no help pages any more",
    headText("docs: https://a.example.com/{code}"),
    plain,
    "docs-on-wire-changed docs",
  ),
  head(
    "there are help pages",
    plain,
    headText("docs: https://a.example.com/{code}"),
    "docs-on-wire-changed docs",
  ),
  head(
    "the default wire format is another",
    plain,
    headText("wire: problem"),
    "default-wire-changed wire",
  ),
  head(
    "types have an address of their own",
    headText("docs: https://a.example.com/{code}"),
    headText("docs: https://a.example.com/{code}", "type: urn:shop:{code}"),
    "type-address-changed type",
  ),
  head(
    "types have another address, and the old one is read",
    headText("docs: https://a.example.com/{code}", "type: urn:shop:{code}"),
    headText(
      "docs: https://a.example.com/{code}",
      "type: { address: 'urn:store:{code}', also: ['urn:shop:{code}'] }",
    ),
    "type-address-changed type",
  ),
  head(
    "types are read at an address too",
    headText("type: urn:shop:{code}"),
    headText("type: { address: 'urn:shop:{code}', also: ['urn:store:{code}'] }"),
    "type-also-added type.also",
  ),
  head(
    "types are read at an address no more",
    headText("type: { address: 'urn:shop:{code}', also: ['urn:store:{code}'] }"),
    headText("type: urn:shop:{code}"),
    "type-also-removed type.also",
  ),
  head(
    "the pages move, of which types have no address",
    headText("docs: https://a.example.com/{code}", "type: urn:shop:{code}"),
    headText("docs: https://b.example.com/{code}", "type: urn:shop:{code}"),
    "docs-address-changed docs",
  ),
  head(
    "the pages move, and types keep the address that they had there",
    headText("docs: https://a.example.com/{code}"),
    headText("docs: https://b.example.com/{code}", "type: https://a.example.com/{code}"),
    "docs-address-changed docs",
  ),
  head(
    "answers have a value of the request",
    plain,
    headText("context: { trace_id: string }"),
    "context-added context.trace_id",
    "wire-member-added wires.flat.body.trace_id",
    "wire-member-added wires.problem.body.trace_id",
  ),
  head(
    "answers have a value of the request no more",
    headText("context: { trace_id: string }"),
    plain,
    "context-removed context.trace_id",
    "wire-member-changed wires.flat.body.trace_id",
    "wire-member-changed wires.problem.body.trace_id",
  ),
  head(
    "a value of the request has another type",
    headText("context: { trace_id: string }"),
    headText("context: { trace_id: integer }"),
    "context-changed context.trace_id",
  ),
  head(
    "a type is another that values of the request alone have",
    headText("types: { A: { enum: [a] } }", "context: { trace: { items: A } }"),
    headText("types: { A: { enum: [a, b] } }", "context: { trace: { items: A } }"),
    "context-changed context.trace",
  ),
  head(
    "a value of the request is written in full, with a key of its own",
    headText("types: { A: string }", "context: { trace_id?: A }"),
    headText("types: { A: string }", "context: { trace_id?: { type: string, x-owner: web } }"),
    "extension-changed context.trace_id.x-owner",
  ),
  head("the fallback is another", plain, headText("fallback: late"), "fallback-changed fallback"),
  head(
    "a status stands for another code",
    plain,
    headText("infer: { 409: late }"),
    "infer-changed infer",
  ),
  head(
    "a role has a code",
    headText("fallback: late"),
    headText("fallback: late", "roles: { timeout: late }"),
    "role-changed roles.timeout",
  ),
  head(
    "a role has no code any more",
    headText("fallback: late", "roles: { timeout: late, validation: late }"),
    headText("fallback: late", "roles: { validation: { code: late } }"),
    "role-changed roles.timeout",
  ),
  {
    name: "a role fills a field, and another with another constant",
    base: {
      ...late({ fields: "{ a?: string, b?: string }" }),
      "catalog.yaml": headText(
        "fallback: late",
        "roles: { timeout: late, validation: { code: late, fields: { b: $$a, a: x } } }",
      ),
    },
    current: {
      ...late({ fields: "{ a?: string, b?: string }" }),
      "catalog.yaml": headText(
        "fallback: late",
        "roles: { timeout: { code: late, fields: { a: $path } }, validation: { code: late, fields: { a: y, b: $$a } } }",
      ),
    },
    finds: ["role-changed roles.timeout", "role-changed roles.validation"],
  },
  head(
    "a category is added",
    plain,
    plain.replace("{ orders: Orders }", "{ orders: Orders, more: More }"),
    "category-added categories.more",
  ),
  head(
    "a category is removed",
    plain.replace("{ orders: Orders }", "{ orders: Orders, more: More }"),
    plain,
    "category-removed categories.more",
  ),
  head(
    "a category has another title",
    plain,
    plain.replace("Orders", "All orders"),
    "category-retitled categories.orders",
  ),
  head("the title and the outputs change", plain, headText("outputs: { typescript: out }")),
  {
    name: "a named type is added, and nothing else changes",
    base: late({ fields: "{ a: string }" }),
    current: late(field, "types: { A: string }"),
    finds: ["type-added types.A"],
  },
  {
    name: "a named type is removed, and nothing else changes",
    base: late(field, "types: { A: string }"),
    current: late({ fields: "{ a: string }" }),
    finds: ["type-removed types.A"],
  },
  {
    name: "a named type is narrowed that several members have",
    base: late({ fields: "{ a: A, b: A }" }, "types: { A: number }"),
    current: late({ fields: "{ a: A, b: A }" }, "types: { A: integer }"),
    finds: ["type-narrowed codes.late.fields.a", "type-narrowed codes.late.fields.b"],
  },
  operations(
    "an operation is added",
    "{}",
    "{ buy: { codes: [late] } }",
    "operation-added operations.buy",
  ),
  operations(
    "an operation is removed",
    "{ buy: { codes: [late] } }",
    "{}",
    "operation-removed operations.buy",
  ),
  operations(
    "an operation gains a code",
    "{ buy: {} }",
    "{ buy: { codes: [late] } }",
    "operation-code-added operations.buy.late",
  ),
  operations(
    "an operation loses a code",
    "{ buy: { codes: [late] } }",
    "{ buy: {} }",
    "operation-code-removed operations.buy.late",
  ),
  {
    name: "keys of the catalog's own are added, changed and removed",
    base: {
      ...late(
        {
          "x-owner": "payments",
          "x-gone": "1",
          headers: "{ x-wait: '1' }",
          fields:
            "{ a?: { type: string, x-pii: false }, b?: { items: { properties: { c?: { type: string, x-pii: 1 } } } }, d?: integer }",
        },
        "types: { T: { type: string, x-t: 1 } }",
        "x-team: one",
      ),
      "operations.yaml": "operations: { buy: { codes: [late], x-tier: 1 } }\n",
    },
    current: {
      ...late(
        {
          "x-owner": "[payments]",
          headers: "{ x-wait: '1' }",
          fields:
            "{ a?: { type: string, x-pii: true }, b?: { items: { properties: { c: { type: string, x-pii: 2 } } } }, d?: { type: integer, x-new: null } }",
        },
        "types: { T: { type: string, x-t: 2 } }",
        "x-team: two",
      ),
      "operations.yaml": "operations: { buy: { codes: [late], x-tier: 2 } }\n",
    },
    finds: [
      "field-made-required codes.late.fields.b.[].c",
      "extension-changed codes.late.fields.a.x-pii",
      "extension-changed codes.late.fields.b.[].c.x-pii",
      "extension-changed codes.late.fields.d.x-new",
      "extension-changed codes.late.x-gone",
      "extension-changed codes.late.x-owner",
      "extension-changed operations.buy.x-tier",
      "extension-changed types.T.x-t",
      "extension-changed x-team",
    ],
  },
  {
    name: "a code of an operation moves into a group",
    base: { ...late(), "operations.yaml": "operations: { buy: { codes: [late] } }\n" },
    current: {
      ...late(),
      "operations.yaml": "groups: { all: [late] }\noperations: { buy: { groups: [all] } }\n",
    },
    finds: [],
  },
];
