import { expect, it } from "vitest";
import type { CatalogError } from "../../src/runtime/catalog-error.js";
import { runCatalog } from "../../src/wire/running-catalog.js";
import { entryText, errorsText, headText, lines, soundCatalogOf } from "../support/catalog-of.js";

const formatOf = (body: string) => {
  const catalog = soundCatalogOf({
    "catalog.yaml": headText(),
    "errors/orders.yaml": errorsText(
      entryText("not_here"),
      entryText("not_allowed", { status: "403", title: "No", message: "You may not." }),
    ),
    "wire/listed.yaml": lines("wire: listed", `body: ${body}`),
  });
  const format = runCatalog(catalog).formats.get("listed");
  if (format === undefined) throw new Error("The format is not there.");
  return format;
};

const answer = (...codes: readonly string[]) => ({
  status: 422,
  body: { errors: codes.map((code) => ({ code, detail: "x" })) },
});

it("takes a list of one with the code in it for a list of errors", () => {
  const listed = formatOf("{ errors: [{ code: $code, detail: $message }] }");
  const both = listed.decode(answer("not_here", "not_allowed")) as CatalogError;
  expect([both.code, both.others?.map(({ code }) => code)]).toEqual(["not_here", ["not_allowed"]]);
  const known = listed.decode(answer("zzz", "not_allowed")) as CatalogError;
  expect([known.code, known.others?.map(({ code }) => code)]).toEqual([
    "not_allowed",
    ["unrecognized"],
  ]);
});

it.each([
  "{ code: $code, parts: [{ code: $code }] }",
  "[{ code: $code }, { b: $message }]",
  "{ codes: [$code] }",
])("takes %s for what it is", (body) => {
  const one = { code: "not_here", b: "x", parts: [{ code: "not_here" }], codes: ["not_here"] };
  const error = formatOf(body).decode({
    status: 409,
    body: body.startsWith("[") ? [one, { b: "x" }] : one,
  }) as CatalogError;
  expect([error.code, error.others]).toEqual(["not_here", undefined]);
});
