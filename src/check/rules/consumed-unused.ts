/** A catalog of somebody else's service says nothing of making answers. */
import type { Catalog, Entry } from "../../model/catalog.js";
import type { Located, Span } from "../../model/source.js";
import { ownEntries } from "../../model/used-catalog.js";
import { openapi } from "../../outputs/outputs.js";
import { defineRule } from "../rule.js";

export const consumedUnused = defineRule({
  name: "consumed-unused",
  severity: "error",
  lowerable: true,
  summary: "A catalog that only consumes says nothing of making answers.",
  catalog: (catalog, report) => {
    if (catalog.consumes === undefined) return;
    for (const { value, at } of unused(catalog))
      report(at, `${value} has no effect: this catalog only consumes, so nobody makes answers.`, {
        help: "Delete it.",
      });
  },
});

/** What is about answers that a service makes, and what it is called. */
function unused(catalog: Catalog): readonly Located<string>[] {
  const { fallback, roles, wireFormats, outputs } = catalog;
  const own = wireFormats.filter(({ builtIn }) => !builtIn);
  return [
    ...named("`fallback`", fallback),
    ...named("`roles`", roles[0]),
    ...ownEntries(catalog).flatMap(keysOf),
    ...own.flatMap(({ folds }) => named("`folds`", folds[0])),
    ...own.flatMap(({ reads, name }) => (reads ? [] : named("`reads: false`", name))),
    ...outputs
      .filter((output) => output.kind === openapi.key)
      .flatMap((output) =>
        openapi.asked(output).options.for === "producers"
          ? named("`for: producers`", output.path)
          : [],
      ),
  ];
}

const ofAnswers: readonly string[] = ["headers", "challenge", "never_sent"];

function keysOf({ keys, code }: Entry): readonly Located<string>[] {
  return keys.names.flatMap((name, index) =>
    ofAnswers.includes(name) ? [{ value: `\`${name}\` of ${code}`, at: keys.placeOf(index) }] : [],
  );
}

function named(
  value: string,
  place: { readonly at: Span } | undefined,
): readonly Located<string>[] {
  return place === undefined ? [] : [{ value, at: place.at }];
}
