/** What the image host depends on, each in small: a database, a storage, a renderer, the web, a check for people. */
import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "hono";
import { png } from "./seed.js";
import type { Bytes } from "./state.js";

/** What can be broken for the length of a request. */
export type Neighbour = "database" | "storage" | "renderer";

/**
 * Fails where the request asks for it, `X-Break: storage`. So every answer can be seen, without breaking a machine.
 *
 * It throws what drivers throw: an error that says more than a stranger should know.
 */
export function reach(neighbour: Neighbour, context: Context): void {
  if (!isBroken(neighbour, context)) return;
  throw new Error(`connect ECONNREFUSED ${neighbour}://images:hunter2@10.0.0.7/var/lib/images`);
}

/** Whether a request asks for something to be broken. */
export function isBroken(what: Neighbour | "load" | "code", context: Context): boolean {
  return context.req.header("x-break") === what;
}

/** Whether a person is at work: stands for the check of a provider. */
export function isPerson(answer: string | undefined): boolean {
  return answer === "person";
}

/**
 * The image in another size. This renderer knows one size, that of the original.
 *
 * @throws Error where it gave no answer; it has the name `TimeoutError` where it took too long.
 */
export async function render(bytes: Bytes, width: number, context: Context): Promise<Bytes> {
  reach("renderer", context);
  // Only the largest takes this renderer longer than anybody waits.
  if (width === 1280) await within(20, (signal) => wait(60_000, undefined, { signal }));
  return bytes;
}

const web: Readonly<Record<string, { readonly type: string; readonly body: Bytes }>> = {
  "https://photos.example/boat.png": { type: "image/png", body: png },
  "https://photos.example/cut-off.png": { type: "image/png", body: png.subarray(0, 4) },
  "https://photos.example/essay.html": { type: "text/html", body: Buffer.from("<h1>Boats</h1>") },
  "https://photos.example/wall.png": { type: "image/png", body: new Uint8Array(80_000) },
};

/**
 * What is at an address of the web. A real one has to refuse the addresses of your own network.
 *
 * @throws Error where there is nothing; it has the name `TimeoutError` where it took too long.
 */
export async function fetchFrom(url: string) {
  if (url === "https://photos.example/slow.png")
    await within(20, (signal) => wait(60_000, undefined, { signal }));
  const found = web[url];
  if (found === undefined) throw new Error(`404 from ${url}`);
  return found;
}

/** The work, unless it takes too long. */
async function within<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    return await work(signal);
  } catch (thrown) {
    throw signal.aborted ? signal.reason : thrown;
  }
}
