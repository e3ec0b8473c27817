/** Places of entries and of the types of their fields. */
import { identifier, many, marked, type Position, plain, served, speaking } from "./position.js";
import { type Data, dataAt, entryIn, ownValues, setOwn, type World } from "./world.js";

const head = (world: World) => world["catalog.yaml"] as Data;
const inEntry = (name: string, harmless = plain) =>
  many((world, text, id) => setOwn(entryIn(world, id), name, text), harmless);
const listed = (name: string) =>
  many((world, text, id) => setOwn(entryIn(world, id), name, ["Something.", text, text]));
const ending = (kind: string, name: string, harmless = plain) =>
  many(
    (world, text, id) => setOwn(entryIn(world, id), kind, { since: "1.0.0", [name]: text }),
    harmless,
  );
const inType = (name: string, value: (text: string) => unknown = (text) => text, more: Data = {}) =>
  many((world, text, id) => {
    setOwn(dataAt(entryIn(world, id), "fields"), "odd?", { ...more, [name]: value(text) });
    setOwn(dataAt(head(world), "types"), `Type${id}`, { ...more, [name]: value(text) });
    setOwn(dataAt(entryIn(world, id), "fields"), "named?", `Type${id}`);
  });

/** The places. */
export const entryPositions: Readonly<Record<string, Position>> = {
  "errors.category": many(
    (world, text, id) => {
      entryIn(world, id);
      setOwn(world[`errors/${id}.yaml`] as Data, "category", text);
    },
    () => "orders",
  ),
  "errors.defaults.category": many(
    (world, text, id) => {
      entryIn(world, id);
      setOwn(dataAt(world, `errors/${id}.yaml`, "defaults"), "category", text);
      delete (world[`errors/${id}.yaml`] as Data).category;
    },
    () => "orders",
  ),
  "errors.defaults.since": many(
    (world, text, id) => {
      delete entryIn(world, id).since;
      setOwn(dataAt(world, `errors/${id}.yaml`, "defaults"), "since", text);
    },
    () => "1.0.0",
  ),
  "errors.errors.{key}": speaking(
    served(
      many((world, text, id) => {
        entryIn(world, id, text);
        setOwn(dataAt(world, `errors/${id}.yaml`, "errors", text), "title", `Title of ${id}`);
      }, identifier),
    ),
    /^/,
  ),
  "errors.errors.x-{key}": many(
    (world, text, id) => setOwn(entryIn(world, id), `x-${text}`, "a"),
    identifier,
  ),
  "errors.errors.x-": many((world, text, id) => Object.assign(entryIn(world, id), ownValues(text))),
  "errors.errors.status": inEntry("status", () => "none"),
  "errors.errors.title": inEntry("title"),
  "errors.errors.message": speaking(inEntry("message"), /[{}]/),
  "errors.errors.message 2": speaking(
    many((world, text, id) =>
      setOwn(entryIn(world, id), "message", [`{note}${text}{kind}${text}`, `${text}{wait}`]),
    ),
    /[{}]/,
  ),
  "errors.errors.meaning": marked(inEntry("meaning")),
  "errors.errors.causes": marked(listed("causes")),
  "errors.errors.fixes": marked(listed("fixes")),
  "errors.errors.delay": inEntry("delay", () => "wait"),
  "errors.errors.headers.{key}": many(
    (world, text, id) => setOwn(dataAt(entryIn(world, id), "headers"), text, "a"),
    identifier,
  ),
  "errors.errors.headers": speaking(
    many((world, text, id) =>
      setOwn(dataAt(entryIn(world, id), "headers"), "X-Text", `${text}{note}`),
    ),
    // What HTTP cannot carry is left out.
    /[{}]|[^ -~]/,
  ),
  "errors.errors.challenge.error": many((world, text, id) => {
    setOwn(entryIn(world, id), "status", 401);
    setOwn(entryIn(world, id), "challenge", { error: text });
  }),
  "errors.errors.challenge.scope": many(
    (world, text, id) => {
      setOwn(entryIn(world, id), "status", 401);
      setOwn(entryIn(world, id), "challenge", { scope: text });
    },
    () => "note",
  ),
  "errors.errors.fields.{key}": many(
    (world, text, id) => setOwn(dataAt(entryIn(world, id), "fields"), `${text}?`, "string"),
    identifier,
  ),
  "errors.errors.examples.title": many((world, text, id) =>
    setOwn(entryIn(world, id), "examples", [
      { title: text, fields: { wait: 1 } },
      { title: `${text}${text}`, fields: { wait: 2 } },
    ]),
  ),
  "errors.errors.examples.fields.{key}": many((world, text, id) => {
    setOwn(dataAt(entryIn(world, id), "fields"), "any", { type: "object" });
    const fields: Data = { wait: 1, any: {} };
    setOwn(fields.any as Data, text, { [`${text}.`]: 1 });
    setOwn(entryIn(world, id), "examples", [{ title: "A", fields }]);
  }),
  "errors.errors.examples.fields": many((world, text, id) => {
    setOwn(dataAt(entryIn(world, id), "fields"), "any", {});
    const fields = { wait: 1, any: [text, { a: text }] };
    setOwn(entryIn(world, id), "examples", [{ title: "A", fields }]);
  }),
  "errors.errors.since": inEntry("since", () => "1.0.0"),
  "errors.errors.name": speaking(served(inEntry("name", identifier)), /^/),
  "errors.errors.deprecated.since": ending("deprecated", "since"),
  "errors.errors.deprecated.replaced_by": ending("deprecated", "replaced_by", () => "base"),
  "errors.errors.deprecated.reason": ending("deprecated", "reason"),
  "errors.errors.retired.since": ending("retired", "since"),
  "errors.errors.retired.replaced_by": ending("retired", "replaced_by", () => "base"),
  "errors.errors.retired.reason": ending("retired", "reason"),

  Type: speaking(
    many(
      (world, text, id) => setOwn(dataAt(entryIn(world, id), "fields"), "odd?", text),
      () => "string",
    ),
    /^/,
  ),
  "Schema.x-{key}": many(
    (world, text, id) =>
      setOwn(dataAt(entryIn(world, id), "fields"), "odd?", { type: "string", [`x-${text}`]: "a" }),
    identifier,
  ),
  "Schema.x-": many((world, text, id) => {
    const odd = { properties: { a: { type: "string", ...ownValues(text) } }, ...ownValues(text) };
    setOwn(dataAt(entryIn(world, id), "fields"), "odd?", odd);
    setOwn(dataAt(head(world), "types"), `Type${id}`, odd);
    setOwn(dataAt(entryIn(world, id), "fields"), "named?", `Type${id}`);
  }),
  "Schema.properties.{key}": many((world, text, id) => {
    const properties: Data = { a: "string" };
    setOwn(properties, text, { type: "string", description: "A member." });
    setOwn(properties, `${text}-?`, { oneOf: [{ const: text }, "integer"] });
    setOwn(dataAt(entryIn(world, id), "fields"), "odd?", { properties });
    const inner: Data = {};
    setOwn(inner, text, { type: "string", secret: true });
    setOwn(dataAt(head(world), "types"), `Type${id}`, { properties: inner });
    setOwn(dataAt(entryIn(world, id), "fields"), "named?", `Type${id}`);
  }),
  "Schema.required": inType("required", (text) => [text], { properties: { a: "string" } }),
  "Schema.enum": inType("enum", (text) => [text, "a", 1, true, null]),
  "Schema.const": inType("const"),
  "Schema.description": inType("description", (text) => text, {
    properties: { a: { type: "string", description: "A member." } },
  }),
  "Schema.description 2": many((world, text, id) => {
    const inner = { properties: { a: { type: "integer", minimum: 1, description: text } } };
    setOwn(dataAt(entryIn(world, id), "fields"), "odd?", inner);
    setOwn(dataAt(entryIn(world, id), "fields"), "list?", {
      type: "array",
      items: inner,
      maxItems: 3,
      description: text,
    });
  }),
};
