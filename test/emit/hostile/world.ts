/** A small whole catalog as data, to put texts into. */
import { outputDefinitions } from "../../../src/outputs/outputs.js";

/** An object of YAML. */
export type Data = { [name: string]: unknown };

/** The files of a catalog as data, by path. */
export type World = { [path: string]: Data };

const off = [
  ...["key-order", "message-similar", "message-full-stop", "title-similar", "title-full-stop"],
  ...["code-unanswered", "field-unseen", "type-unused", "missing-translation", "plural-forms"],
  ...["wire-place-optional", "title-duplicate", "message-unreachable"],
];

/** A catalog with one entry, `base`, and with every output. */
export function baseWorld(): World {
  const world: World = {
    "catalog.yaml": {
      catalog: "shop",
      title: "Errors of the shop",
      version: "1.0.0",
      docs: "https://errors.example.com/{code}",
      module: "@shop/errors",
      categories: { orders: "Orders" },
      types: {
        Kind: { enum: ["small", "large"], description: "How large." },
        Tree: {
          properties: {
            kind: "Kind",
            "deep?": { properties: { leaf: "string" }, description: "The inside." },
          },
          description: "A tree.",
        },
      },
      rules: Object.fromEntries(off.map((rule) => [rule, "off"])),
      outputs: {
        ...Object.fromEntries(
          outputDefinitions.map(({ key, endings: [ending = ""] = [] }) => [
            key,
            `../${key}${ending}`,
          ]),
        ),
        typescript: "../ts",
        zod: "../ts",
        openapi: ["../openapi.yaml", "../openapi.json"],
        "json-schema": { path: "../schema", wire: "problem" },
      },
    },
    "operations.yaml": {
      operations: { buy: { title: "Buy", method: "GET", path: "/a/{id}", codes: ["base"] } },
    },
  };
  entryIn(world, "base", "base");
  return world;
}

/** The entry with the id, whole, in a file of its own. */
export function entryIn(world: World, id: string, code = `c_${id}`): Data {
  const file = `errors/${id}.yaml`;
  const known = world[file]?.errors as Record<string, Data> | undefined;
  if (known?.[code] !== undefined) return known[code];
  const entry: Data = {
    status: 409,
    title: `Title of ${id}`,
    message: ["{note} is there.", `Nothing is left of ${id}.`],
    meaning: "The shop has none.",
    causes: ["Somebody else bought it."],
    fixes: ["Order another."],
    resolver: "user",
    retry: "after",
    delay: "wait",
    headers: { "X-Note": "{note}" },
    fields: {
      "note?": { type: "string", description: "A note." },
      wait: { type: "integer", description: "How long." },
      "kind?": "Kind",
      "tree?": "Tree",
    },
    examples: [{ title: "A case", fields: { wait: 1, note: "soon", kind: "small" } }],
    since: "1.0.0",
  };
  world[file] = { category: "orders", errors: { [code]: entry } };
  return entry;
}

/** Adds a fallback, `fault`, with which the module for servers is written. */
export function addFallback(world: World): void {
  const base = entryIn(world, "base", "base");
  const { wait, ...fields } = base.fields as Data;
  const fault: Data = { ...base, title: "A fault", fields: { ...fields, "wait?": wait } };
  setOwn(dataAt(world, "errors/base.yaml", "errors"), "fault", fault);
  setOwn(world["catalog.yaml"] as Data, "fallback", "fault");
}

/** The wire format with the id. */
export function wireIn(world: World, id: string): Data {
  const file = `wire/${id}.yaml`;
  world[file] ??= {
    wire: `w-${id}`,
    title: `Wire ${id}`,
    revision: "1",
    source: "its documents",
    headers: { "X-Wait": "$wait" },
    row: { column: "a" },
    codes: { base: { code: `spelled-${id}`, column: "b" } },
    body: { error: "$code", message: "$message", column: "$row.column", "*": "$fields" },
  };
  return world[file];
}

/** The locale with the id. */
export function localeIn(world: World, id: string): Data {
  const file = `locales/de-x-${id}.yaml`;
  world[file] ??= {
    locale: `de-x-${id}`,
    title: "Fehler",
    categories: { orders: "Bestellungen" },
    words: { home: "Alle" },
    errors: {
      base: {
        title: `Titel ${id}`,
        message: ["{note} ist da.", "Nichts mehr da."],
        meaning: "Der Laden hat keine.",
        causes: ["Ausverkauft."],
        fixes: ["Etwas anderes bestellen."],
      },
    },
  };
  return world[file];
}

/** What stands at a path of nested data; objects that are not there are made. */
export function dataAt(data: Data, ...path: readonly string[]): Data {
  return path.reduce<Data>((inner, name) => {
    inner[name] ??= {};
    return inner[name] as Data;
  }, data);
}

/** Sets a member, one called `__proto__` too. */
export function setOwn(data: Data, name: string, value: unknown): void {
  Object.defineProperty(data, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The files as texts: JSON is YAML. */
export function textsOf(world: World): Record<string, string> {
  return Object.fromEntries(
    Object.entries(world).map(([path, data]) => [path, JSON.stringify(data, null, 1)]),
  );
}

/** Values of a key of one's own: a text, and texts deeper inside as members and values. */
export const ownValues = (text: string): Data => {
  const inner: Data = {};
  setOwn(inner, text, [text, { a: text }]);
  return { "x-text": text, "x-list": [text, text], "x-deep": { a: [inner] } };
};
