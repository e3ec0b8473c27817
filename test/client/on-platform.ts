/** `createFetch` on whatever runs this: asks each address of the first argument, and prints what came of it as JSON. */
import { createFetch } from "../../src/client/index.js";
import { imgPro } from "../../src/image-hosting/client.js";

const platform = globalThis as {
  readonly process?: { readonly argv: readonly string[] };
  readonly Deno?: { readonly args: readonly string[] };
};
const asked = platform.Deno?.args[0] ?? platform.process?.argv[2] ?? "{}";
const api = createFetch(imgPro, { retry: { attempts: 2, max: 5 }, timeout: { attempt: 500 } });
const results: Record<string, unknown> = {};
for (const [name, address] of Object.entries(JSON.parse(asked) as Record<string, string>)) {
  const result = await api.try(address);
  const failure = "failure" in result ? result.failure : undefined;
  results[name] =
    failure === undefined
      ? "good"
      : failure.kind === "answer"
        ? [failure.error.code, failure.error.inferred ?? false]
        : failure.kind;
}
console.log(JSON.stringify(results));
