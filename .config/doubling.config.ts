import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const root: string = fileURLToPath(new URL("..", import.meta.url));

/** `npm run doubling`: what the quick tests measure, with inputs that are large enough to be sure. */
const config: ViteUserConfig = defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^errdex$/, replacement: `${root}src/runtime/index.ts` },
      { find: /^errdex\/generated$/, replacement: `${root}src/runtime/generated.ts` },
    ],
  },
  test: { include: ["test/doubling/every-input.ts"], testTimeout: 600_000 },
});

export default config;
