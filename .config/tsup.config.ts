import { defineConfig, type Options } from "tsup";

const config: Options | Options[] | ((options: Options) => Options) = defineConfig({
  entry: {
    index: "src/runtime/index.ts",
    "image-hosting": "src/image-hosting/index.ts",
    compiler: "src/compiler.ts",
    cli: "src/cli/main.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "node",
  splitting: true,
  clean: true,
  // The declarations of tsup's own compiler run set an option that TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});

export default config;
