/** A client's catalog that uses those of services. */
import { expect, it } from "vitest";
import { entryText, errorsText, lines, strictHeadText } from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeCheck } from "../support/type-check.js";
import { workplace } from "../support/workplace.js";

const head = (name: string, ...more: readonly string[]) =>
  strictHeadText(
    `docs: https://errors.example.com/${name}/{code}`,
    "outputs: { typescript: ../src }",
    ...more,
  ).replace("catalog: shop", `catalog: ${name}`);

it("a catalog that consumes reads what those answer that it uses, and asks nothing of them", async () => {
  const place = workplace({
    "package.json": "{}",
    "platform/catalog/catalog.yaml": head(
      "platform",
      "fallback: internal_error",
      "roles: { unexpected: internal_error }",
      "infer: { 401: auth_required }",
    ),
    "platform/catalog/errors/a.yaml": errorsText(
      entryText("auth_required", {
        status: "401",
        title: "Sign in",
        message: "Sign in first.",
        challenge: "{}",
      }),
      entryText("internal_error", { status: "500", title: "Broken", message: "It broke." }),
    ),
    "depot/catalog/catalog.yaml": head(
      "depot",
      "consumes: true",
      "wire: problem",
      "uses: { platform: ../../platform/catalog }",
    ),
    "depot/catalog/errors/a.yaml": lines(
      "category: orders",
      "errors:",
      "  out_of_stock: { status: 409, fields: { left?: integer } }",
    ),
  });
  const built = await place.errdex(["build", "platform/catalog", "depot/catalog"]);
  expect(built).toMatchObject({ code: 0, err: "" });
  const sources = Object.fromEntries(
    place
      .files()
      .filter((path) => /\/src\/.*\.ts$/.test(path))
      .map((path) => [path, place.read(path)]),
  );
  expect(typeCheck(sources)).toEqual([]);
  const { result } = await runModule({
    "main.ts": `
      import { decode } from "./depot/src/index.js";
      const read = (code: string) =>
        decode({ status: 400, body: { type: "https://errors.example.com/" + code, title: "" } }).code;
      export const result = [
        ...["platform/auth_required", "depot/out_of_stock"].map(read),
        decode({ status: 401 }).code,
      ];`,
    ...sources,
  });
  expect(result).toEqual(["auth_required", "out_of_stock", "auth_required"]);
});
