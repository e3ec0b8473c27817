import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, inject, it } from "vitest";
import { root } from "../shipped-catalog.js";

const tarball = inject("tarball");

it("publint has nothing to say about the packed package", async () => {
  const file = readFileSync(tarball);
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) },
  });
  expect(pkg?.name).toBe("errdex");
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

it("attw finds types for every entry, as ESM and as CJS", () => {
  const output = execFileSync(
    process.execPath,
    [
      join(root, "node_modules/@arethetypeswrong/cli/dist/index.js"),
      tarball,
      "--profile",
      "node16",
      // Looked at below, where it matters whose it is.
      "--ignore-rules",
      "cjs-resolves-to-esm",
      "--format",
      "json",
    ],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  const { analysis } = JSON.parse(output) as {
    readonly analysis: {
      readonly types: { readonly kind: string };
      readonly problems: readonly {
        readonly kind: string;
        readonly entrypoint?: string;
        readonly resolutionKind: string;
      }[];
    };
  };
  // It has no complaint about a package without any types, so that is asked first.
  expect(analysis.types).toMatchObject({ kind: "included" });
  // The profile node16 leaves out the resolution of Node 10, which knows no exports, but lists it all the same.
  const problems = analysis.problems
    .filter(({ resolutionKind }) => resolutionKind !== "node10")
    // Vitest cannot be required, so what adds to it cannot either.
    .filter(
      ({ kind, entrypoint }) => kind !== "CJSResolvesToESM" || !entrypoint?.startsWith("./vitest"),
    );
  expect(problems).toEqual([]);
});
