/** What stands for what a framework finds has to be there when it is needed. */
import { quoted } from "../../diagnostics/suggest.js";
import type { Entry } from "../../model/catalog.js";
import type { RoleCode } from "../../model/role.js";
import { defineRule } from "../rule.js";
import { unsent } from "../unsent.js";

export const roleUnusable = defineRule({
  name: "role-unusable",
  severity: "error",
  forProducers: true,
  summary: "The code of a role can stand for it.",
  catalog: ({ entries, roles, fallback }, report) => {
    const [first] = roles;
    if (first !== undefined && fallback === undefined)
      report(first.at, "Roles have no effect without a `fallback`.", {
        help: "A server must always have something to answer; without it there is no module `server`.",
      });
    const byCode = new Map(entries.toReversed().map((entry) => [entry.code, entry]));
    for (const role of roles) {
      const entry = byCode.get(role.code.value);
      const why = entry && obstacle(entry, role);
      if (why !== undefined)
        report(role.code.at, `${quoted(role.code.value)} cannot stand for ${role.role}: ${why}.`);
    }
  },
});

function obstacle(entry: Entry, { role, fields }: RoleCode): string | undefined {
  // Whoever has gone is told nothing: such an error is for logs.
  const why = unsent(role === "aborted" ? { ...entry, neverSent: entry.hasNoStatus } : entry);
  if (why !== undefined || role !== "unexpected") return why;
  const constants = new Set(
    fields.flatMap(({ name, value }) => (value.kind === "constant" ? [name] : [])),
  );
  const needed = entry.fields.find(({ name, optional }) => !optional && !constants.has(name));
  return needed && `it requires ${needed.name}, for which only a constant is always there`;
}
