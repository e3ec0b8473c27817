/** Places of wire formats. */
import { identifier, many, type Position, speaking } from "./position.js";
import { type Data, dataAt, setOwn, wireIn } from "./world.js";

const inWire = (name: string, value: (text: string) => unknown = (text) => text) =>
  many((world, text, id) => setOwn(wireIn(world, id), name, value(text)));
const inRow = (name: string, value: (text: string) => unknown = (text) => text) =>
  many((world, text, id) => setOwn(dataAt(wireIn(world, id), "codes", "base"), name, value(text)));
const inTemplate = (value: (text: string) => unknown) => (text: string) => ({
  error: "$code",
  message: "$message",
  fields: "$fields",
  more: value(text),
});

/** The places. */
export const wirePositions: Readonly<Record<string, Position>> = {
  "wire.wire": speaking(
    many(
      (world, text, id) => setOwn(wireIn(world, id), "wire", text),
      (id) => `harmless-${id}`,
    ),
    /^/,
  ),
  "wire.title": inWire("title"),
  "wire.revision": inWire("revision"),
  "wire.source": inWire("source"),
  "wire.media": many(
    (world, text, id) => setOwn(wireIn(world, id), "media", text),
    (id) => `application/${id}+json`,
  ),
  "wire.body": speaking(
    inWire(
      "body",
      inTemplate((text) => [text, text, { a: text }]),
    ),
    /^\$|^\*$|\?$/,
  ),
  "wire.body 2": speaking(
    inWire("body", (text) => {
      const more: Data = {};
      setOwn(more, text, "a");
      setOwn(more, `${text}-`, { "b?": "$note" });
      return { error: "$code", message: "$message", fields: "$fields", more };
    }),
    /^\$|^\*$|\?$|\|/,
  ),
  "wire.accepts": speaking(
    inWire("accepts", (text) => [inTemplate((inner) => inner)(text)]),
    /^\$|^\*$|\?$/,
  ),
  "wire.bodies.{key}": many((world, text, id) => {
    setOwn(dataAt(wireIn(world, id), "bodies"), text, inTemplate(() => "a")(text));
    setOwn(wireIn(world, id), "accepts", [{ $body: text }]);
  }, identifier),
  "wire.bodies": speaking(
    inWire("bodies", (text) => ({ a: inTemplate((inner) => inner)(text) })),
    /^\$|^\*$|\?$/,
  ),
  "wire.success": speaking(
    inWire("success", (text) => [{ ok: text }]),
    /^\$/,
  ),
  "wire.unknown": many(
    (world, text, id) => setOwn(wireIn(world, id), "unknown", text),
    () => "infer",
  ),
  "wire.case": many(
    (world, text, id) => setOwn(wireIn(world, id), "case", text),
    () => "ignore",
  ),
  "wire.infer.code": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "infer"), "410", [{ code: text }]),
    () => "base",
  ),
  "wire.infer.when": speaking(
    many((world, text, id) =>
      setOwn(dataAt(wireIn(world, id), "infer"), "411", [
        { code: "base", when: { headers: { "x-a": text }, body: { a: text } } },
      ]),
    ),
    /^\$/,
  ),
  "wire.headers.{key}": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "headers"), text, "a"),
    identifier,
  ),
  "wire.headers": speaking(
    inWire("headers", (text) => ({ "X-Text": text })),
    /^\$|^\*$|\?$/,
  ),
  "wire.row.{key}": inWire("row", (text) => {
    const row: Data = { column: "a" };
    setOwn(row, text, "a");
    return row;
  }),
  "wire.row": inWire("row", (text) => ({ column: text })),
  "wire.codes.{key}": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "codes"), text, "other"),
    () => "base",
  ),
  "wire.codes": many((world, text, id) => setOwn(dataAt(wireIn(world, id), "codes"), "base", text)),
  "wire.codes.code": inRow("code"),
  "wire.codes.also": speaking(
    inRow("also", (text) => [text]),
    /\*$/,
  ),
  "wire.codes.body": speaking(
    inRow(
      "body",
      inTemplate((text) => text),
    ),
    /^\$|^\*$|\?$/,
  ),
  "wire.codes.omits": inRow("omits", (text) => [text]),
  "wire.codes.{key} 2": many((world, text, id) =>
    setOwn(dataAt(wireIn(world, id), "codes", "base"), text, "a"),
  ),
  "wire.codes.{}": inRow("column"),
  "wire.folds.{key}": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "folds"), text, "base"),
    () => "base",
  ),
  "wire.folds": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "folds"), "base", text),
    () => "base",
  ),
  "wire.infer.{key}": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "infer"), text, "base"),
    () => "409",
  ),
  "wire.infer": many(
    (world, text, id) => setOwn(dataAt(wireIn(world, id), "infer"), "409", text),
    () => "base",
  ),
  "wire.omits": inWire("omits", (text) => [text]),
};
