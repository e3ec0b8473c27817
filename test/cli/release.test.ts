import { execFileSync } from "node:child_process";
import { lstatSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/check/check-rules.js";
import { readBackLedger } from "../../src/cli/read-back-ledger.js";
import { changeKinds } from "../../src/diff/changes/change-kinds.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import { entryText, errorsText, headText, shown, soundCatalogOf } from "../support/catalog-of.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const entry = (members: Readonly<Record<string, string>> = {}) => entryText("late", members);
const files = (version: string, ...entries: readonly string[]) =>
  inCatalog({
    "catalog.yaml": headText().replace("1.0.0", version),
    "errors/a.yaml": errorsText(...entries),
  });

const catalogFiles = { "catalog.yaml": headText(), "errors/a.yaml": errorsText(entry()) };

async function releasedPlace(): Promise<Workplace> {
  const place = workplace(files("1.0.0", entry()));
  expect((await place.errdex(["release"])).code).toBe(0);
  return place;
}

describe("errdex release", () => {
  it("writes the ledger once, and leaves it where nothing changed", async () => {
    const place = workplace(files("1.0.0", entry()));
    expect(await place.errdex(["release"])).toEqual({
      code: 0,
      out: "wrote catalog/released.json: shop 1.0.0, 1 code\n",
      err: "",
    });
    const text = place.read("catalog/released.json");
    expect(JSON.parse(text)).toMatchObject({ catalog: "shop", version: "1.0.0" });
    expect((await place.errdex(["release"])).out).toBe("catalog/released.json: up to date\n");
    expect(place.read("catalog/released.json")).toBe(text);
    expect((await place.errdex(["check"])).out).toBe("shop: 1 code, no errors.\n");
  });

  it("records the values of a request and the addresses of types: nothing has changed after it", async () => {
    const place = workplace({
      ...files("1.0.0", entry()),
      "catalog/catalog.yaml": headText("context: { request_id?: string }", "type: urn:shop:{code}"),
      "catalog/wire/own.yaml":
        'wire: own\nbody: { error: $code, message: $message, id?: $context.request_id, "*": $fields }\n',
    });
    expect((await place.errdex(["release"])).code).toBe(0);
    const { out } = await place.errdex(["diff", "released"]);
    expect(out).toBe("No changes.\n");
    expect(await place.errdex(["check", "--max-warnings", "0"])).toMatchObject({ code: 0 });
    expect((await place.errdex(["release"])).out).toBe("catalog/released.json: up to date\n");
  });

  it("completes a ledger of old, which says nothing of them, under the same version", async () => {
    const place = workplace({
      ...files("1.0.0", entry()),
      "catalog/catalog.yaml": headText("context: { request_id?: string }", "type: urn:shop:{code}"),
    });
    await place.errdex(["release"]);
    const whole = place.read("catalog/released.json");
    const { type, context, digest: _, ...old } = JSON.parse(whole) as Record<string, unknown>;
    expect([type, context]).toEqual(["urn:shop:{code}", { "request_id?": "string" }]);
    place.write({ "catalog/released.json": JSON.stringify(old) });
    expect((await place.errdex(["check", "--max-warnings", "0"])).out).not.toContain("released");
    expect((await place.errdex(["release"])).out).toContain("wrote catalog/released.json: ");
    expect(place.read("catalog/released.json")).toBe(whole);
  });

  it("refuses a version that does not cover what changed, and says which would", async () => {
    const place = await releasedPlace();
    const before = place.read("catalog/released.json");
    place.write(files("1.1.0", entry({ status: "410" })));
    const { code, out, err } = await place.errdex(["release"]);
    expect(code).toBe(1);
    expect(out).toContain("status-default-changed late is 410 by default instead of 409.");
    expect(err).toBe(
      "These changes ask for version 2.0.0 or later; the catalog says 1.1.0. Nothing was released.\n",
    );
    expect(place.read("catalog/released.json")).toBe(before);
    place.write(files("2.0.0-rc.1", entry({ status: "410" })));
    expect((await place.errdex(["release"])).code).toBe(0);
    place.write(files("2.0.0", entry({ status: "410" })));
    expect((await place.errdex(["release"])).code).toBe(0);
  });

  it("refuses anything new without a new version, and an older version", async () => {
    const place = await releasedPlace();
    place.write(files("1.0.0", entry({ message: "None." })));
    expect((await place.errdex(["release"])).err).toContain("ask for version 1.0.1 or later");
    place.write(files("0.9.0", entryText("late", { since: "0.9.0" })));
    expect((await place.errdex(["release"])).code).toBe(1);
  });

  it("refuses what no change is known for, without a new version", async () => {
    const named = (version: string, type: string) => ({
      ...files(version, entry({ fields: `{ why?: ${type} }` })),
      "catalog/catalog.yaml": headText("types: { Why: { enum: [a] } }").replace("1.0.0", version),
    });
    const place = workplace(named("1.0.0", "Why"));
    expect((await place.errdex(["release"])).code).toBe(0);
    place.write(named("1.0.0", "{ enum: [a] }"));
    expect(await place.errdex(["release"])).toMatchObject({
      code: 1,
      err: "What 1.0.0 released is written differently now, though nothing that matters has changed. It needs version 1.0.1 or later. Nothing was released.\n",
    });
    place.write(named("1.0.1", "{ enum: [a] }"));
    expect((await place.errdex(["release"])).code).toBe(0);
  });

  it("refuses a code that is gone or used again, whatever the version", async () => {
    const place = await releasedPlace();
    place.write(files("9.0.0", entryText("other")));
    const { code, out, err } = await place.errdex(["release"]);
    expect([code, err]).toEqual([1, "Nothing was released.\n"]);
    expect(out).toContain("error released-vanished late is gone without a tombstone");
  });

  it("refuses a catalog that has errors, and a ledger that is none", async () => {
    const place = workplace(files("1.0.0", entry({ status: "200" })));
    expect((await place.errdex(["release"])).code).toBe(1);
    expect(place.files()).not.toContain("catalog/released.json");
    place.write({ ...files("1.0.0", entry()), "catalog/released.json": "{" });
    const { code, out } = await place.errdex(["release"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "catalog/released.json:1:2 error released-form The ledger is not JSON: it ends too soon.",
    );
    expect((await place.errdex(["diff", "released"])).code).toBe(2);
  });
});

describe("a ledger", () => {
  const text = printLedger(soundCatalogOf(catalogFiles));

  it.each([
    ["as it is written", text, true, ""],
    ["of which something is lost", text.replace("Out of stock", ""), false, "digest of the ledger"],
    ["that is cut off", text.slice(0, 100), false, "not JSON"],
    ["that was formatted", JSON.stringify(JSON.parse(text)), false, ""],
  ])("%s is read back before it is written", (_, ledger, isSame, said) => {
    const read = readBackLedger(ledger, "released.json");
    expect(read.isSame).toBe(isSame);
    expect(shown(read.diagnostics).join()).toContain(said);
  });

  it("of 16 MiB is read, one of 256 MiB is not written", () => {
    const long = `"${"x".repeat(2 ** 24)}"`;
    expect(shown(readBackLedger(long, "l.json").diagnostics)).not.toContain("file-size");
    const longer = `"${"x".repeat(2 ** 28)}"`;
    expect(shown(readBackLedger(longer, "l.json").diagnostics)).toEqual([
      "file-size l.json:1:1 The file has more than 256 MiB, and is not read. | Take the last good version from your history, or split the catalog.",
    ]);
  });
});

describe("a file that is a link", () => {
  it("stays one, and what it leads to is written", async () => {
    const place = workplace({
      ...files("1.0.0"),
      "shared/a.yaml": errorsText(entryText("late").replace("    since: 1.0.0\n", "")),
    });
    const links = { "errors/a.yaml": "../../shared/a.yaml", "released.json": "../shared/l.json" };
    rmSync(join(place.folder, "catalog/errors/a.yaml"));
    symlinkSync(links["errors/a.yaml"], join(place.folder, "catalog/errors/a.yaml"));
    await place.errdex(["check", "--fix"]);
    expect(place.read("shared/a.yaml")).toContain("since: 1.0.0");
    expect((await place.errdex(["release"])).code).toBe(0);
    place.write({ "shared/l.json": place.read("catalog/released.json") });
    rmSync(join(place.folder, "catalog/released.json"));
    symlinkSync(links["released.json"], join(place.folder, "catalog/released.json"));
    place.write({ "catalog/catalog.yaml": headText().replace("1.0.0", "1.1.0") });
    expect((await place.errdex(["release"])).code).toBe(0);
    expect(place.read("shared/l.json")).toContain('"version": "1.1.0"');
    for (const at of Object.keys(links))
      expect(lstatSync(join(place.folder, "catalog", at)).isSymbolicLink()).toBe(true);
  });
});

describe("errdex diff", () => {
  it("counts everything as added where nothing was released", async () => {
    const { errdex } = workplace(files("1.0.0", entry()));
    const { code, out, err } = await errdex(["diff", "released", "--fail-on", "minor"]);
    expect(code).toBe(0);
    expect(out).toContain("catalog/errors/a.yaml:3:3 minor code-added late is new.");
    expect(out).toMatch(/\n2 changes: minor\n$/);
    expect(err).toBe("Nothing was released yet: `errdex release` records the contract.\n");
  });

  it("shows both places, whom it hurts and what to do instead", async () => {
    const place = await releasedPlace();
    place.write(files("1.0.0", entry({ status: "[410, 409]" })));
    expect(await place.errdex(["diff", "released"])).toEqual({
      code: 1,
      out: [
        "catalog/errors/a.yaml:4:14 major status-default-changed late is 410 by default instead of 409. Clients, proxies and caches that go by the status treat the error differently.",
        "  producers: notice, consumers: breaks",
        "  before: catalog/released.json:21:20",
        "  help: Add the status behind the first, and choose it with `options.status`.",
        "",
        "1 change: major\n",
      ].join("\n"),
      err: "",
    });
  });

  it("gives programs the same", async () => {
    const place = await releasedPlace();
    place.write(files("1.0.0", entry({ status: "[409, 410]" })));
    const { code, out } = await place.errdex(["diff", "released", "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      bump: "minor",
      changes: [
        {
          id: "status-added",
          code: "late",
          path: "codes.late.statuses.410",
          producers: "safe",
          consumers: "notice",
          bump: "minor",
          message: "late may be 410 too. The type of `status` grows.",
          location: { path: "catalog/errors/a.yaml", line: 4, column: 19 },
          before: { path: "catalog/released.json", line: 21, column: 20 },
        },
      ],
    });
  });

  it.each([
    ["none", "[410, 409]", 0],
    ["refused", "[410, 409]", 0],
    ["major", "[410, 409]", 1],
    ["major", "[409, 410]", 0],
    ["minor", "[409, 410]", 1],
    ["minor", "[410, 409]", 1],
    ["patch", "[409, 410]", 1],
  ])("with --fail-on %s ends for the statuses %s with %i", async (level, status, expected) => {
    const place = await releasedPlace();
    place.write(files("1.0.0", entry({ status })));
    const { code } = await place.errdex(["diff", "released", "--fail-on", level]);
    expect(code).toBe(expected);
  });

  it("fails for what is refused at every level but none", async () => {
    const place = await releasedPlace();
    place.write(files("1.0.0", entryText("other", { title: "Quite different" })));
    for (const level of ["refused", "major", "patch"])
      expect((await place.errdex(["diff", "released", "--fail-on", level])).code).toBe(1);
    expect((await place.errdex(["diff", "released", "--fail-on", "none"])).code).toBe(0);
  });

  it("compares with a folder and with a ledger elsewhere", async () => {
    const place = await releasedPlace();
    place.write({
      "old/catalog.yaml": headText(),
      "old/errors/a.yaml": errorsText(entry({ title: "Sold out" })),
      "ledger.json": place.read("catalog/released.json"),
    });
    expect((await place.errdex(["diff", "old"])).out).toContain(
      "catalog/errors/a.yaml:5:12 patch title-changed",
    );
    expect((await place.errdex(["diff", "old"])).out).toContain("  before: old/errors/a.yaml:5:12");
    expect((await place.errdex(["diff", "ledger.json"])).out).toBe("No changes.\n");
  });

  it("shows a change that is accepted, and does not count it", async () => {
    const place = await releasedPlace();
    const suppress =
      "suppress: [{ change: status-default-changed, until: 1.0.1, reason: Nobody looks. }]\n";
    const changed = files("1.0.1", entry({ status: "[410, 409]" }));
    place.write({ ...changed, "catalog/catalog.yaml": changed["catalog/catalog.yaml"] + suppress });
    const { code, out } = await place.errdex(["diff", "released"]);
    expect(code).toBe(0);
    expect(out).toContain("accepted status-default-changed");
    expect(out).toContain("  accepted: Nobody looks.");
    expect(out).toContain("1 change: none");
    expect((await place.errdex(["release"])).code).toBe(0);
    expect((await place.errdex(["check"])).out).toContain("suppression-unused");
  });

  it.each([
    [["diff"], "missing required argument"],
    [
      ["diff", "nowhere"],
      "There is no nowhere. A base is a path, git:REF, git:REF:PATH, or released.",
    ],
    [["diff", "git:--version"], "The catalog is in no git repository."],
    [["diff", "git:"], "The catalog is in no git repository."],
    [["diff", "released", "--fail-on", "some"], "Allowed choices are"],
    [["diff", "bad"], "Not all of bad can be read."],
  ])("%j ends with 2", async (argv, expected) => {
    const { errdex } = workplace({
      ...files("1.0.0", entry()),
      "bad/catalog.yaml": headText(),
      "bad/errors/a.yaml": "category: orders\nerrors: { late: { statsu: 409 } }\n",
    });
    const { code, out, err } = await errdex(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
  });
});

describe("errdex diff git:REF", () => {
  const git = ({ folder }: Workplace, ...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      stdio: "pipe",
    });

  it("compares with the catalog at a branch, tag or commit, from a folder inside the repository", async () => {
    const inner = Object.entries(files("1.0.0", entry({ title: "Größe 雪" })));
    const place = workplace(Object.fromEntries(inner.map(([path, text]) => [`app/${path}`, text])));
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    git(place, "tag", "v1");
    place.write({ "app/catalog/errors/a.yaml": errorsText(entry({ status: "[409, 410]" })) });
    for (const ref of ["main", "v1", "HEAD"]) {
      const { code, out } = await place.errdex(["diff", `git:${ref}`], "app");
      expect(code).toBe(0);
      expect(out).toContain("catalog/errors/a.yaml:4:19 minor status-added");
      expect(out).toContain(`  before: ${ref}:app/catalog/errors/a.yaml:4:13`);
    }
    expect((await place.errdex(["diff", "git:nope"], "app")).err).toBe(
      'errdex: There is no commit "nope".\n',
    );
  });

  it("follows links to files, here and at that commit", async () => {
    const place = workplace({ ...files("1.0.0"), "shared/a.yaml": errorsText(entry()) });
    rmSync(join(place.folder, "catalog/errors/a.yaml"));
    symlinkSync("../../shared/a.yaml", join(place.folder, "catalog/errors/a.yaml"));
    symlinkSync("nowhere.yaml", join(place.folder, "catalog/errors/.#b.yaml"));
    expect((await place.errdex(["check"])).out).toBe("shop: 1 code, no errors.\n");
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    expect((await place.errdex(["diff", "git:main"])).out).toBe("No changes.\n");
    place.write({ "shared/a.yaml": errorsText(entry({ status: "[409, 410]" })) });
    expect((await place.errdex(["diff", "git:main"])).out).toContain(
      "catalog/errors/a.yaml:4:19 minor status-added",
    );
  });

  it.each([
    ["nothing", "errors/b.yaml", "nowhere.yaml", "nothing", "nothing in the repository"],
    ["a folder", "errors/b.yaml", "..", "a folder", "a folder"],
    ["a folder of errors", "errors/more", "../../shared", "a folder", "a folder"],
    ["a folder of wire formats", "wire", "../shared", "a folder", "a folder"],
    ["a ledger that is nowhere", "released.json", "none", "nothing", "nothing in the repository"],
  ])("refuses a link to %s, here and at that commit", async (_, at, to, here, there) => {
    const place = workplace({ ...files("1.0.0", entry()), "shared/a.yaml": errorsText() });
    symlinkSync(to, join(place.folder, "catalog", at));
    const ran = await place.errdex(["check"]);
    expect(ran).toEqual({ code: 2, out: "", err: `errdex: catalog/${at} is a link to ${here}.\n` });
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    rmSync(join(place.folder, "catalog", at));
    const { code, err } = await place.errdex(["diff", "git:main"]);
    expect([code, err]).toEqual([2, `errdex: main:catalog/${at} is a link to ${there}.\n`]);
  });

  it("refuses a file of a commit that is a link out of the repository", async () => {
    const outside = workplace(files("1.0.0", entry()));
    const place = workplace(files("1.0.0"));
    rmSync(join(place.folder, "catalog/errors/a.yaml"));
    symlinkSync(
      join(outside.folder, "catalog/errors/a.yaml"),
      join(place.folder, "catalog/errors/a.yaml"),
    );
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    rmSync(join(place.folder, "catalog/errors/a.yaml"));
    place.write(files("1.0.0", entry()));
    const { code, err } = await place.errdex(["diff", "git:main"]);
    expect([code, err]).toEqual([
      2,
      "errdex: main:catalog/errors/a.yaml is a link to nothing in the repository.\n",
    ]);
  });

  it("refuses a ledger that is a folder", async () => {
    const place = workplace({ ...files("1.0.0", entry()), "catalog/released.json/x": "" });
    const { code, err } = await place.errdex(["check"]);
    expect([code, err]).toEqual([2, "errdex: catalog/released.json is no file.\n"]);
  });

  it("says where there is no repository, and where a commit has no catalog", async () => {
    const place = workplace({ file: "" });
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    place.write(files("1.0.0", entry()));
    const { code, out, err } = await place.errdex(["diff", "git:main", "--fail-on", "minor"]);
    expect([code, err]).toEqual([0, 'There is no catalog at "main" yet: all of it is new.\n']);
    expect(out).toContain("minor code-added late is new.");
    git(place, "rm", "--quiet", "file");
    place.write({ "other/file": "", "catalog/file": "" });
    git(place, "add", "catalog/file");
    git(place, "commit", "--quiet", "--message=two");
    expect((await place.errdex(["diff", "git:main"])).err).toBe(
      "errdex: There is no catalog in catalog/ at main.\n",
    );
    const outside = await workplace(files("1.0.0", entry())).errdex(["diff", "git:main"]);
    expect(outside.code).toBe(2);
    expect(outside.err).not.toContain("bug");
  });

  it("refuses a ledger that is deleted", async () => {
    const place = await releasedPlace();
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=one");
    rmSync(join(place.folder, "catalog/released.json"));
    const { code, out } = await place.errdex(["diff", "git:main", "--fail-on", "refused"]);
    expect(code).toBe(1);
    expect(out).toContain("catalog/catalog.yaml:1:10 refused ledger-forgotten released.json is");
  });

  it("remembers from the ledger of that commit what was retired before", async () => {
    const place = await releasedPlace();
    const gone = entryText("other", { title: "Quite different" });
    const retired = `  late: { retired: { since: 2.0.0 } }\n${gone}`;
    place.write(files("2.0.0", retired));
    await place.errdex(["release"]);
    place.write(files("3.0.0", gone));
    await place.errdex(["release"]);
    git(place, "init", "--quiet", "--initial-branch=main");
    git(place, "add", ".");
    git(place, "commit", "--quiet", "--message=three");
    place.write(files("4.0.0", gone, entry({ title: "Another meaning", name: "late" })));
    const { code, out } = await place.errdex(["diff", "git:main"]);
    expect(code).toBe(1);
    expect(out).toContain('refused code-reused late meant "Out of stock" until 1.0.0');
  });
});

describe("errdex rules and errdex explain", () => {
  it("list every rule and every kind of change", async () => {
    const { code, out } = await workplace().errdex(["rules"]);
    expect(code).toBe(0);
    for (const name of [...Object.keys(rules), ...Object.keys(changeKinds)])
      expect(out).toContain(`  ${name} `);
    const json = JSON.parse((await workplace().errdex(["rules", "--format", "json"])).out);
    expect(json.rules).toHaveLength(Object.keys(rules).length);
    expect(json.changes).toHaveLength(Object.keys(changeKinds).length);
    expect(json.changes[0]).toMatchObject({ change: "code-added", bump: "minor" });
  });

  it("explain a kind of change without a catalog", async () => {
    const { code, out } = await workplace().errdex(["explain", "enum-value-removed"]);
    expect([code, out]).toEqual([
      0,
      [
        "enum-value-removed (major)",
        "An enum has a value less. Calls that give it no longer compile. Older servers still send it, and new clients refuse it.",
        "For those who construct errors: breaks them",
        "For those who decode them: breaks them",
        "Instead: Keep the value and stop giving it.",
        "Page: docs/compatibility.md#enum-value-removed\n",
      ].join("\n"),
    ]);
    const { err } = await workplace(files("1.0.0", entry())).errdex([
      "explain",
      "enum-value-remved",
    ]);
    expect(err).toContain('Did you mean "enum-value-removed"?');
  });
});
