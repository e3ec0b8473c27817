import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it, onTestFinished } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll } from "../support/git.js";
import { inCatalog, type Workplace, workplace } from "../support/workplace.js";

const catalog = (version: string, ...entries: readonly string[]) =>
  inCatalog({
    "catalog.yaml": headText("outputs: { typescript: ../src/errors }").replace("1.0.0", version),
    "errors/a.yaml": errorsText(...entries),
  });

const kept = entryText("sold_out");

/** A code is new without its version, and a warning is left. */
async function changed(): Promise<Workplace> {
  const place = workplace({
    ...catalog("1.0.0", kept),
    "errdex.config.yaml": "catalogs: catalog\ncoverage: { sources: src, changed: true }\n",
    "src/shop.ts":
      'import { soldOut } from "./errors/index.js";\nexport const raise = () => soldOut();\n',
  });
  await place.errdex(["build"]);
  commitAll(place.folder);
  const late = { title: "Too late for this order.", message: "It is too late." };
  place.write(catalog("1.0.0", kept, entryText("late", late)));
  await place.errdex(["build"]);
  return place;
}

const base = ["ci", "--base", "git:main"];

describe("the report of errdex ci", () => {
  it("is text that ends with a verdict", async () => {
    const { code, out, err } = await (await changed()).errdex(base);
    expect([code, err]).toEqual([1, ""]);
    expect(out.replace(/as of [0-9a-f]{10}/, "as of …")).toMatchInlineSnapshot(`
      "Compared with main, which is HEAD.

      shop 1.0.0 (catalog)
        since 1.0.0: 1 change, for version 1.1.0 or later; the catalog says 1.0.0
        outputs: 8 files up to date

      catalog/errors/a.yaml:14:3 minor code-added late is new. An exhaustive switch no longer compiles, and deployed clients see an unrecognized error.
        producers: safe, consumers: notice

      1 change: minor

      catalog/catalog.yaml:3:10 error version-uncovered What changed since 1.0.0 asks for version 1.1.0 or later; the catalog says 1.0.0. For one: late is new. An exhaustive switch no longer compiles, and deployed clients see an unrecognized error.
        3 | version: 1.0.0
          |          ^^^^^
        help: Write \`version: 1.1.0\`.

      catalog/errors/a.yaml:16:12 warning title-full-stop The title of late ends with a full stop.
        16 |     title: Too late for this order.
           |            ^^^^^^^^^^^^^^^^^^^^^^^^

      catalog/errors/a.yaml:14:3 warning coverage-unraised late is raised nowhere in the source.
        14 |   late:
           |   ^^^^

      catalog/errors/a.yaml:14:3 warning coverage-unhandled late is handled nowhere in the source.
        14 |   late:
           |   ^^^^

      catalog/errors/a.yaml:14:3 warning coverage-untested No test meets late.
        14 |   late:
           |   ^^^^

      1 error, 4 warnings

      errdex ci: 1 error to mend.
      "
    `);
  });

  it("says in one line of a log that all is well", async () => {
    const place = await changed();
    place.write(catalog("1.0.0", kept));
    await place.errdex(["build"]);
    const { code, out } = await place.errdex(base);
    expect(code).toBe(0);
    expect(out).toMatch(/\n\nerrdex ci: passed\.\n$/);
  });

  it("is a comment that says what changes for whom, what is not finished, and what is covered", async () => {
    const { out } = await (await changed()).errdex([...base, "--format", "markdown"]);
    const page = new MarkdownIt({ html: true }).render(
      out.replace(/as of [0-9a-f]{10}/, "as of …"),
    );
    expect(page).toMatchInlineSnapshot(`
      "<!-- errdex ci -->
      <h3>errdex: 1 error, 4 warnings</h3>
      <p>Compared with <code>main, which is HEAD</code>.</p>
      <p><strong>shop</strong> <code>1.0.0</code> in <code>catalog</code></p>
      <p>1 change since <code>1.0.0</code> asks for <code>1.1.0</code> or later; the catalog says <code>1.0.0</code>.</p>
      <details><summary>1 change that breaks nobody</summary>
      <table>
      <thead>
      <tr>
      <th>Change</th>
      <th></th>
      <th>Services</th>
      <th>Clients</th>
      <th>Version</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><code>code-added</code></td>
      <td>late is new. An exhaustive switch no longer compiles, and deployed clients see an unrecognized error.</td>
      <td>safe</td>
      <td>notice</td>
      <td>minor</td>
      </tr>
      </tbody>
      </table>
      </details>
      <p><strong>To be looked at</strong></p>
      <table>
      <thead>
      <tr>
      <th></th>
      <th>Place</th>
      <th>Rule</th>
      <th>Finding</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>error</td>
      <td><code>catalog/catalog.yaml:3</code></td>
      <td><code>version-uncovered</code></td>
      <td>What changed since 1.0.0 asks for version 1.1.0 or later; the catalog says 1.0.0. For one: late is new. An exhaustive switch no longer compiles, and deployed clients see an unrecognized error. Write \`version: 1.1.0\`.</td>
      </tr>
      <tr>
      <td>warning</td>
      <td><code>catalog/errors/a.yaml:16</code></td>
      <td><code>title-full-stop</code></td>
      <td>The title of late ends with a full stop.</td>
      </tr>
      <tr>
      <td>warning</td>
      <td><code>catalog/errors/a.yaml:14</code></td>
      <td><code>coverage-unraised</code></td>
      <td>late is raised nowhere in the source.</td>
      </tr>
      <tr>
      <td>warning</td>
      <td><code>catalog/errors/a.yaml:14</code></td>
      <td><code>coverage-unhandled</code></td>
      <td>late is handled nowhere in the source.</td>
      </tr>
      <tr>
      <td>warning</td>
      <td><code>catalog/errors/a.yaml:14</code></td>
      <td><code>coverage-untested</code></td>
      <td>No test meets late.</td>
      </tr>
      </tbody>
      </table>
      <p><strong>Coverage</strong></p>
      <ul>
      <li>shop: raised 0 of 1, handled 0 of 1, tested 0 of 1.</li>
      </ul>
      <table>
      <thead>
      <tr>
      <th>Code</th>
      <th>raised</th>
      <th>handled</th>
      <th>tested</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><code>late</code></td>
      <td>no</td>
      <td>no</td>
      <td>no</td>
      </tr>
      </tbody>
      </table>
      "
    `);
  });

  it("is the summary of a job on GitHub beside the annotations, and a file where one is named", async () => {
    const place = await changed();
    const env = { GITHUB_STEP_SUMMARY: join(place.folder, "summary.md") };
    const argv = [...base, "--format", "github", "--summary", "comment.md"];
    const { code, out } = await place.errdex(argv, "", env);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=catalog\/catalog\.yaml,line=3,/m);
    expect(out).toMatch(/^::notice file=catalog\/errors\/a\.yaml,.*title=code-added::late is new/m);
    expect(place.read("comment.md")).toMatch(/^<!-- errdex ci -->\n\n### errdex: 1 error, /);
    expect(place.read("summary.md")).toBe(place.read("comment.md"));
  });

  it("writes no file through a link out of the repository", async () => {
    const place = await changed();
    const outside = mkdtempSync(join(tmpdir(), "errdex-outside-"));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    symlinkSync(join(outside, "comment.md"), join(place.folder, "comment.md"));
    symlinkSync(outside, join(place.folder, "reports"));
    for (const path of ["comment.md", "reports/comment.md"]) {
      const { code, err } = await place.errdex([...base, "--summary", path]);
      expect([code, err]).toEqual([
        2,
        `errdex: ${path} is behind a link, so nothing is written there.\n`,
      ]);
    }
    expect(readdirSync(outside)).toEqual([]);
    expect((await place.errdex([...base, "--summary", join(outside, "here.md")])).code).toBe(1);
    expect(readdirSync(outside)).toEqual(["here.md"]);
  });

  it.each(["sarif", "gitlab", "junit", "json"])(
    "is %s that names each finding once",
    async (format) => {
      const { code, out } = await (await changed()).errdex([...base, "--format", format]);
      expect(code).toBe(1);
      if (format !== "junit") JSON.parse(out);
      const count = (text: string) => out.split(text).length - 1;
      expect(count("asks for version 1.1.0 or later")).toBe(format === "junit" ? 2 : 1);
      // The version is asked for because of it, so that finding tells it again.
      expect(count("late is new. An exhaustive switch")).toBe({ json: 4, junit: 3 }[format] ?? 2);
    },
  );

  it("fails on more warnings than the settings or the command line let pass", async () => {
    const place = await changed();
    const late = { title: "Too late.", message: "It is too late.", since: "1.1.0" };
    place.write(catalog("1.1.0", kept, entryText("late", late)));
    await place.errdex(["build"]);
    expect((await place.errdex(base)).code).toBe(0);
    const strict = await place.errdex([...base, "--max-warnings", "0"]);
    expect(strict.code).toBe(1);
    expect(strict.err).toMatch(/^\d warnings, more than 0\.\n$/);
    place.write({ "errdex.config.yaml": "catalogs: catalog\nmax_warnings: 0\n" });
    expect((await place.errdex(base)).code).toBe(1);
  });

  it("fails on any change of a level, where that is asked for", async () => {
    const place = await changed();
    const late = { title: "Too late", message: "It is too late.", since: "1.1.0" };
    place.write(catalog("1.1.0", kept, entryText("late", late)));
    await place.errdex(["build"]);
    expect((await place.errdex([...base, "--fail-on", "major"])).code).toBe(0);
    expect((await place.errdex([...base, "--fail-on", "minor"])).code).toBe(1);
    expect((await place.errdex([...base, "--fail-on", "none"])).code).toBe(2);
  });
});
