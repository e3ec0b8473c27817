/** What is taken from other catalogs goes together. */
import type { Report } from "../../diagnostics/report.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { Catalog } from "../../model/catalog.js";
import type { Span } from "../../model/source.js";
import { ownEntries } from "../../model/used-catalog.js";
import { importedOutput, isModule } from "../../outputs/imported-output.js";
import { defineRules } from "../rule.js";

const texts = [
  {
    name: "code-shared",
    severity: "error",
    summary:
      "A code that is taken from another catalog stands in no other, or `except` leaves it out.",
  },
  {
    name: "uses-indirect",
    severity: "warning",
    summary: "Where a used catalog answers with codes of a third, that one is used, too.",
  },
  {
    name: "uses-module",
    severity: "error",
    summary: "A catalog that is used from a folder has a module that the modules here can import.",
  },
  {
    name: "uses-consumed",
    severity: "error",
    summary: "A catalog that answers takes no codes of one that only consumes.",
  },
] as const;

type UsesReport = Report<(typeof texts)[number]["name"]>;

export const uses = defineRules(texts, {
  catalog: (catalog, report) => {
    checkShared(catalog, report);
    checkIndirect(catalog, report);
    checkModules(catalog, report);
    checkConsumed(catalog, report);
  },
});

function checkShared(catalog: Catalog, report: UsesReport): void {
  const own = ownEntries(catalog).map(({ code, at }) => [code, { at, whose: catalog.name.value }]);
  const seen = new Map<string, { readonly at: Span; readonly whose: string }>(own as never);
  for (const { name, at, except, source } of catalog.uses) {
    if (source === undefined) continue;
    const left = new Set(except.map(({ value }) => value));
    for (const entry of ownEntries(source.catalog)) {
      const { code } = entry;
      const first = seen.get(code);
      if (left.has(code)) continue;
      if (first === undefined) seen.set(code, { at: entry.at, whose: name });
      else
        report(
          "code-shared",
          at,
          `Both ${first.whose} and ${name} have the code ${quoted(code)}.`,
          {
            help: `Leave out the one that is not meant: \`except: [${code}]\`.`,
            related: [
              { at: first.at, message: `That of ${first.whose} is here.` },
              { at: entry.at, message: `That of ${name} is here.` },
            ],
          },
        );
    }
  }
}

function checkIndirect({ uses, name: own }: Catalog, report: UsesReport): void {
  const known = new Set([own.value, ...uses.map(({ name }) => name)]);
  for (const { name, at, source } of uses)
    for (const inner of source?.catalog.uses ?? []) {
      if (known.has(inner.name)) continue;
      known.add(inner.name);
      report("uses-indirect", at, `${name} answers with codes of ${inner.name}, too.`, {
        help: `Add it to \`uses\`, or its errors are unrecognized here.`,
      });
    }
}

function checkModules({ uses, outputs }: Catalog, report: UsesReport): void {
  for (const { name, at, source } of uses) {
    if (source === undefined || source.module !== undefined) continue;
    const alone = outputs.find(
      (output) => isModule(output) && importedOutput(output, source.catalog.outputs) === undefined,
    );
    if (alone !== undefined)
      report("uses-module", at, `${name} has no output that ${alone.kind} could import.`, {
        help: `Add \`outputs: { ${alone.kind}: ../src/errors }\` to its catalog.yaml, or \`module\` where it is imported by a name.`,
        related: [{ at: alone.path.at, message: "The output that imports it is here." }],
      });
  }
}

function checkConsumed({ uses, consumes }: Catalog, report: UsesReport): void {
  if (consumes !== undefined) return;
  for (const { name, at, source } of uses)
    if (source?.catalog.consumes !== undefined)
      report(
        "uses-consumed",
        at,
        `${name} only consumes: its codes are those of somebody else's service, and not for answers of yours.`,
        {
          help: `Decode that service's answers with the module of ${name}, and raise a code of your own. If nobody answers with this catalog either, say \`consumes: true\` here too.`,
          related: [{ at: source.catalog.consumes.at, message: "It says so here." }],
        },
      );
}
