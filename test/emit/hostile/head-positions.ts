/** Places of catalog.yaml. */
import { outputDefinitions } from "../../../src/outputs/outputs.js";
import { identifier, many, one, type Position, plain, served, speaking } from "./position.js";
import { type Data, dataAt, entryIn, ownValues, setOwn, type World } from "./world.js";

const head = (world: World) => world["catalog.yaml"] as Data;
const outputs = (world: World) => dataAt(head(world), "outputs");
/** Of a catalog that uses another. */
const using = (put: (world: World, text: string) => void, harmless: Position["harmless"]) =>
  one((world, text) => {
    entryIn(world, "spare", "spare");
    world["../base/errors/spare.yaml"] = world["errors/spare.yaml"] as Data;
    delete world["errors/spare.yaml"];
    world["../base/catalog.yaml"] = {
      catalog: "base",
      title: "Errors of another",
      version: "1.0.0",
      module: "@base/errors",
      categories: { orders: "Orders" },
    };
    put(world, text);
  }, harmless);
const usesOf = (world: World) => dataAt(head(world), "uses");
const inHead = (name: string, harmless = plain) =>
  one((world, text) => setOwn(head(world), name, text), harmless);

const exemption: Data = { rule: "missing-since", codes: ["base"], reason: "So." };
const suppression: Data = { change: "limit-loosened", reason: "So.", until: "2.0.0" };
const inList = (list: string, name: string, usual: Data, harmless = plain) =>
  many((world, text) => {
    const all = (head(world)[list] ?? []) as readonly Data[];
    setOwn(head(world), list, [...all, { ...usual, [name]: name === "codes" ? [text] : text }]);
  }, harmless);
const unseen = (position: Position): Position => ({ ...position, isUnseen: true });

/** Those of every output that there is: its path, in short and in full, and its wire format. */
const outputPositions = Object.fromEntries(
  outputDefinitions.flatMap(({ key, schema, endings: [ending = ""] = [] }) => {
    const put = (value: (text: string) => unknown) =>
      unseen(one((world, text) => setOwn(outputs(world), key, value(text))));
    const path = (text: string) => (ending === "" ? text : `../${text}${ending}`);
    const full = { path: `../a${ending}` };
    const isRead = (value: unknown) => schema.safeParse(value).success;
    return Object.entries({
      [`catalog.outputs.${key}`]: put(path),
      ...(isRead(full) && {
        [`catalog.outputs.${key}.path`]: put((text) => ({ path: path(text) })),
      }),
      ...(isRead({ ...full, wire: "a" }) && {
        [`catalog.outputs.${key}.wire`]: put((text) => ({ ...full, wire: text })),
      }),
    });
  }),
);

