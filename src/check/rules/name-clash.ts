/** No two things of a generated module share a name. */
import { formatModuleNames, type ModuleName, moduleNames } from "../../model/module-names.js";
import { ownEntries } from "../../model/used-catalog.js";
import { type Complain, defineRule } from "../rule.js";

export const nameClash = defineRule({
  name: "name-clash",
  severity: "error",
  summary: "Everything that the generated module exports has a name of its own.",
  catalog: (catalog, report) => {
    const codes = new Set(ownEntries(catalog).map(({ code }) => `the code ${code}`));
    for (const names of [moduleNames(catalog), formatModuleNames(catalog)])
      checkClashes(names, codes, report);
  },
});

function checkClashes(
  names: readonly ModuleName[],
  codes: ReadonlySet<string>,
  report: Complain,
): void {
  const seen = new Map<string, ModuleName>();
  // Two codes share both their names, which is one mistake.
  const clashes = new Set<string>();
  for (const each of names) {
    const first = seen.get(each.name);
    if (first === undefined) {
      seen.set(each.name, each);
      continue;
    }
    const clash = `${first.bearer} ${each.bearer}`;
    // A code that stands twice is reported as such.
    if (first.bearer === each.bearer || clashes.has(clash)) continue;
    clashes.add(clash);
    report(each.at, `Both ${first.bearer} and ${each.bearer} become ${each.name}.`, {
      help: codes.has(each.bearer) ? "Give the entry a `name` of its own." : "Rename one of them.",
      related: [{ at: first.at, message: `${first.bearer} is here.` }],
    });
  }
}
