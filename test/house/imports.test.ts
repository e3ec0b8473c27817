import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../shipped-catalog.js";
import { type ImportOf, type SourceText, sources } from "./source-files.js";

/** Imports that break a rule, each as `from → to`. */
function breaches(
  rooms: RegExp,
  forbidden: (imported: ImportOf, source: SourceText) => boolean,
): readonly string[] {
  return sources
    .filter(({ path }) => rooms.test(path))
    .flatMap((source) =>
      source.imports
        .filter((imported) => forbidden(imported, source))
        .map(({ to }) => `${source.path} → ${to}`),
    );
}

const isPackage = ({ to }: ImportOf): boolean => !to.startsWith("src/");
const isIn =
  (...rooms: readonly string[]) =>
  ({ to }: ImportOf): boolean =>
    rooms.some((room) => to.startsWith(`src/${room}/`));

describe("imports go one way", () => {
  it("the runtime imports nothing but itself", () => {
    expect(breaches(/^src\/runtime\//, (imported) => !isIn("runtime")(imported))).toEqual([]);
  });

  it("the model imports nothing but itself, types of the runtime, and ts-pattern", () => {
    const allowed = (imported: ImportOf) =>
      isIn("model")(imported) ||
      (isIn("runtime")(imported) && imported.typeOnly) ||
      imported.to === "ts-pattern";
    expect(breaches(/^src\/model\//, (imported) => !allowed(imported))).toEqual([]);
  });

  it("the generated modules import the runtime and each other", () => {
    const room = (path: string) => path.replace(/(locales\/)?[^/]+$/, "");
    expect(
      sources
        .filter(({ generated, path }) => generated && !path.endsWith("/zod.ts"))
        .flatMap(({ path, imports }) =>
          imports.filter(({ to }) => to !== "src/runtime/generated.ts" && room(to) !== room(path)),
        ),
    ).toEqual([]);
  });

  it("the server imports the runtime alone", () => {
    expect(breaches(/^src\/server\//, (imported) => !isIn("runtime", "server")(imported))).toEqual(
      [],
    );
  });

  it("adapters import the server, the runtime, each other and types of what they adapt", () => {
    const allowed = (imported: ImportOf) =>
      isIn("runtime", "server", "adapters")(imported) ||
      (isPackage(imported) && (imported.typeOnly || imported.to.startsWith("node:")));
    expect(breaches(/^src\/adapters\//, (imported) => !allowed(imported))).toEqual([]);
  });

  it("nobody but the command knows the command", () => {
    expect(breaches(/^src\/(?!cli\/)/, isIn("cli"))).toEqual([]);
  });

  it("load, check, diff, emit and diagnostics touch no disk", () => {
    const rooms = /^src\/(load|wire|check|diff|emit|coverage|diagnostics|model)\//;
    const disk = ({ to }: ImportOf) =>
      to.startsWith("src/disk/") || /^node:(fs|child_process|http|https|net|process)\b/.test(to);
    expect(breaches(rooms, disk)).toEqual([]);
  });

  it("data walks from load to check to emit, and not back", () => {
    const ofWire = (imported: ImportOf) => isIn("model", "runtime", "wire")(imported);
    expect(
      breaches(/^src\/wire\//, (imported) => !(ofWire(imported) || imported.to === "ts-pattern")),
    ).toEqual([]);
    expect(breaches(/^src\/load\//, isIn("check", "diff", "emit", "coverage"))).toEqual([]);
    expect(breaches(/^src\/(check|diff)\//, isIn("emit", "coverage"))).toEqual([]);
    expect(breaches(/^src\/emit\//, isIn("load", "check", "diff", "coverage"))).toEqual([]);
    expect(breaches(/^src\/diagnostics\//, isIn("load", "check", "diff", "emit"))).toEqual([]);
    expect(breaches(/^src\/diff\//, isIn("load", "check"))).toEqual([]);
  });

  it("what outputs are is known to load, check and emit, and knows the model alone", () => {
    const allowed = (imported: ImportOf) =>
      isIn("model", "outputs")(imported) || imported.to === "zod4";
    expect(breaches(/^src\/outputs\//, (imported) => !allowed(imported))).toEqual([]);
  });

  it("coverage walks from syntax to read to link to count to report, and not back", () => {
    const rooms = ["syntax", "read", "link", "count", "report"];
    rooms.forEach((room, index) => {
      const later = rooms.slice(index + 1).map((each) => `coverage/${each}`);
      expect(breaches(new RegExp(`^src/coverage/${room}/`), isIn(...later))).toEqual([]);
    });
  });

  it("the matchers know the runtime, and nobody knows them", () => {
    const runners = ["jest", "vitest", "node-test"];
    const rooms = ["testing", ...runners];
    const isReporters = ({ to }: ImportOf) => /\/reporter[./]/.test(to);
    const allowed = (imported: ImportOf) =>
      (isIn("runtime", ...rooms)(imported) && !isReporters(imported)) ||
      isPackage(imported) ||
      imported.typeOnly;
    const inRooms = new RegExp(`^src/(${rooms.join("|")})/(?!reporter)`);
    expect(breaches(inRooms, (imported) => !allowed(imported))).toEqual([]);
    expect(breaches(/^src\/testing\//, isIn(...runners))).toEqual([]);
    for (const runner of runners)
      expect(breaches(new RegExp(`^src/(?!${runner}/)`), isIn(runner))).toEqual([]);
    expect(breaches(new RegExp(`^src/(?!(${rooms.join("|")})/)`), isIn("testing"))).toEqual([]);
  });

  it("what sites load imports itself and its search library, and outside only its index, its words and its reading of what is pasted are known", () => {
    const allowed = (imported: ImportOf) => isIn("site")(imported) || imported.to === "minisearch";
    expect(breaches(/^src\/site\//, (imported) => !allowed(imported))).toEqual([]);
    expect(breaches(/^src\/(?!site\/)/, isIn("site"))).toEqual([
      "src/cli/read-answer.ts → src/site/last-answer.ts",
      "src/emit/site/search-formats.ts → src/site/search-entry.ts",
      "src/emit/site/search-index.ts → src/site/search-words.ts",
    ]);
  });

  it("nobody but the compiler and the command imports what is shipped", () => {
    for (const room of ["image-hosting", "http"])
      expect(breaches(new RegExp(`^src/(?!${room}/)`), isIn(room))).toEqual([]);
  });

  it.each([
    ["js-yaml", /^src\/(load\/parse-yaml|emit\/openapi\/emit-openapi|emit\/broken-files)\.ts$/],
    ["@formatjs/icu-messageformat-parser", /^src\/load\/parse-icu\.ts$/],
    ["node:child_process", /^src\/disk\/run-git\.ts$/],
    ["commander", /^src\/cli\//],
    ["oxc-parser", /^src\/(coverage\/syntax\/parse-source|emit\/broken-files)\.ts$/],
    ["oxc-resolver", /^src\/disk\/find-modules\.ts$/],
    ["highlight.js/lib/core", /^src\/emit\/site\/highlight\.ts$/],
    ["minisearch", /^src\/site\/word-search\.ts$/],
    ["vitest", /^src\/vitest\//],
    ["picocolors", /^src\/cli\//],
    ["zod4", /^src\/(load|outputs)\//],
    ["zod/v4", /^src\/(image-hosting|http)\/zod\.ts$/],
  ])("%s has one place", (name, place) => {
    const users = sources
      .filter(({ imports }) => imports.some(({ to, typeOnly }) => to === name && !typeOnly))
      .map(({ path }) => path);
    expect(users.filter((path) => !place.test(path))).toEqual([]);
    expect(users).not.toEqual([]);
  });

  it("zod comes as a namespace, of which the command carries what is used and not its texts in fifty languages", () => {
    const named = sources.filter(({ text }) => /^import (type )?\{[^}]*\} from "zod4"/m.test(text));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it("there are no cycles, types included", () => {
    expect(cycles()).toEqual([]);
  });
});

/** Every import that closes a circle, as the way around it. */
function cycles(): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) {
      found.push([...way.slice(start), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const { to } of importsThatCount(byPath.get(path))) walk(to, [...way, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
}

// A generated module is one thing in several files: types may go both ways between them, values may not.
function importsThatCount(source: SourceText | undefined): readonly ImportOf[] {
  if (source === undefined) return [];
  return source.imports.filter(({ typeOnly }) => !(source.generated && typeOnly));
}

it("every import leads to a file that there is", () => {
  const paths = new Set(sources.map(({ path }) => path));
  expect(
    breaches(/./, ({ to }) => to.startsWith("src/") && to.endsWith(".ts") && !paths.has(to)),
  ).toEqual([]);
});

describe("the table of rooms in docs/architecture.md", () => {
  const page = readFileSync(`${root}docs/architecture.md`, "utf8");
  const rows = [...page.matchAll(/^\| `src\/([a-z-]+)\/` +\|.*\| (.*?) *\|$/gm)].map(
    ([, room = "", cell = ""]) => ({ room, allowed: cell.split(", ") }),
  );
  const packageOf = (name: string) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

  it("has every folder of src", () => {
    const folders = sources.flatMap(({ path }) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []);
    expect(rows.map(({ room }) => room).sort()).toEqual([...new Set(folders)].sort());
  });

  it.each(rows)("says what $room imports, and nothing else", ({ room, allowed }) => {
    const imported = sources
      .filter(({ path }) => path.startsWith(`src/${room}/`))
      .flatMap(({ imports }) => imports.map(({ to }) => to))
      .filter(
        (to) => !to.startsWith(`src/${room}/`) && !/^node:|^(src\/)?[\w-]+\.(ts|json)$/.test(to),
      )
      .map((to) => /^src\/([^/]+)\//.exec(to)?.[1] ?? packageOf(to));
    const isAll = allowed.includes("every room above");
    const above = rows
      .slice(
        0,
        rows.findIndex((row) => row.room === room),
      )
      .map((row) => row.room);
    const names = new Set(
      imported.map((name) => (isAll && above.includes(name) ? "every room above" : name)),
    );
    expect([...names].sort()).toEqual(allowed.filter((name) => name !== "nothing").sort());
  });
});
