/** What OpenAPI, JSON Schema and fixtures of a large catalog take, beside the TypeScript of the same catalog. */
import {
  emitFixtures,
  emitJsonSchema,
  emitOpenApi,
  emitTypeScript,
  loadCatalog,
} from "../../dist/compiler.js";
import { generateCatalog } from "./generate-catalog.mjs";
import { interleave, median, number, printTable, ratio, target } from "./harness.mjs";

const outputs = ["openapi", "jsonSchema", "fixtures"];

/** Runs the section. */
export async function run(_folder, sizes) {
  const results = sizes.map(({ codes, rounds }) => ({ codes, measured: measure(codes, rounds) }));
  printTable(
    ["codes", "TypeScript ms", ...outputs.flatMap((name) => [`${name} ms`, "× TypeScript"])],
    results.map(({ codes, measured }) => [
      number(codes),
      number(median(measured.typeScript)),
      ...outputs.flatMap((name) => [
        number(median(measured[name])),
        number(ratio(measured, name, "typeScript"), 2),
      ]),
    ]),
  );
  const [small, large] = results.slice(-2);
  return outputs.map((name) =>
    target(
      `contracts, ${name}, ${number(large.codes)} codes to ${number(small.codes)}`,
      median(large.measured[name]) / median(small.measured[name]),
      { atMost: 12 },
    ),
  );
}

function measure(codes, rounds) {
  const { catalog } = loadCatalog(generateCatalog(codes));
  const options = { audience: "consumers", form: "document", file: "openapi.yaml" };
  const contenders = {
    typeScript: () => emitTypeScript(catalog),
    openapi: () => emitOpenApi(catalog, options),
    jsonSchema: () => emitJsonSchema(catalog, {}),
    fixtures: () => emitFixtures(catalog, {}),
  };
  return interleave(contenders, { rounds, warmUp: 1 });
}
