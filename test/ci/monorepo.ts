/** A monorepo for tests: packages with catalogs, workspaces, aliases. */
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { entryText, headText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { type Ran, type Workplace, workplace } from "../support/workplace.js";

/** The members of an entry that differ from the usual ones. */
type Members = Readonly<Record<string, string | undefined>>;

/** A catalog as a test changes it. */
export interface CatalogState {
  folder: string;
  name: string;
  version: string;
  /** Where its TypeScript goes, from its folder. */
  output: string;
  readonly codes: Map<string, Members>;
  /** Lines of catalog.yaml besides the usual ones. */
  more: readonly string[];
}

/** What a step of a history may do. */
export interface Monorepo extends Workplace {
  /** The catalogs by the names that they began with. */
  readonly catalogs: Map<string, CatalogState>;
  /** Further lines of the settings. */
  settings: readonly string[];
  /** Catalogs that the settings do not name. */
  unnamed: readonly string[];
  catalog(name: string): CatalogState;
  /** Moves the folder of a catalog. */
  move(name: string, folder: string): void;
  /** Takes a catalog away. */
  drop(name: string): void;
  /** Begins a catalog with codes of another one. */
  split(from: string, name: string, folder: string, codes: readonly string[]): void;
  /** Writes all catalogs and the settings, and what is generated. */
  sync(how?: { readonly build: boolean }): Promise<void>;
  release(name: string): Promise<Ran>;
  /** What there is now, to come back to. */
  keep(): () => void;
  commit(message: string): void;
}

/** Three packages, each with a catalog that has released 1.0.0, in one commit on `main`. */
export async function monorepo(): Promise<Monorepo> {
  const place = workplace({
    "package.json": JSON.stringify({ name: "shop", private: true, workspaces: ["packages/*"] }),
    "tsconfig.json": JSON.stringify({
      compilerOptions: { paths: { "~orders/*": ["./packages/orders/src/*"] } },
    }),
    "packages/orders/src/raise.ts":
      'import { soldOut } from "~orders/errors/index.js";\nexport const raise = () => soldOut();\n',
    "packages/billing/src/raise.ts":
      'import { gone } from "@shop/images";\nexport const raise = () => gone();\n',
    ...Object.fromEntries(
      ["orders", "images", "billing"].map((name) => [
        `packages/${name}/package.json`,
        JSON.stringify({ name: `@shop/${name}`, type: "module", exports: "./src/errors/index.ts" }),
      ]),
    ),
  });
  const catalogs = new Map(
    Object.entries({
      orders: ["sold_out", "late", "too_many"],
      images: ["too_large", "gone", "plan_required"],
      billing: ["card_refused", "unpaid", "internal_error"],
    }).map(([name, codes]): [string, CatalogState] => [
      name,
      {
        folder: `packages/${name}/catalog`,
        name,
        version: "1.0.0",
        output: "../src/errors",
        codes: new Map(codes.map((code) => [code, {}])),
        more: [],
      },
    ]),
  );
  const full = (path: string) => join(place.folder, path);
  const repo: Monorepo = {
    ...place,
    catalogs,
    settings: [],
    unnamed: [],
    catalog: (name) => {
      const found = catalogs.get(name);
      if (found === undefined) throw new Error(`The monorepo of this test has no ${name}.`);
      return found;
    },
    move: (name, folder) => {
      const state = repo.catalog(name);
      rmSync(full(join(state.folder, "../src/errors")), { recursive: true });
      mkdirSync(dirname(full(folder)), { recursive: true });
      renameSync(full(state.folder), full(folder));
      state.folder = folder;
    },
    drop: (name) => {
      const { folder } = repo.catalog(name);
      for (const each of [folder, join(folder, "../src/errors")])
        rmSync(full(each), { recursive: true });
      catalogs.delete(name);
    },
    split: (from, name, folder, codes) => {
      const { codes: all } = repo.catalog(from);
      const taken = codes.map((code): [string, Members] => [code, all.get(code) ?? {}]);
      const output = "../src/errors";
      catalogs.set(name, {
        folder,
        name,
        version: "1.0.0",
        output,
        codes: new Map(taken),
        more: [],
      });
    },
    sync: async ({ build } = { build: true }) => {
      const states = [...catalogs.values()];
      const folders = states
        .filter(({ name }) => !repo.unnamed.includes(name))
        .map(({ folder }) => folder)
        .join(", ");
      place.write({
        "errdex.config.yaml": [`catalogs: [${folders}]`, ...repo.settings, ""].join("\n"),
      });
      for (const state of states) {
        const text = (code: string, members: Members) => entryText(code, textsOf(code, members));
        place.write({
          [`${state.folder}/catalog.yaml`]: headText(
            `outputs: { typescript: ${state.output} }`,
            ...state.more,
          )
            .replace("catalog: shop", `catalog: ${state.name}`)
            .replace("{ orders: Orders }", "{ main: Main }")
            .replace("version: 1.0.0", `version: ${state.version}`),
          [`${state.folder}/errors/all.yaml`]: `category: main\nerrors:\n${[...state.codes].map(([code, members]) => text(code, members)).join("")}`,
        });
        if (build) await place.errdex(["build", state.folder]);
      }
    },
    keep: () => {
      const [kept, settings] = [structuredClone(catalogs), repo.settings];
      return () => {
        catalogs.clear();
        for (const [name, state] of structuredClone(kept)) catalogs.set(name, state);
        repo.settings = settings;
        repo.unnamed = [];
      };
    },
    release: (name) => place.errdex(["release", repo.catalog(name).folder]),
    commit: (message) => {
      git(place.folder, "add", "--all");
      git(place.folder, "commit", "--quiet", "--allow-empty", `--message=${message}`);
    },
  };
  await repo.sync();
  for (const name of catalogs.keys()) await repo.release(name);
  commitAll(place.folder);
  return repo;
}

/** Texts of its own for each code, so that none looks like another. */
function textsOf(code: string, members: Members): Members {
  const words = code.replaceAll("_", " ");
  return {
    title: words,
    message: `The message of ${words} (${[...code].reverse().join("")}).`,
    meaning: `What ${words} means.`,
    ...members,
  };
}
