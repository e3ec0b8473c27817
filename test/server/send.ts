/** Sends a request over a socket, and says what comes back and how it ends. */
import { request as httpRequest } from "node:http";

/** A request. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The body is announced and half of it never comes. */
  readonly stalls?: boolean;
}

/** What came back. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether the connection broke off before the end. */
  readonly broken: boolean;
}

/** Sends a request. */
export function send(url: string, sent: Sent): Promise<Got> {
  const { method = "GET", path, headers = {}, body, stalls } = sent;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      new URL(path, url),
      { method, headers, agent: false, path },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        const finish = (broken: boolean) =>
          resolve({
            status: response.statusCode ?? 0,
            headers: headersIn(response.headers),
            text: Buffer.concat(chunks).toString(),
            broken,
          });
        response.on("end", () => finish(!response.complete));
        response.on("error", () => finish(true));
        response.on("aborted", () => finish(true));
      },
    );
    request.on("error", reject);
    if (stalls) {
      request.setHeader("Content-Length", 100);
      request.write('{"a":');
    } else request.end(body);
  });
}

function headersIn(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
}
