/** What belongs to an answer is in one. */
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import { everyPlace } from "../../model/placement.js";
import { namedValue } from "../../model/role.js";
import type { WireFormat } from "../../model/wire-format.js";
import { type Complain, defineRule } from "../rule.js";

export const contextUnseen = defineRule({
  name: "context-unseen",
  severity: "warning",
  summary: "A value of `context` has a place in a wire format, or fills a field of a role.",
  catalog: (catalog, report) => {
    const { context, wireFormats, broken } = catalog;
    if (context.length === 0 || broken.has("wire")) return;
    const inFields = inRoles(catalog);
    const seen = new Set(wireFormats.filter(isUsedBy(catalog)).flatMap(placed));
    const builtIn = wireFormats.filter(isLikeBuiltIn);
    for (const { name, at } of context) {
      // One that fills a field of a role may well be called like the field.
      if (!/^\w+$/.test(name) || inFields.has(name)) continue;
      const without = builtIn.filter((format) => !placed(format).includes(name));
      if (without.length > 0) reportTaken(without, name, at, report);
      else if (!seen.has(name) && !seen.has("*"))
        report(at, `No wire format has a place for the value ${quoted(name)}.`, {
          help: `Such as \`${name}?: $context.${name}\` in a template.`,
        });
    }
  },
});

function reportTaken(
  formats: readonly WireFormat[],
  name: string,
  at: Catalog["context"][number]["at"],
  report: Complain,
): void {
  const names = formats.map((format) => format.name.value);
  const what = `Answers in ${names.join(" and ")} have no place for the value ${quoted(name)}: a member or a field is called so.`;
  report(at, what, {
    help: `Call it otherwise, or write the body yourself in wire/${names[0]}.yaml.`,
  });
}

/** The values that the format has a place for; `*` stands for all. */
function placed(format: WireFormat): readonly string[] {
  return everyPlace(format)
    .flatMap(({ variable }) => variable.paths)
    .flatMap(([first, second = "*"]) => (first === "$context" ? [second] : []));
}

function inRoles({ roles }: Catalog): ReadonlySet<string> {
  const values = roles.flatMap(({ fields }) => fields.map(({ value }) => value));
  return new Set(
    values.flatMap((value) => {
      const named = value.kind === "variable" ? namedValue(value.text) : undefined;
      return named?.of === "context" ? [named.name] : [];
    }),
  );
}

// A built-in format is there whether anybody sends it or not.
function isUsedBy({ wire, outputs }: Catalog): (format: WireFormat) => boolean {
  const used = new Set([wire.value, ...outputs.map((output) => output.wire?.value)]);
  return ({ name, builtIn }) => !builtIn || used.has(name.value);
}

/** Whether the body is the built-in one: it stands in no file of the catalog. */
function isLikeBuiltIn({ name, body, builtIn }: WireFormat): boolean {
  return builtIn || (body !== undefined && body.at.file !== name.at.file);
}
