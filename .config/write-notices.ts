/** The notices of the packages that the command carries in itself: their licences ask for them in every copy. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const entries = ["cli.js", "compiler.js", "coverage.js", join("vitest", "reporter.js")];

/** The packages whose code is in the files of the command and the compiler, which name the file that each part is from. */
export async function carriedPackages(root: string): Promise<readonly string[]> {
  const dist = join(root, "dist");
  const names = [
    ...(await readdir(join(dist, "cli"))).map((name) => join("cli", name)),
    ...entries,
  ];
  const texts = await Promise.all(names.map((name) => readFile(join(dist, name), "utf8")));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/^\s*\/\/ .*\bnode_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
      ([, name = ""]) => name,
    ),
  );
  return [...new Set(found)].sort();
}

/** What a package asks to be said in a copy. @throws where it has no file with its licence. */
export async function noticeOf(root: string, name: string): Promise<string> {
  const folder = join(root, "node_modules", name);
  const file = (await readdir(folder)).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (file === undefined) throw new Error(`The package ${name} comes without its licence.`);
  return (await readFile(join(folder, file), "utf8")).trim();
}

/** Writes them beside the command. */
export async function writeNotices(root: string): Promise<void> {
  const names = await carriedPackages(root);
  const parts = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, "node_modules", name, "package.json"), "utf8");
      const { name: real, version } = JSON.parse(text) as Record<string, string>;
      return `${real} ${version}\n\n${await noticeOf(root, name)}\n`;
    }),
  );
  await writeFile(join(root, "dist", "cli", "notices.txt"), parts.join(`\n${"-".repeat(72)}\n\n`));
}
