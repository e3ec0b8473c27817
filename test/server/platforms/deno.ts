/** A service on Deno: the adapter's name is the argument, its address the first line that it prints. */
import { handlers } from "./handlers.js";

interface Platform {
  readonly args: readonly string[];
  serve(
    options: { port: number; hostname: string; onListen(address: { readonly port: number }): void },
    handler: unknown,
  ): unknown;
}

const { Deno } = globalThis as unknown as { readonly Deno: Platform };
Deno.serve(
  {
    port: 0,
    hostname: "127.0.0.1",
    onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`),
  },
  handlers[Deno.args[0] ?? ""],
);
