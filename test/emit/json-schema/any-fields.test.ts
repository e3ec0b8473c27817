import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaDocument } from "../../../src/emit/json-schema/emit-json-schema.js";
import { readRows, schemaName } from "../../../src/emit/json-schema/schemas.js";
import { runCatalog } from "../../../src/wire/running-catalog.js";
import { fieldsOf } from "../../conformance/arbitraries.js";
import { shippedCatalog, shippedEntries } from "../../shipped-catalog.js";
import { validatorOf } from "./validator.js";

const { formats, errorOf } = runCatalog(shippedCatalog);

describe.each(shippedCatalog.wireFormats.map((format) => [format.name.value, format] as const))(
  "whatever the fields of an error hold, in %s",
  (name, format) => {
    const producers = validatorOf(schemaDocument(shippedCatalog, format, "producers"));
    const consumers = validatorOf(schemaDocument(shippedCatalog, format, "consumers"));
    const names = new Map(
      readRows(format, shippedCatalog).map(({ entry }) => [entry.code, schemaName(entry)]),
    );
    const folds = new Map(format.folds.map(({ code, target }) => [code, target.value]));
    const isOpaque = format.body === undefined;

    it.each(shippedEntries.map((entry) => [entry.code, entry] as const))(
      "%s fits its schemas",
      (code, entry) => {
        const definition = names.get(folds.get(code) ?? code);
        const statuses = fc.constantFrom(...entry.statuses);
        fc.assert(
          fc.property(fieldsOf(entry), statuses, (fields, status) => {
            const error = errorOf(entry, { fields: fields as never, status });
            if (error === undefined) throw new Error(`${code} has no error.`);
            const body = formats.get(name)?.encode(error).body;
            const fits = isOpaque ? undefined : definition;
            expect(producers(body, fits)).toEqual([]);
            expect(consumers(body, fits)).toEqual([]);
          }),
          { numRuns: 15 },
        );
      },
    );
  },
);
