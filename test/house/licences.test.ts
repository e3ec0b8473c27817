import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { carriedPackages, noticeOf } from "../../.config/write-notices.js";
import packageJson from "../../package.json" with { type: "json" };
import { root } from "../shipped-catalog.js";
import { sources } from "./source-files.js";

interface LockedPackage {
  /** Where it is installed by another name. */
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
}

const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");

/** What is installed for whoever uses the package, by its path. */
const installed = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);

/** A package that is there once for each platform counts once: which of them is installed depends on the machine. */
function familyOf(path: string, { os, cpu }: LockedPackage): string {
  const isOfOnePlatform = os !== undefined || cpu !== undefined;
  return isOfOnePlatform ? nameOf(path).replace(/^(.*\/[a-z]+-).*$/, "$1*") : nameOf(path);
}

function licensed(path: string, each: LockedPackage): Licensed {
  return {
    name: each.name ?? familyOf(path, each),
    version: each.version ?? "",
    licence: each.license,
  };
}

/** The rows of a table: a package in each version, with its licence. A member of a family that is not installed here says none. */
function rowsOf(all: readonly Licensed[]): readonly string[] {
  const rows = all.map(({ name, version, licence }) => {
    const known = licence ?? all.find((each) => each.name === name && each.licence)?.licence;
    return `| \`${name}\` | ${version} | ${known ?? "none"} |`;
  });
  return [...new Set(rows)].sort();
}

function documented(section: string): readonly string[] {
  const page = readFileSync(`${root}docs/licences.md`, "utf8");
  const [, text = ""] = page.split(`\n## ${section}\n`);
  const [own = ""] = text.split("\n## ");
  return [...own.matchAll(/^\| `.*$/gm)].map(([row]) => row.replace(/ +/g, " ")).sort();
}

const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Whether an SPDX expression leaves a choice that is permissive. */
function isPermissive(licence: string): boolean {
  return licence
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((each) => permissive.has(each)));
}

const brought = installed.map(([path, each]) => licensed(path, each));
const carried = [...new Set(sources.flatMap(({ imports }) => imports.map(({ to }) => to)))]
  .filter((name) => name in packageJson.devDependencies && !(name in packageJson.peerDependencies))
  .map((name) => licensed(`node_modules/${name}`, packages[`node_modules/${name}`] ?? {}));

describe("the licences", () => {
  it("of what the compiler brings are listed, each package with its version", () => {
    expect(documented("What the compiler brings along")).toEqual(rowsOf(brought));
    expect(brought.map(({ name }) => name)).toEqual(
      expect.arrayContaining(
        Object.entries(packageJson.dependencies).map(
          ([name, range]) => /^npm:(.*)@/.exec(range)?.[1] ?? name,
        ),
      ),
    );
  });

  it("of what the package carries in itself are listed, and their notices are in the copies", () => {
    expect(documented("What the package carries in itself")).toEqual(rowsOf(carried));
    const script = readFileSync(`${root}dist/site/search.js`, "utf8");
    for (const { name } of carried) {
      const notice = readFileSync(`${root}node_modules/${name}/LICENSE.txt`, "utf8").trim();
      expect(script, name).toContain(notice);
    }
  });

  it("of what the command carries in itself are listed, and their notices are beside it", async () => {
    const names = await carriedPackages(root);
    const rows = names.map((name) =>
      licensed(`node_modules/${name}`, packages[`node_modules/${name}`] ?? {}),
    );
    expect(documented("What the command carries in itself")).toEqual(rowsOf(rows));
    const notices = readFileSync(`${root}dist/cli/notices.txt`, "utf8");
    for (const name of names) expect(notices, name).toContain(await noticeOf(root, name));
  });

  it("are those that the installed packages name", () => {
    const named = installed
      .filter(([, { os, cpu }]) => os === undefined && cpu === undefined)
      // What the WebAssembly of a package needs is there where no native code is.
      .filter(([path, { optional }]) => !optional || existsSync(`${root}${path}/package.json`))
      .map(([path]) => {
        const text = readFileSync(`${root}${path}/package.json`, "utf8");
        const { name, version, license } = JSON.parse(text) as Record<string, string>;
        return { name, version, licence: license };
      });
    expect(brought).toEqual(expect.arrayContaining(named));
  });

  it("are permissive", () => {
    const rows = [...rowsOf(brought), ...rowsOf(carried)];
    const refused = rows.filter(
      (row) => !isPermissive(row.split(" | ").at(-1)?.slice(0, -2) ?? ""),
    );
    expect(refused).toEqual([]);
  });

  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND ISC", true],
    ["MIT AND GPL-3.0-only", false],
    ["LGPL-3.0-or-later", false],
    ["UNLICENSED", false],
    ["none", false],
  ])("%s is permissive: %s", (licence, expected) => {
    expect(isPermissive(licence)).toBe(expected);
  });
});