/** The places. */
export const headPositions: Readonly<Record<string, Position>> = {
  "catalog.x-{key}": one((world, text) => setOwn(head(world), `x-${text}`, 1), identifier),
  "catalog.x-": one((world, text) => Object.assign(head(world), ownValues(text))),
  "catalog.extensions.{key}": one((world, text) => {
    setOwn(dataAt(head(world), "extensions"), `x-${text}`, "Title");
    setOwn(head(world), `x-${text}`, 1);
  }, identifier),
  "catalog.extensions": many((world, text, id) => {
    setOwn(dataAt(head(world), "extensions"), `x-${id}`, text);
    setOwn(entryIn(world, id), `x-${id}`, 1);
    setOwn(dataAt(entryIn(world, id), "fields"), "odd?", { type: "string", [`x-${id}`]: 1 });
  }),
  "catalog.extensions.title": many((world, text, id) => {
    setOwn(dataAt(head(world), "extensions"), `x-${id}`, { title: text });
    setOwn(entryIn(world, id), `x-${id}`, 1);
  }),
  "catalog.catalog": inHead("catalog", (id) => `harmless-${id}`),
  "catalog.title": inHead("title"),
  "catalog.version": inHead("version", () => "2.0.0"),
  "catalog.docs": inHead("docs", () => "https://harmless.example/{code}"),
  "catalog.docs 2": one(
    (world, text) => setOwn(head(world), "docs", `https://errors.example/${text}/{code}`),
    identifier,
  ),
  "catalog.module": inHead("module"),
  "catalog.wire": inHead("wire", () => "problem"),
  "catalog.categories.{key}": many((world, text, id) => {
    setOwn(dataAt(head(world), "categories"), text, `Category ${id}`);
    entryIn(world, id);
    setOwn(world[`errors/${id}.yaml`] as Data, "category", text);
  }, identifier),
  "catalog.categories": many((world, text, id) => {
    setOwn(dataAt(head(world), "categories"), `category-${id}`, text);
    entryIn(world, id);
    setOwn(world[`errors/${id}.yaml`] as Data, "category", `category-${id}`);
  }),
  "catalog.types.{key}": speaking(
    many(
      (world, text, id) => {
        setOwn(dataAt(head(world), "types"), text, { properties: { a: "string" } });
        setOwn(dataAt(entryIn(world, id), "fields"), "odd?", text);
      },
      (id) => `Harmless${id}`,
    ),
    /^/,
  ),
  "catalog.defaults.category": one(
    (world, text) => setOwn(dataAt(head(world), "defaults"), "category", text),
    () => "orders",
  ),
  "catalog.defaults.since": one(
    (world, text) => setOwn(dataAt(head(world), "defaults"), "since", text),
    () => "1.0.0",
  ),
  "catalog.uses.{key}": using(
    (world, text) => setOwn(usesOf(world), text, "../base"),
    () => "base",
  ),
  "catalog.uses": {
    ...using(
      (world, text) => setOwn(usesOf(world), "base", text),
      () => "../base",
    ),
    isUnseen: true,
  },
  "catalog.uses.from": {
    ...using(
      (world, text) => setOwn(usesOf(world), "base", { from: text }),
      () => "../base",
    ),
    isUnseen: true,
  },
  "catalog.uses.except": using(
    (world, text) => setOwn(usesOf(world), "base", { from: "../base", except: text }),
    () => "spare",
  ),
  "catalog.fallback": served(inHead("fallback", () => "fault")),
  "catalog.infer.{key}": served(
    one(
      (world, text) => setOwn(dataAt(head(world), "infer"), text, "fault"),
      () => "409",
    ),
  ),
  "catalog.infer": served(
    one(
      (world, text) => setOwn(dataAt(head(world), "infer"), "409", text),
      () => "fault",
    ),
  ),
  "catalog.context.{key}": speaking(
    served(
      one((world, text) => setOwn(dataAt(head(world), "context"), text, "string"), identifier),
    ),
    // An optional value.
    /\?$/,
  ),
  "catalog.type": inHead("type", () => "urn:harmless:{code}"),
  "catalog.type.address": one(
    (world, text) => setOwn(head(world), "type", { address: text }),
    () => "urn:harmless:{code}",
  ),
  "catalog.type.also": one(
    (world, text) => setOwn(head(world), "type", { also: [text] }),
    () => "urn:harmless:{code}",
  ),
  Role: served(
    one(
      (world, text) => setOwn(dataAt(head(world), "roles"), "timeout", text),
      () => "fault",
    ),
  ),
  "Role.code": served(
    one(
      (world, text) =>
        setOwn(dataAt(head(world), "roles"), "unexpected", { code: text, fields: { wait: 1 } }),
      () => "base",
    ),
  ),
  "Role.fields.{key}": served(
    one((world, text) => {
      setOwn(dataAt(entryIn(world, "base", "base"), "fields"), `${text}?`, "string");
      const fields: Data = { wait: "$limit" };
      setOwn(fields, text, "$path");
      setOwn(dataAt(head(world), "roles"), "validation", { code: "base", fields });
    }, identifier),
  ),
  "Role.fields": speaking(
    served(
      one((world, text) => {
        setOwn(dataAt(entryIn(world, "base", "base"), "fields"), "any?", {});
        const inner: Data = {};
        setOwn(inner, text, [text, { a: text }]);
        const fields = { wait: "$limit", note: text, any: inner };
        setOwn(dataAt(head(world), "roles"), "validation", { code: "base", fields });
      }),
    ),
    // A variable, or a dollar.
    /^\$/,
  ),
  "catalog.allow.rule": inList("allow", "rule", exemption, () => "missing-since"),
  "catalog.allow.codes": inList("allow", "codes", exemption, () => "base"),
  "catalog.allow.reason": inList("allow", "reason", exemption),
  "catalog.rules.{key}": one(
    (world, text) => setOwn(dataAt(head(world), "rules"), text, "off"),
    () => "challenge-expected",
  ),
  "catalog.suppress.change": inList("suppress", "change", suppression, () => "limit-loosened"),
  "catalog.suppress.codes": inList("suppress", "codes", suppression),
  "catalog.suppress.reason": inList("suppress", "reason", suppression),
  "catalog.suppress.until": inList("suppress", "until", suppression),
  ...outputPositions,
  "catalog.outputs.typescript": one((world, text) => setOwn(outputs(world), "typescript", text)),
};
