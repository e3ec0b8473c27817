/** A service on Bun: the adapter's name is the argument, its address the first line that it prints. */
import { handlers } from "./handlers.js";

interface Platform {
  serve(options: { port: number; hostname: string; fetch: unknown }): { readonly port: number };
}

const { Bun } = globalThis as unknown as { readonly Bun: Platform };
const fetch = handlers[process.argv[2] ?? ""];
const { port } = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch });
console.log(`http://127.0.0.1:${port}`);
