/** Whether somebody else has released the version of a catalog, after this branch left theirs. */
import semver from "semver";
import type { Finding } from "../diagnostics/finding.js";
import type { GatedCatalog } from "./gate-catalog.js";
import { gateKinds } from "./gate-kinds.js";

/**
 * A finding where the version is no later than what was released meanwhile.
 *
 * @param ledger the text of the catalog's `released.json` as the branch of the base has it by now.
 * @param branch how that branch is called.
 */
export function takenVersion(
  { base, head: { name, version } }: GatedCatalog,
  ledger: string | undefined,
  branch: string,
): Finding | undefined {
  const [, released = ""] = /^ {2}"version": "([^"]*)"/m.exec(ledger ?? "") ?? [];
  if (semver.valid(released) === null || released === base?.released?.version.value)
    return undefined;
  if (semver.valid(version.value) === null || semver.gt(version.value, released)) return undefined;
  const { severity, reason } = gateKinds["version-taken"];
  return {
    ...{ rule: "version-taken", severity, help: reason, at: version.at },
    message: `${branch} has released ${name.value} ${released} since this branch left it, so ${version.value} is taken.`,
  };
}
