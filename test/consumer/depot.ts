/** A scratch project with a small catalog, in which the packed package is found. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inject, onTestFinished } from "vitest";

const consumer = inject("consumer");

/** A catalog with what generated modules have to spell out: types, options, statuses, delays, secrets, operations. */
const errors = `category: main
errors:
  sold_out:
    status: [409, 410]
    title: Sold out
    message: Only {left} are left.
    meaning: The depot has fewer than the order asks for.
    causes: [Somebody else was faster.]
    fixes: [Order fewer.]
    resolver: caller
    retry: never
    fields:
      left: { type: integer, minimum: 0 }
      place: Place
      kind: { enum: [a, b] }
      counts?: { type: object, additionalProperties: integer }
      odd?: { oneOf: [string, "null"] }
    examples: [{ title: One, fields: { left: 1, place: { shelf: "7" }, kind: a, counts: { a: 1 }, odd: null } }]
    since: 1.0.0
  closed:
    status: 503
    title: Closed
    message: The depot is closed.
    meaning: Nobody is there.
    causes: [It is night.]
    fixes: [Come back in the morning.]
    resolver: operator
    retry: after
    delay: opens
    fields: { opens?: integer }
    examples: [{ title: At night, fields: { opens: 60 } }]
    since: 1.0.0
`;

/** A project of its own, gone after the test. */
export interface Project {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  /** What a program prints, its complaints included. */
  run(program: string, ...args: readonly string[]): string;
  /** What `errdex` prints. */
  errdex(...args: readonly string[]): string;
}

/** A project whose catalog has the outputs; `beforeAll` and `describe` end it themselves. */
export function depot(
  outputs: string,
  { type = "module", keep = false }: { readonly type?: string; readonly keep?: boolean } = {},
): Project {
  const folder = mkdtempSync(join(consumer, "depot-"));
  if (!keep) onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const project: Project = {
    folder,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    run: (program, ...args) => output(program, args, folder),
    errdex: (...args) => output(join(consumer, "node_modules/.bin/errdex"), args, folder),
  };
  project.write({
    "package.json": JSON.stringify({ name: "depot", private: true, type }),
    "catalog/catalog.yaml": `catalog: depot
title: Errors of the depot
version: 1.0.0
docs: https://errors.example.com/{code}
categories: { main: Main }
fallback: closed
types:
  Place: { type: object, properties: { shelf: { type: string, minLength: 1 } } }
outputs: ${outputs}
`,
    "catalog/errors/main.yaml": errors,
    "catalog/operations.yaml":
      "operations: { order: { title: Order something, codes: [sold_out, closed] } }\n",
  });
  return project;
}

function output(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return stdout + stderr;
  }
}
