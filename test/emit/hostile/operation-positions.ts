/** Places of operations and of translations. */
import { identifier, many, marked, one, type Position, speaking } from "./position.js";
import { type Data, dataAt, localeIn, ownValues, setOwn, type World } from "./world.js";

const operations = (world: World) => dataAt(world["operations.yaml"] as Data, "operations");
const inLocale = (...path: readonly string[]) =>
  many((world, text, id) => {
    const name = path.at(-1) ?? "";
    setOwn(dataAt(localeIn(world, id), ...path.slice(0, -1)), name, text);
  });
const localeList = (name: string) =>
  many((world, text, id) => setOwn(dataAt(localeIn(world, id), "errors", "base"), name, [text]));

/** Places of operations. */
export const operationPositions: Readonly<Record<string, Position>> = {
  "operations.groups.{key}": many((world, text, id) => {
    setOwn(dataAt(world["operations.yaml"] as Data, "groups"), text, ["base"]);
    setOwn(operations(world), `op-${id}`, { groups: [text] });
  }),
  "operations.groups": one(
    (world, text) => setOwn(dataAt(world["operations.yaml"] as Data, "groups"), "a", [text]),
    () => "base",
  ),
  "operations.operations.{key}": many(
    (world, text) => setOwn(operations(world), text, { codes: ["base"] }),
    identifier,
  ),
  "operations.operations.x-{key}": many(
    (world, text, id) =>
      setOwn(operations(world), `op-${id}`, { codes: ["base"], [`x-${text}`]: "a" }),
    identifier,
  ),
  "operations.operations.x-": many((world, text, id) =>
    setOwn(operations(world), `op-${id}`, {
      method: "GET",
      path: `/c/${id}`,
      codes: ["base"],
      ...ownValues(text),
    }),
  ),
  "operations.operations.title": many((world, text, id) =>
    setOwn(operations(world), `op-${id}`, {
      title: text,
      method: "GET",
      path: `/a/${id}`,
      codes: ["base"],
    }),
  ),
  "operations.operations.path": speaking(
    many(
      (world, text, id) =>
        setOwn(operations(world), `op-${id}`, {
          method: "GET",
          path: `/b/${text}`,
          codes: ["base"],
        }),
      identifier,
    ),
    /[{}]/,
  ),
  "operations.operations.codes": many(
    (world, text, id) => setOwn(operations(world), `op-${id}`, { codes: [text] }),
    () => "base",
  ),
  "operations.operations.groups": many(
    (world, text, id) => {
      setOwn(dataAt(world["operations.yaml"] as Data, "groups"), "known", ["base"]);
      setOwn(operations(world), `op-${id}`, { groups: [text] });
    },
    () => "known",
  ),
};

/** Places of translations. */
export const localePositions: Readonly<Record<string, Position>> = {
  "locale.locale": speaking(
    many(
      (world, text, id) => setOwn(localeIn(world, id), "locale", text),
      (id) => `de-x-${id}`,
    ),
    /^/,
  ),
  "locale.title": inLocale("title"),
  "locale.categories.{key}": many(
    (world, text, id) => setOwn(dataAt(localeIn(world, id), "categories"), text, "a"),
    () => "orders",
  ),
  "locale.categories": inLocale("categories", "orders"),
  "locale.words.{key}": many(
    (world, text, id) => setOwn(dataAt(localeIn(world, id), "words"), text, "a"),
    () => "home",
  ),
  "locale.words": many((world, text, id) => {
    for (const word of ["home", "copy", "meaning", "search.label", "fields.any", "raise"])
      setOwn(dataAt(localeIn(world, id), "words"), word, text);
    setOwn(dataAt(localeIn(world, id), "words"), "page.deprecated", `${text} {version}`);
    setOwn(dataAt(localeIn(world, id), "words"), "index.count", `${text}{count}${text}`);
  }),
  "locale.statuses.{key}": many(
    (world, text, id) => setOwn(dataAt(localeIn(world, id), "statuses"), text, "a"),
    () => "404",
  ),
  "locale.statuses": inLocale("statuses", "404"),
  "locale.errors.{key}": many(
    (world, text, id) => setOwn(dataAt(localeIn(world, id), "errors"), text, { title: "a" }),
    () => "base",
  ),
  "locale.errors.title": inLocale("errors", "base", "title"),
  "locale.errors.message": speaking(inLocale("errors", "base", "message"), /[{}'<>#]/),
  "locale.errors.message 2": speaking(
    many((world, text, id) => {
      const inner = `{wait, plural, =1 {${text}} other {${text} #}}`;
      setOwn(dataAt(localeIn(world, id), "errors", "base"), "message", inner);
    }),
    /[{}'<>#|]/,
  ),
  "locale.errors.meaning": marked(inLocale("errors", "base", "meaning")),
  "locale.errors.causes": marked(localeList("causes")),
  "locale.errors.fixes": marked(localeList("fixes")),
};
