/** Members of an answer that have the names of what every object has. */
import { expect, it } from "vitest";
import { runCatalog } from "../../../src/wire/running-catalog.js";
import {
  entryText,
  errorsText,
  headText,
  lines,
  soundCatalogOf,
} from "../../support/catalog-of.js";

const catalog = soundCatalogOf({
  "catalog.yaml": headText("wire: shop-wire"),
  "errors/a.yaml": errorsText(
    entryText("sold_out", {
      fields: "{ wait?: number, more?: {} }",
      examples: "[{ title: A, fields: { wait: 1, more: 1 } }]",
    }),
  ),
  "wire/a.yaml": lines(
    "wire: shop-wire",
    'body: { error: $code, m: $message, status?: $status, wait?: "$wait:duration", more?: $more }',
    "accepts: [{ error: $code, x: $message, status: $status }]",
    "headers: { x-more: $more }",
  ),
});

const strange = '{"toString":1,"valueOf":1}';

it.each([`"status":${strange}`, `"wait":${strange}`, `"more":${strange}`, `"more":[${strange}]`])(
  "reads a body with %s",
  (member) => {
    const error = runCatalog(catalog)
      .formats.get("shop-wire")
      ?.decode({ headers: { "x-more": "a" }, body: `{"error":"sold_out","m":"Gone.",${member}}` });
    expect([error?.code, error?.message]).toEqual(["sold_out", "Gone."]);
  },
);
