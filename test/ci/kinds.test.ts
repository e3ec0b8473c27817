import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { gateKinds } from "../../src/gate/gate-kinds.js";
import { root } from "../shipped-catalog.js";
import { workplace } from "../support/workplace.js";

it("docs/ci.md lists each kind of what errdex ci finds besides, as errdex explain has it", async () => {
  const page = readFileSync(`${root}docs/ci.md`, "utf8");
  const listed = [...page.matchAll(/^\| <a id="([\w-]+)"><\/a>`\1` +\| (\w+) +\| (.+?) +\|$/gm)];
  expect(listed.map(([, name, severity, text]) => [name, severity, text])).toEqual(
    Object.entries(gateKinds).map(([name, { severity, summary, reason }]) => [
      name,
      severity,
      `${summary} ${reason}`,
    ]),
  );
  const { errdex } = workplace();
  for (const [name, { severity, summary, reason }] of Object.entries(gateKinds)) {
    const { code, out } = await errdex(["explain", name]);
    expect([code, out]).toEqual([
      0,
      `${name} (${severity})\n${summary} ${reason}\nPage: docs/ci.md#${name}\n`,
    ]);
  }
});
