/** Many connections that send requests one after the other, and look at every answer. */
import { Agent, request as open } from "node:http";
import { formats } from "../../../docs/example/service.js";
import type { CatalogError } from "../../../src/runtime/catalog-error.js";
import type { Request } from "../failing-requests.js";
import { type Reported, startService } from "../running-service.js";
import { type LoadKind, loadKinds } from "./load-kinds.js";

/** How much. */
export interface Load {
  readonly connections: number;
  readonly seconds: number;
}

/** What came of it. */
export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  /** What was lost, mixed up or leaked. */
  readonly problems: readonly string[];
  /** Bytes of the heap after a collection, second by second; empty without `--expose-gc`. */
  readonly heap: readonly number[];
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const names = Object.keys(formats) as (keyof typeof formats)[];

/** What no answer may have: drivers, paths and types of what was thrown. */
const canaries = /hunter2|ECONNREFUSED|\/srv\/|TypeError|\bat \S+:\d+/;

/** The service under load. */
export async function putUnderLoad({ connections, seconds }: Load): Promise<LoadResult> {
  /** The codes that were reported, by request, until its answer was looked at. */
  const reported = new Map<string, string[]>();
  const hear = ({ error, request }: Reported) => {
    const id = String(request.get("requestId"));
    reported.set(id, [...(reported.get(id) ?? []), error.code]);
  };
  await using service = await startService(hear);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const problems: string[] = [];
  const heap: number[] = [];
  const end = Date.now() + seconds * 1000;
  let [requests, failures] = [0, 0];

  async function sendOneAfterTheOther(): Promise<void> {
    while (Date.now() < end && problems.length < 20) {
      const number = requests++;
      const id = `id-${number}-`;
      const kind = loadKinds[number % loadKinds.length] as LoadKind;
      const format = names[Math.floor(number / loadKinds.length) % names.length] ?? "problem";
      if (kind.code !== undefined) failures += 1;
      try {
        const answer = await send(kind.of(id), id, `${service.base}/${format}`, agent);
        const codes = reported.get(id) ?? [];
        reported.delete(id);
        for (const problem of problemsOf(answer, { id, kind, format, codes }))
          problems.push(`${id} ${format} ${kind.code ?? kind.status}: ${problem}`);
      } catch (cause) {
        problems.push(`${id} ${format}: no answer: ${cause}`);
      }
    }
  }

  const watch = setInterval(async () => {
    if (globalThis.gc === undefined) return;
    // What is told that something was collected lets go of more.
    for (let left = 2; left > 0; left -= 1) {
      globalThis.gc();
      await new Promise(setImmediate);
    }
    globalThis.gc();
    heap.push(process.memoryUsage().heapUsed);
  }, 1000);
  await Promise.all(Array.from({ length: connections }, sendOneAfterTheOther));
  clearInterval(watch);
  agent.destroy();
  if (reported.size > 0) problems.push(`${reported.size} reports are of no request`);
  return { requests, failures, problems, heap };
}

function send(
  { path, method = "GET", key, headers, json }: Request,
  id: string,
  base: string,
  agent: Agent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = json === undefined ? undefined : JSON.stringify(json);
    const all = {
      "X-Request-Id": id,
      ...(key !== undefined && { Authorization: `Bearer ${key}` }),
      ...(sent !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    };
    const request = open(base + path, { method, headers: all, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("latin1");
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers: headers as Answer["headers"], body });
      });
    });
    request.on("error", reject);
    request.end(sent);
  });
}

interface Asked {
  readonly id: string;
  readonly kind: LoadKind;
  readonly format: keyof typeof formats;
  /** What was reported of it. */
  readonly codes: readonly string[];
}

function problemsOf(answer: Answer, { id, kind, format, codes }: Asked): readonly string[] {
  const { status, headers, body } = answer;
  const problems: string[] = [];
  const text = JSON.stringify(headers) + body;
  if (headers["x-request-id"] !== id) problems.push(`has the number ${headers["x-request-id"]}`);
  const strangers = (text.match(/id-\d+-/g) ?? []).filter((each) => each !== id);
  if (strangers.length > 0) problems.push(`has the number of ${strangers[0]}`);
  if (canaries.test(text)) problems.push(`says ${canaries.exec(text)?.[0]}`);
  if (codes.join() !== (kind.code ?? "")) problems.push(`was reported as ${codes.join()}`);
  const isProblem = format === "problem";
  if (isProblem || kind.code === undefined) {
    if (status !== kind.status) problems.push(`has the status ${status}`);
    if (kind.says && !body.includes(id)) problems.push("does not say its number");
  }
  if (kind.code === undefined) return problems;
  const read = formats[format].decode(answer) as CatalogError;
  if (read.code === "unrecognized" || read.status !== status) problems.push(`reads ${read.code}`);
  if (isProblem && read.code !== kind.code) problems.push(`reads ${read.code}`);
  return problems;
}
