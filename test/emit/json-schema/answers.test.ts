import { describe, expect, it } from "vitest";
import { exampleAnswers } from "../../../src/emit/example-answers.js";
import { emitJsonSchema, schemaDocument } from "../../../src/emit/json-schema/emit-json-schema.js";
import { readRows, schemaName } from "../../../src/emit/json-schema/schemas.js";
import { translationOf } from "../../../src/emit/typescript/translation-of.js";
import type { Catalog } from "../../../src/model/catalog.js";
import { audiences } from "../../../src/model/output.js";
import type { WireFormat } from "../../../src/model/wire-format.js";
import type { EncodeOptions } from "../../../src/runtime/index.js";
import { runCatalog } from "../../../src/wire/running-catalog.js";
import { contractCatalogs, contractFormats } from "../contract-catalogs.js";
import { changed, objectPaths, validatorOf } from "./validator.js";

// Whatever a member of a map is called, it is known, and has the type of all. What is of no type has no unknown members.
const ofOrders = [
  "consumers refuse OutOfStock labels",
  "consumers refuse OutOfStock nested,deep,0",
  "producers accept OutOfStock anything,1",
];
const maps: Readonly<Record<string, readonly string[]>> = {
  "shipped flat": ["consumers refuse ValidationError errors"],
  "shipped img-pro": ["consumers refuse ValidationError errors"],
  "odd flat": ["consumers refuse SoldOut problems"],
  "odd problem": ["consumers refuse SoldOut problems"],
  "orders flat": ofOrders,
  "orders problem": ofOrders,
};

interface Definition {
  readonly required?: readonly string[];
  /** A body of the code's own, and others in which it is read. */
  readonly anyOf?: readonly Definition[];
}

interface Definitions {
  readonly $defs: Readonly<Record<string, Definition>>;
}

/** The answers to all examples, each with the name of the schema of the code that a client reads. */
function casesOf(catalog: Catalog, format: WireFormat, options: EncodeOptions = {}) {
  const names = new Map(
    readRows(format, catalog).map(({ entry }) => [entry.code, schemaName(entry)]),
  );
  return [...exampleAnswers({ ...catalog, wireFormats: [format] }, options).values()]
    .flat()
    .map(({ answer, readAs, example }) => ({
      answer,
      readAs,
      title: example.title,
      isSent: catalog.entries.some(({ code, retired }) => code === readAs && retired === undefined),
      name: names.get(readAs) ?? `no schema of ${readAs}`,
    }));
}

describe.each(contractFormats)("the schemas of %s in %s", (catalogName, wire, catalog, format) => {
  const english = casesOf(catalog, format);
  const translated = catalog.locales.flatMap((locale) =>
    casesOf(catalog, format, {
      translations: [translationOf(catalog, locale)],
      acceptLanguage: locale.tag.value,
    }),
  );
  const cases = [...english, ...translated];
  const documents = {
    producers: schemaDocument(catalog, format, "producers") as unknown as Definitions,
    consumers: schemaDocument(catalog, format, "consumers") as unknown as Definitions,
  };
  const producers = validatorOf(documents.producers);
  const consumers = validatorOf(documents.consumers);
  const isOpaque = format.body === undefined;
  const bodies = cases.filter(({ answer, isSent }) => isSent && answer.body !== undefined);

  it("accept every answer that encoding gives", () => {
    const found = cases.flatMap(({ name, title, isSent, answer: { body } }) =>
      [name, undefined].flatMap((definition) =>
        (isSent ? [producers, consumers] : [consumers]).flatMap((complaints) =>
          complaints(body, definition).map((complaint) => [name, title, complaint]),
        ),
      ),
    );
    expect(found).toEqual([]);
    expect(cases.length > 0 || catalogName === "bare").toBe(true);
  });

  it("refuse what is not known for producers, and accept it for consumers", () => {
    if (isOpaque) return;
    const wrong = bodies.flatMap(({ name, answer: { body } }) =>
      objectPaths(body).flatMap((path) => {
        const more = changed(body, [...path, "not_in_the_catalog"], 1);
        return [
          ...(producers(more, name).length > 0 ? [] : [`producers accept ${name} ${path}`]),
          ...(consumers(more, name).length > 0 ? [`consumers refuse ${name} ${path}`] : []),
        ];
      }),
    );
    expect([...new Set(wrong)].sort()).toEqual(maps[`${catalogName} ${wire}`] ?? []);
  });

  it("refuse an answer without a member that is required", () => {
    if (isOpaque) return;
    const wrong = bodies.flatMap(({ name, answer: { body } }) =>
      audiences.flatMap((audience) => {
        const { anyOf, ...plain } = documents[audience].$defs[name] ?? {};
        const lists = (anyOf ?? [plain]).map(({ required = [] }) => required);
        const required =
          lists[0]?.filter((each) => lists.every((list) => list.includes(each))) ?? [];
        const accepted = required.filter(
          (member) =>
            (audience === "producers" ? producers : consumers)(
              changed(body, [member], undefined),
              name,
            ).length === 0,
        );
        return lists.every(({ length }) => length > 0)
          ? accepted
          : [`${audience} ${name} requires nothing`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("accept for consumers nothing that decoding takes for something else", () => {
    if (isOpaque) return;
    const working = runCatalog(catalog).formats.get(format.name.value);
    const wrong = bodies.flatMap(({ name, readAs, answer }) =>
      objectPaths(answer.body).flatMap((path) => {
        const object = path.reduce<unknown>((value, step) => Object(value)[step], answer.body);
        return Object.keys(Object(object)).flatMap((key) =>
          [undefined, null].flatMap((value) => {
            const body = changed(answer.body, [...path, key], value);
            if (consumers(body, name).length > 0) return [];
            const decoded = working?.decode({ ...answer, body });
            return decoded?.code === readAs
              ? []
              : [`${name} ${[...path, key]} ${value} ${decoded?.code}`];
          }),
        );
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it("read like this", async () => {
  const { orders } = contractCatalogs;
  for (const format of orders?.wireFormats ?? [])
    for (const { path, text } of emitJsonSchema(orders as Catalog, { wire: format.name.value }))
      await expect(text).toMatchFileSnapshot(`../../golden/orders/contracts/${path}`);
});

it("are written the same each time", () => {
  for (const [, , catalog, format] of contractFormats)
    expect(schemaDocument(catalog, format, "producers")).toEqual(
      schemaDocument(catalog, format, "producers"),
    );
});
