import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const root: string = fileURLToPath(new URL("..", import.meta.url));

const config: ViteUserConfig = defineConfig({
  root,
  resolve: { alias: [{ find: /^errdex$/, replacement: `${root}src/runtime/index.ts` }] },
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000 },
});

export default config;
