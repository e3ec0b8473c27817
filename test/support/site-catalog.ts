/** A catalog with every kind of page: whole, short, deprecated, retired, a tombstone, and a code that only the ledger knows. */
import type { Catalog } from "../../src/model/catalog.js";
import { released } from "../diff/compared.js";
import {
  type CatalogTexts,
  entryText,
  errorsText,
  headText,
  soundCatalogOf,
} from "./catalog-of.js";

/** What would run, or change a page, if it were not escaped. */
export const hostile =
  "<img src=x onerror=alert(1)></script><script>alert(1)</script> {{ constructor }} ${x} `a` \"q\" 's' & &amp; :::tip";

const missing = ["title", "message", "meaning", "causes", "fixes", "resolver", "retry", "examples"];

const head = (docs: string, ...more: readonly string[]) =>
  headText(
    `docs: ${docs}`,
    "outputs: { typescript: ../src/shop-errors, site: ../site }",
    "types:",
    "  Amount: { type: integer, minimum: 1, description: How many. }",
    "  Product: { type: object, description: A thing to sell., properties: { id: uuid, links?: { type: array, items: uri }, amount: Amount } }",
    "allow:",
    ...[...missing, "since"].map(
      (part) => `  - { rule: missing-${part}, codes: [bare], reason: Nobody knows. }`,
    ),
    ...more,
  );

const text = JSON.stringify(hostile);
const entries = [
  entryText("sold_out", {
    status: "[409, 503]",
    fields:
      "{ product: Product, wait?: { type: number, maximum: 9 }, trace?: { type: string, internal: true }, key?: { type: string, secret: true } }",
    message: '["There is no {product.id} left."]',
    retry: "after",
    delay: "wait",
    examples:
      "[{ title: A cup, fields: { product: { id: 123e4567-e89b-12d3-a456-426614174000, amount: 2 }, wait: 4, trace: seen, key: k } }, { title: A pot, status: 503, fields: { product: { id: 123e4567-e89b-12d3-a456-426614174001, amount: 1 } } }]",
  }),
  entryText("late", {
    title: "Too late",
    retry: "backoff",
    deprecated: "{ since: 1.0.0, replaced_by: sold_out, reason: One code is enough. }",
  }),
  entryText("hostile", {
    title: text,
    message: JSON.stringify(hostile.replaceAll(/[{}]/g, "$&$&")),
    meaning: text,
    causes: `[${text}]`,
    fixes: `[${text}]`,
    fields: `{ kind?: { enum: [${text}], description: ${text} } }`,
    examples: `[{ title: ${text}, fields: { kind: ${text} } }]`,
  }),
  entryText("client_gone", {
    status: "499",
    title: "Nobody waits for the answer",
    never_sent: "true",
  }),
  "  bare: { status: 500 }\n",
  entryText("told_twice", {
    title: "Told twice",
    retired: "{ since: 1.0.0, replaced_by: sold_out, reason: It was said twice. }",
  }),
  "  forgotten: { retired: { since: 1.0.0 } }\n",
];

/** Its files; the site's pages are at `docs`. */
export function siteTexts(docs: string): CatalogTexts {
  const texts: CatalogTexts = {
    "catalog.yaml": head(docs),
    "errors/a.yaml": errorsText(...entries),
    "operations.yaml":
      "operations: { buy: { title: Buy a thing, method: POST, path: '/orders/{id}', codes: [sold_out] } }\n",
    "wire/vendor.yaml":
      "wire: vendor\ntitle: The vendor\nrest: none\nbody: { error: $code, text: $message }\ncodes: { sold_out: { code: NO_STOCK, also: [OUT_OF_STOCK], omits: [product, wait, key] }, client_gone: { code: null, body: { text: $message } } }\nfolds: { late: sold_out, hostile: sold_out, bare: sold_out }\ninfer: { 499: client_gone }\n",
  };
  const before: CatalogTexts = {
    ...texts,
    "catalog.yaml": head(docs).replace("1.0.0", "0.9.0"),
    "errors/a.yaml": errorsText(...entries, entryText("gone", { title: "Long gone" })).replaceAll(
      "since: 1.0.0",
      "since: 0.9.0",
    ),
  };
  return { ...texts, "released.json": released(texts, before) };
}

/** The catalog, checked. */
export function siteCatalog(docs = "https://errors.example.com/shop/{code}"): Catalog {
  return soundCatalogOf(siteTexts(docs));
}
