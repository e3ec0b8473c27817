/** A repository with a catalog, beside a folder that does not belong to it. */
import { join } from "node:path";
import { entryText, errorsText, headText } from "./catalog-of.js";
import { commitAll } from "./git.js";
import { inCatalog, type Workplace, workplace } from "./workplace.js";

/** A sound catalog with outputs, in `catalog/`. */
export const catalogWith = (outputs: string): Record<string, string> =>
  inCatalog({
    "catalog.yaml": headText(`outputs: ${outputs}`),
    "errors/a.yaml": errorsText(entryText("sold_out")),
  });

/** The repository `repo`, and the folder around it, which has `outside` besides. */
export function repositoryWith(
  outputs: string,
  texts: Readonly<Record<string, string>> = {},
): { readonly place: Workplace; readonly all: string } {
  const around = workplace({
    "outside/openapi.yaml": "mine: outside\n",
    "outside/index.ts": "//\n",
  });
  const folder = join(around.folder, "repo");
  const place: Workplace = {
    ...around,
    folder,
    errdex: (argv, inside = "") => around.errdex(argv, join("repo", inside)),
    write: (all) =>
      around.write(
        Object.fromEntries(Object.entries(all).map(([path, text]) => [`repo/${path}`, text])),
      ),
    read: (path) => around.read(`repo/${path}`),
  };
  place.write({ ...catalogWith(outputs), ...texts });
  commitAll(folder);
  return { place, all: around.folder };
}
