import { expect, it } from "vitest";
import { run } from "../../src/cli/run.js";
import { root } from "../shipped-catalog.js";
import { recordingHost } from "../support/workplace.js";

it("the tests of this project meet every code of the shipped catalog, and name none that there is not", async () => {
  const { host, said } = recordingHost(root);
  const paths = ["src", "test", "--catalog", "catalog"];
  const argv = ["coverage", ...paths, "--format", "json", "--min-tested", "100"];
  const code = await run(argv, host);
  const found = JSON.parse(said.out);
  expect([found.unknown, said.err, code]).toEqual([[], "", 0]);
  expect(found.catalogs[0]).toMatchObject({ catalog: "image-hosting", untested: [] });
  expect(found.unseen.filter(({ reason }: { reason: string }) => reason === "unparsed")).toEqual(
    [],
  );
});
