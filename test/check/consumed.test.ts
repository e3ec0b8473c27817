/** A catalog of somebody else's service: what is asked of it, and what is not. */
import { describe, expect, it } from "vitest";
import {
  type CatalogTexts,
  catalogOf,
  lines,
  shown,
  strictHeadText,
} from "../support/catalog-of.js";

const head = (...more: readonly string[]) => strictHeadText("consumes: true", ...more);

/** Two services, each with a code of its own. */
const services: CatalogTexts = {
  "catalog.yaml": head("wire: one"),
  "errors/orders.yaml": lines(
    "category: orders",
    "errors:",
    "  sold_out: { status: 409, fields: { product: string } }",
    "  closed: { status: 401 }",
  ),
  "wire/one.yaml": lines(
    "wire: one",
    "body: { error: $code, what: $product }",
    "codes: { sold_out: {} }",
    "rest: none",
  ),
  "wire/two.yaml": lines(
    "wire: two",
    "headers: { X-Error: $code }",
    "codes: { closed: {} }",
    "rest: none",
  ),
};

const said = (texts: CatalogTexts) => shown(catalogOf({ ...services, ...texts }).diagnostics);

describe("a catalog that consumes", () => {
  it("needs codes, statuses, fields and formats, of which none need have every code", () => {
    expect(said({})).toEqual([]);
    expect(said({ "operations.yaml": "operations: { buy: { codes: [sold_out] } }\n" })).toEqual([]);
  });

  it("needs a status, and a place for each field that is required", () => {
    const errors = lines(
      "category: orders",
      "errors:",
      "  sold_out: {}",
      "  closed: { status: 401, fields: { why: string } }",
    );
    expect(said({ "errors/orders.yaml": errors }).map((text) => text.split(" | ", 1)[0])).toEqual([
      "missing-status errors/orders.yaml:3:3 sold_out has no status.",
      'wire-variable wire/one.yaml:2:29 No entry has a field "product", and no variable has this name.',
      'wire-place wire/two.yaml:3:10 two has no place for the field "why" of closed.',
    ]);
  });

  it("is told where its answers cannot be read", () => {
    const one = lines(
      "wire: one",
      "body: { what: $product }",
      "codes: { sold_out: {} }",
      "rest: none",
    );
    expect(said({ "wire/one.yaml": one })[0]).toMatch(
      /^wire-round-trip wire\/one.yaml:3:10 one does not read back sold_out/,
    );
    const accepts = lines(
      "wire: one",
      "accepts: [{ error: $code, what: $product }]",
      "codes: { sold_out: {} }",
      "rest: none",
    );
    expect(said({ "wire/one.yaml": accepts })).toEqual([]);
  });

  it("has nothing about making answers", () => {
    const found = said({
      "catalog.yaml": head(
        "wire: one",
        "fallback: closed",
        "roles: { unexpected: closed }",
        "outputs:",
        "  openapi: { path: ../openapi.yaml, for: producers }",
      ),
      "errors/orders.yaml": lines(
        "category: orders",
        "errors:",
        "  sold_out: { status: 409, headers: { X-A: b }, never_sent: true, fields: { product: string } }",
        "  closed: { status: 401, challenge: {} }",
      ),
      "wire/two.yaml": lines(
        "wire: two",
        "body: { error: $code }",
        "codes: { closed: {} }",
        "rest: none",
        "folds: { sold_out: closed }",
        "reads: false",
      ),
    });
    expect(found.map((text) => text.replace(/ has no effect.*/, ""))).toEqual([
      "consumed-unused catalog.yaml:7:11 `fallback`",
      "consumed-unused catalog.yaml:8:10 `roles`",
      "consumed-unused catalog.yaml:10:20 `for: producers`",
      "consumed-unused errors/orders.yaml:3:28 `headers` of sold_out",
      "consumed-unused errors/orders.yaml:3:49 `never_sent` of sold_out",
      "consumed-unused errors/orders.yaml:4:26 `challenge` of closed",
      "consumed-unused wire/two.yaml:1:7 `reads: false`",
      "consumed-unused wire/two.yaml:5:10 `folds`",
    ]);
  });

  it("has no settings and no exemptions of what is not asked", () => {
    const found = said({
      "catalog.yaml": head(
        "wire: one",
        "rules: { missing-causes: warning }",
        "allow: [{ rule: missing-fixes, codes: [closed], reason: No. }]",
      ),
    });
    expect(found.map((text) => text.split(" | ", 1)[0])).toEqual([
      "setting-unknown catalog.yaml:7:10 missing-causes is not asked of a catalog that only consumes.",
      'exemption-unused catalog.yaml:8:40 "closed" no longer needs this exemption from missing-fixes.',
    ]);
  });

  it("has the formats that it names, and one that is alone needs no name", () => {
    const formatsOf = (texts: CatalogTexts) => {
      const { catalog } = catalogOf(texts);
      return [catalog?.wire.value, ...(catalog?.wireFormats ?? []).map(({ name }) => name.value)];
    };
    expect(formatsOf(services)).toEqual(["one", "one", "two"]);
    const { "wire/two.yaml": _, ...alone } = services;
    expect(formatsOf({ ...alone, "catalog.yaml": head() })).toEqual(["one", "one"]);
    expect(formatsOf({ "catalog.yaml": head("wire: problem") })).toEqual(["problem", "problem"]);
  });
});
