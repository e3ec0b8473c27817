import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll, git } from "../support/git.js";
import { type Workplace, workplace } from "../support/workplace.js";

const files = (folder: string, ...codes: readonly string[]) => ({
  [`${folder}/catalog.yaml`]: headText(),
  [`${folder}/errors/a.yaml`]: errorsText(...codes.map((code) => entryText(code))),
});

/** A repository in which the catalog was moved, and a code was removed on the way. */
function moved(): Workplace {
  const place = workplace(files("catalog", "sold_out", "late"));
  commitAll(place.folder);
  mkdirSync(join(place.folder, "packages/x"), { recursive: true });
  git(place.folder, "mv", "catalog", "packages/x/catalog");
  place.write(files("packages/x/catalog", "late"));
  return place;
}

describe("a catalog that was moved is compared with what it was", () => {
  it("where the base has it elsewhere by the same name", async () => {
    const { code, out, err } = await moved().errdex(["diff", "git:main", "packages/x/catalog"]);
    expect(code).toBe(1);
    expect(out).toContain("refused code-removed sold_out is gone without a tombstone");
    expect(err).toBe("shop is compared with catalog, where git:main has it.\n");
  });

  it("where the base is told with its path", async () => {
    const { code, out, err } = await moved().errdex([
      "diff",
      "git:main:catalog",
      "packages/x/catalog",
    ]);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("refused code-removed sold_out is gone without a tombstone");
  });

  it("and not at all where several have the name, or the path is none", async () => {
    const place = workplace({ ...files("one", "late"), ...files("two", "late") });
    commitAll(place.folder);
    place.write(files("three", "late"));
    const { code, err } = await place.errdex(["diff", "git:main", "three"]);
    expect(code).toBe(2);
    expect(err).toContain(
      "Several catalogs at main are called shop. Say which is meant: git:main:one.",
    );
    const other = await place.errdex(["diff", "git:main:four", "three"]);
    expect([other.code, other.err]).toEqual([2, 'errdex: There is no folder "four" at main.\n']);
  });
});
