/** Packs this project as it would be published and installs it in a scratch project, once for all tests of this folder. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { npm } from "./npm.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a project that has the package installed. */
    readonly consumer: string;
    /** The path of the packed package. */
    readonly tarball: string;
  }
}

interface PackageJson {
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs before the first test; what it gives removes the scratch project again. */
export default function install(project: TestProject): () => void {
  if (isStale()) npm(["run", "build"], root);
  const consumer = mkdtempSync(join(tmpdir(), "errdex-consumer-"));
  const [packed] = JSON.parse(
    npm(["pack", "--json", "--ignore-scripts", "--pack-destination", consumer], root),
  ) as [{ readonly filename: string }];
  const tarball = join(consumer, packed.filename);
  writeFileSync(join(consumer, "package.json"), '{ "private": true, "type": "module" }\n');
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", tarball, ...peers()], consumer);
  project.provide("consumer", consumer);
  project.provide("tarball", tarball);
  return () => rmSync(consumer, { recursive: true, force: true });
}

// Frameworks that an entry adapts to, in the versions that are tested here.
function peers(): readonly string[] {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { peerDependencies = {}, devDependencies } = JSON.parse(text) as PackageJson;
  return Object.keys(peerDependencies).map(
    (name) => `${name}@${devDependencies[name] ?? "latest"}`,
  );
}

function isStale(): boolean {
  const built = join(root, "dist/compiler.d.cts");
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return [
    "package.json",
    ".config/tsup.config.ts",
    ".config/shipped-declarations.ts",
    ...sources.map((path) => `src/${path}`),
  ].some((path) => statSync(join(root, path)).mtimeMs > builtAt);
}
