import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const root: string = fileURLToPath(new URL("..", import.meta.url));

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
    projects: [
      {
        extends: true,
        test: {
          name: "source",
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
