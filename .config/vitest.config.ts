import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const root: string = fileURLToPath(new URL("..", import.meta.url));

/** The entries of the package as their users import them, from their source. */
const published: readonly { find: RegExp; replacement: string }[] = [
  { find: /^errdex\/(http|image-hosting)$/, replacement: `${root}src/$1/index.ts` },
  { find: /^errdex\/((http|image-hosting)\/.+)$/, replacement: `${root}src/$1.ts` },
  {
    find: /^errdex\/(express|fastify|fetch|hono|nest|node)$/,
    replacement: `${root}src/adapters/$1.ts`,
  },
  {
    find: /^errdex\/(client|jest|links|logging|node-test|otel|server)$/,
    replacement: `${root}src/$1/index.ts`,
  },
];

const config: ViteUserConfig = defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^errdex$/, replacement: `${root}src/runtime/index.ts` },
      { find: /^errdex\/generated$/, replacement: `${root}src/runtime/generated.ts` },
    ],
  },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As many as there are cores: Vitest leaves one for itself, which is half of two.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        resolve: { alias: published },
        test: {
          name: "source",
          // Reading the compiler anew for each file would take as long as many of the tests in it.
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/consumer/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["test/consumer/**/*.test.ts"],
          globalSetup: "test/consumer/install.ts",
        },
      },
    ],
  },
});

export default config;
