/** `Request` and `Response`, as an error handler has to do with them. */
import type { PlatformResponse } from "../runtime/wire/platform-response.js";
import type { JsonSource } from "../server/read-json.js";
import type { ServerRequest } from "../server/server-request.js";
import type { ServerAnswer } from "../server/settings.js";

/** What is asked of a `Request`. */
export interface FetchRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly signal?: { readonly aborted: boolean } | null;
}

/** The `Request` that the program is compiled with; where it has none, what is asked of one. */
export type PlatformRequest = typeof globalThis extends {
  readonly Request: { readonly prototype: infer Own };
}
  ? Own
  : FetchRequest;

/** What is asked of a `Request` that is read. */
export interface FetchBody {
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(reason?: unknown): Promise<unknown>;
    };
  } | null;
}

/** The request, as an error handler asks for it. */
export function fetchRequest({ method, url, headers, signal }: FetchRequest): ServerRequest {
  return { method, url, header: (name) => headers.get(name), isGone: signal?.aborted };
}

/** The body of a request, for `readJson`. */
export function jsonSource({ headers, body }: FetchRequest & FetchBody): JsonSource {
  return {
    contentType: headers.get("content-type"),
    contentLength: headers.get("content-length"),
    chunks: body === null ? undefined : chunksOf(body),
  };
}

async function* chunksOf(
  body: NonNullable<FetchBody["body"]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return;
      yield value;
    }
  } finally {
    // What is not wanted any more: a body that is too large.
    reader.cancel().catch(() => {});
  }
}

/** The answer as a `Response`; a bare 499 where nobody waits for it. */
export function responseOf(answer: ServerAnswer | undefined): PlatformResponse {
  const { status = 499, headers = {}, body } = answer ?? {};
  const init = { status, headers, __proto__: null } as ResponseInit;
  return new Response((body as string | undefined) ?? null, init);
}
