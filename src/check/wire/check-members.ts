/** What the members of an object in a template are called. */
import type { Report } from "../../diagnostics/report.js";
import { quoted } from "../../diagnostics/suggest.js";
import type { TemplateNode } from "../../model/wire-format.js";
import type { Standing } from "./visit-template.js";

/** Reports names that stand twice, as names or other names, and names that every object has. */
export function checkMembers(
  { members }: Extract<TemplateNode, { kind: "object" }>,
  { syntax }: Standing,
  report: Report<"wire-member">,
): void {
  // RFC 9110 section 11.2: the names of parameters are the same in capitals.
  const keyOf = (name: string) => (syntax === "params" ? name.toLowerCase() : name);
  const seen = new Map<string, { readonly kind: "name" | "alias"; readonly at: object }>();
  for (const { key, aliases = [], at } of members)
    for (const [index, name] of [key, ...aliases].entries()) {
      const kind = index === 0 ? "name" : "alias";
      const first = seen.get(keyOf(name));
      const isAgain = first?.at === at || (first?.kind === "name" && kind === "name");
      if (isAgain)
        report("wire-member", at, `The member ${quoted(name)} stands here a second time.`);
      else if (first !== undefined)
        report(
          "wire-member",
          at,
          `${quoted(name)} names two members here, so nobody can tell which one is read.`,
          { help: "Give each member names of its own. What is read in one place is `$both`." },
        );
      if (name === "__proto__" || name in Object.prototype)
        report("wire-member", at, `${quoted(name)} is a name that every object has.`);
      seen.set(keyOf(name), first ?? { kind, at });
    }
}
