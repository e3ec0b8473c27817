/** Catalogs for which contracts are written in tests: the shipped one, formats of other systems, and the goldens. */
import { readCatalogFiles } from "../../src/disk/read-catalog-files.js";
import { loadCatalog } from "../../src/load/load-catalog.js";
import type { Catalog } from "../../src/model/catalog.js";
import type { WireFormat } from "../../src/model/wire-format.js";
import { root, shippedCatalog } from "../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../support/catalog-of.js";

async function catalogIn(folder: string): Promise<Catalog> {
  const { catalog } = loadCatalog(await readCatalogFiles(`${root}${folder}`, root));
  if (catalog === undefined) throw new Error(`The catalog in ${folder} cannot be read.`);
  return catalog;
}

/** A format that has everything that a template can have. */
const oddWire = `wire: odd
spelling: upper
row: { kind: fault }
codes:
  sold_out: { code: 17, also: [18, SOLD], kind: shop }
  moved: { code: null, status: [404, 410] }
  busy: { status: 503, body: { code: $code, wait: "$wait:duration", until?: "$wait:seconds" } }
infer: { 404: moved }
headers: { X-Wait: "$wait:seconds", X-Size: $size, X-Kind: fixed }
body:
  ok: false
  nothing: null
  none: []
  fault: { no: $code, text: $message, phrase: $phrase, link?: $docs, kind: $row.kind }
  wait: "$wait:duration"
  size?: "$size:string"
  where: $where|place.path
  action?: { link: $action.url, text?: $action.label }
  step?: { link?: $step.url, seconds?: "$step.seconds:string" }
  list: [{ type: first, size: $size }, { type: second, path?: $place.path }, { code: $code, note?: $note }]
  hints?: { $each: $problems, at?: "$key:pointer", what: $item.what, more?: { count?: $item.count } }
  lines?: { $each: $lines, text: $item }
  labels?: { "*": "$labels:strings" }
  beside?: { fixed: 1, "*": $place }
  rest?: $fields
`;

const odd = soundCatalogOf({
  // It loses on purpose what a template can lose: schemas say what is written.
  "catalog.yaml": `${headText(
    "docs: https://errors.example.com/{code}",
    "types:",
    "  Pay: { properties: { type: { const: pay }, url: uri, label?: string } }",
    "  Link: { properties: { url: uri, label?: string } }",
    "  Wait: { properties: { type: { const: wait }, seconds: integer } }",
    "  Problems: { additionalProperties: { type: array, items: { properties: { what: string, count?: integer } } } }",
    "fallback: busy",
  )}  wire-round-trip: off\n`,
  "wire/odd.yaml": oddWire,
  "errors/a.yaml": errorsText(
    entryText("sold_out", {
      fields:
        "{ size: { enum: [1, small, true] }, where?: string, place?: { properties: { path: string, deep?: number } }, action: Link, step?: { oneOf: [Pay, Wait] }, problems?: Problems, lines?: { type: array, items: string }, labels?: { properties: { a?: integer, b: { type: [string, 'null'] } } }, note?: string, other: integer, more?: boolean }",
      examples: `
      - { title: Much, fields: { size: small, where: here, place: { path: a/b, deep: 1.5 }, action: { url: "https://x.example", label: Pay }, step: { type: wait, seconds: 2 }, problems: { "a/b": [{ what: wrong, count: 2 }, { what: bad }], c: [] }, lines: [one, two], labels: { a: 1, b: x }, note: so, other: 3, more: false } }
      - { title: Little, fields: { size: 1, action: { url: "https://x.example", label: Pay }, other: 3 } }
      - { title: Nulls, fields: { size: true, action: { url: "https://x.example" }, labels: { b: null }, place: { path: p }, problems: {}, other: 3 } }`,
    }),
    entryText("moved", { status: "[404, 410]", title: "Moved away" }),
    entryText("busy", {
      status: "503",
      title: "Too busy",
      retry: "after",
      delay: "wait",
      fields: "{ wait?: { type: integer, minimum: 0 }, size?: { type: [integer, 'null'] } }",
      examples: "[{ title: Half a minute, fields: { wait: 30, size: null } }, { title: No idea }]",
    }),
  ),
});

/** Catalogs by what they are called in tests. */
export const contractCatalogs: Readonly<Record<string, Catalog>> = {
  shipped: shippedCatalog,
  elsewhere: await catalogIn("test/conformance/elsewhere/catalog"),
  orders: await catalogIn("test/golden/orders/catalog"),
  relics: await catalogIn("test/golden/relics/catalog"),
  odd,
  bare: await catalogIn("test/golden/bare/catalog"),
};

/** Every wire format of each. */
export const contractFormats: readonly (readonly [
  catalogName: string,
  formatName: string,
  catalog: Catalog,
  format: WireFormat,
])[] = Object.entries(contractCatalogs).flatMap(([name, catalog]) =>
  catalog.wireFormats.map((format) => [name, format.name.value, catalog, format] as const),
);
