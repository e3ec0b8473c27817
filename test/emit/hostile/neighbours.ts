/** Places whose texts stand side by side in some output: what is harmless in each may not be where they meet. */
import type { Put } from "./position.js";
import { type Data, dataAt, entryIn, localeIn, setOwn, wireIn } from "./world.js";

/** Puts the two halves of a text into places that stand side by side. */
export type PutHalves = (
  world: Parameters<Put>[0],
  halves: readonly [string, string],
  id: string,
) => void;

const inEntry =
  (more: (first: string, second: string) => Data): PutHalves =>
  (world, [first, second], id) => {
    for (const [name, value] of Object.entries(more(first, second)))
      setOwn(entryIn(world, id), name, value);
  };
const inWire =
  (more: (first: string, second: string) => Data): PutHalves =>
  (world, [first, second], id) => {
    for (const [name, value] of Object.entries(more(first, second)))
      setOwn(wireIn(world, id), name, value);
  };

/** The pairs of places. */
export const neighbours: Readonly<Record<string, PutHalves>> = {
  "title and meaning": inEntry((title, meaning) => ({ title, meaning })),
  "meaning and cause": inEntry((meaning, cause) => ({ meaning, causes: [cause, meaning] })),
  "cause and cause, fix and fix": inEntry((first, second) => ({
    causes: [first, second],
    fixes: [first, second],
  })),
  "cause and fix": inEntry((cause, fix) => ({ causes: [cause], fixes: [fix] })),
  "ending and reason": inEntry((since, reason) => ({ deprecated: { since, reason } })),
  "fix and ending": inEntry((fix, since) => ({
    fixes: [fix],
    deprecated: { since, replaced_by: "base", reason: since },
  })),
  "message around a field": inEntry((first, second) => ({
    message: [`${first}{note}${second}`, `${first}{wait}{wait}${second}`],
  })),
  "message and message": inEntry((first, second) => ({
    message: [`${first}{note}`, second],
  })),
  "header around a field": inEntry((first, second) => ({
    headers: { "X-Text": `${first}{note}${second}` },
  })),
  "description and description": inEntry((first, second) => ({
    fields: {
      "note?": { type: "string", description: first },
      wait: { type: "integer", description: second, minimum: 1 },
      "kind?": { enum: [first, second], description: `${first}${second}` },
      "tree?": { properties: { a: { type: "string", description: second } }, description: first },
    },
    examples: [{ title: first, fields: { wait: 1, note: second } }],
  })),
  "example and example": inEntry((first, second) => ({
    examples: [
      { title: first, fields: { wait: 1, note: second } },
      { title: second, fields: { wait: 1, note: first, tree: { kind: "small" } } },
    ],
  })),
  "category and operation": (world, [first, second], id) => {
    const head = world["catalog.yaml"] as Data;
    setOwn(dataAt(head, "categories"), `category-${id}`, first);
    entryIn(world, id);
    setOwn(world[`errors/${id}.yaml`] as Data, "category", `category-${id}`);
    setOwn(dataAt(world["operations.yaml"] as Data, "operations"), `op-${id}`, {
      title: second,
      method: "GET",
      path: `/${id}`,
      codes: [`c_${id}`],
    });
  },
  "wire and revision": inWire((title, revision) => ({ title, revision })),
  "revision and source": inWire((revision, source) => ({ revision, source })),
  "constant and constant": inWire((first, second) => ({
    body: { error: "$code", message: "$message", fields: "$fields", more: [first, second] },
    row: { column: first },
    headers: { "X-A": first, "X-B": second },
  })),
  // With the id, since the same text of two formats is shown once.
  "spelling and older spelling": (world, [first, second], id) =>
    setOwn(wireIn(world, id), "codes", { base: { code: id + first, also: [second + id] } }),
  "title and text of a locale": (world, [first, second], id) => {
    const locale = localeIn(world, id);
    setOwn(locale, "title", first);
    setOwn(dataAt(locale, "categories"), "orders", second);
    const base = dataAt(locale, "errors", "base");
    for (const [name, value] of Object.entries({ title: id + first, meaning: second }))
      setOwn(base, name, value);
    setOwn(base, "causes", [first, second]);
    setOwn(dataAt(locale, "words"), "page.deprecated", `${first} {version} ${second}`);
    setOwn(dataAt(locale, "words"), "fields.list", `${first}{type}${second}`);
    setOwn(dataAt(locale, "words"), "fields.any", `${second}${first}`);
  },
};
