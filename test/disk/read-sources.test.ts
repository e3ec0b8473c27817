import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSources } from "../../src/disk/read-sources.js";
import { workplace } from "../support/workplace.js";

it("names what goes away while it reads, and reads on", async () => {
  const numbers = Array.from({ length: 100 }, (_, index) => 100 + index);
  const { folder } = workplace(
    Object.fromEntries(numbers.map((number) => [`src/f${number}.ts`, `${number};`])),
  );
  const read: string[] = [];
  for await (const file of readSources(["src"], { cwd: folder, endings: [".ts"] })) {
    if (read.length === 0) rmSync(join(folder, "src"), { recursive: true });
    read.push("text" in file ? file.text : file.skipped);
  }
  expect(read).toHaveLength(100);
  expect(read.slice(0, 32)).toEqual(numbers.slice(0, 32).map((number) => `${number};`));
  expect(new Set(read.slice(32))).toEqual(new Set(["it is no longer there"]));
});
