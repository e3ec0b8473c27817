/** Starts the server of a service on a free port. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClientErrorListener } from "../../../src/server/client-error.js";
import type { Service } from "../service.js";

/** Listens; a request that takes longer than 600 ms to arrive is given up. */
export async function listen(server: Server, clientError: ClientErrorListener): Promise<Service> {
  server.on("clientError", clientError as never);
  server.requestTimeout = 600;
  server.headersTimeout = 600;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}

/** How often Node looks for requests that take too long, in milliseconds. */
export const connectionsCheckingInterval = 100;
