/** The example service on a socket, for as long as a test needs it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { HostSettings } from "../../docs/example/host.js";
import { seededState } from "../../docs/example/seed.js";
import { imageService } from "../../docs/example/service.js";
import type { State } from "../../docs/example/state.js";

/** What was reported of a failure. */
export type Reported = Parameters<NonNullable<HostSettings["report"]>>[0];

/** A service that runs. */
export interface RunningService extends AsyncDisposable {
  /** `http://localhost:50000` */
  readonly base: string;
  readonly state: State;
  readonly reports: readonly Reported[];
}

/** Starts the service with a state of its own. */
export async function startService(report?: HostSettings["report"]): Promise<RunningService> {
  let app = new Hono();
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state = seededState();
  const reports: Reported[] = [];
  app = imageService({ base, state, report: report ?? ((each) => reports.push(each)) });
  return {
    base,
    state,
    reports,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
