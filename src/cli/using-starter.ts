/** The catalog that `errdex init --uses` writes: without a code of its own, with those of another. */
import { relative, resolve } from "node:path";
import { slashed } from "../disk/slashed.js";
import { usedCatalogs } from "../disk/used-catalogs.js";
import { loadCatalog } from "../load/load-catalog.js";
import type { UsedFolders } from "../load/read-uses.js";
import { yamlText } from "../model/yaml-text.js";
import { UsageError } from "./exit-code.js";
import type { Host } from "./host.js";
import { catalogLines } from "./starter.js";

/** The format where the other catalog has one of its own by default, which nobody can use. */
const flat = { name: { value: "flat" } };

/**
 * What to begin with.
 *
 * @param asked the other catalog: a package, or a folder as seen from where the command runs.
 * @param folder the new catalog's, absolute.
 * @throws UsageError where there is no such catalog, or it cannot be read.
 */
export async function usingStarter(
  asked: string,
  folder: string,
  { cwd }: Host,
): Promise<{
  readonly filesOf: (name: string) => Readonly<Record<string, string>>;
  readonly used: UsedFolders;
}> {
  const way = asked.startsWith("/") || asked.startsWith(".") ? resolve(cwd, asked) : undefined;
  // The folder of the new catalog is not there yet, so the other one is looked for from here.
  const there = way === undefined ? asked : fromFolder(cwd, way);
  const content = `uses: { other: ${yamlText(there, true)} }\n`;
  const files = [{ path: "catalog.yaml", shownPath: "catalog.yaml", content }];
  const found = (await usedCatalogs(files, cwd, cwd)).get("other");
  if (found === undefined) throw new UsageError(`${asked} is neither a package nor a folder.`);
  if ("problem" in found)
    throw new UsageError([found.problem, found.help].filter(Boolean).join(" "));
  const { catalog } = loadCatalog(found.files, found.used);
  if (catalog === undefined) throw new UsageError(`The catalog of ${asked} cannot be read.`);
  if (catalog.consumes !== undefined)
    throw new UsageError(`${asked} only consumes: its codes are not for answers of yours.`);
  const used = catalog.name.value;
  const { name: wire } =
    catalog.wireFormats.find(({ builtIn, name }) => builtIn && name.value === catalog.wire.value) ??
    flat;
  return {
    used: new Map([[used, found]]),
    filesOf: (name) => ({
      "catalog.yaml": `${catalogLines(name)}
version: 1.0.0
type: urn:${name}:{code}            # of codes of your own in problem details; \`docs\` says where their pages are
wire: ${wire.value}
categories: {}                    # of codes of your own: \`errdex add\` begins one
uses:
  ${used}: ${yamlText(way === undefined ? asked : fromFolder(folder, way))}   # its codes, and its roles, infer and fallback
outputs:
  typescript: ../src/errors       # a folder; \`errdex build\` writes it
`,
    }),
  };
}

/** A folder as `uses` has it. */
function fromFolder(folder: string, to: string): string {
  const way = slashed(relative(folder, to));
  return way.startsWith(".") ? way : `./${way}`;
}
