/** The clients that people have, each with errors of the catalog. */
import axios from "axios";
import ky from "ky";
import ky1 from "ky1";
import { ofetch } from "ofetch";
import createOpenapi from "openapi-fetch";
import {
  createFetch,
  kyHooks,
  openapiMiddleware,
  orFailure,
  rejectWithFailure,
} from "../../src/client/index.js";
import type { AnyDecoder } from "../../src/runtime/index.js";

/** What may be asked of every client. */
export interface Asked {
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Sends a GET, and resolves with the status of a good answer. */
export type Client = (decoder: AnyDecoder, address: string, asked?: Asked) => Promise<number>;

interface Paths {
  readonly "/{path}": {
    readonly get: {
      readonly parameters: { readonly path: { readonly path: string } };
      readonly responses: {
        readonly 200: { readonly content: { readonly "application/json": object } };
      };
    };
  };
}

const noRetry = 0;

/** By their names. */
export const clients: Readonly<Record<string, Client>> = {
  createFetch: async (decoder, address, { signal, timeout } = {}) => {
    const api = createFetch(decoder, { retry: false, timeout });
    return (await api(address, signal ? { signal } : {})).status;
  },
  axios: async (decoder, address, asked = {}) => {
    const api = axios.create();
    api.interceptors.response.use(undefined, rejectWithFailure(decoder));
    return (await api.get(address, asked)).status;
  },
  "axios by fetch": async (decoder, address, asked = {}) => {
    const api = axios.create({ adapter: "fetch", responseType: "blob" });
    return (await orFailure(decoder, api.get(address, asked))).status;
  },
  "axios with a stream": async (decoder, address, asked = {}) => {
    const api = axios.create({ responseType: "stream" });
    api.interceptors.response.use(undefined, rejectWithFailure(decoder));
    const { status, data } = await api.get(address, asked);
    data.destroy();
    return status;
  },
  ky: async (decoder, address, asked = {}) => {
    const api = ky.create({ retry: noRetry, hooks: kyHooks(decoder) });
    return (await api.get(address, { timeout: false, ...asked })).status;
  },
  "ky 1": async (decoder, address, asked = {}) => {
    const api = ky1.create({ retry: noRetry });
    return (await orFailure(decoder, api.get(address, { timeout: false, ...asked }))).status;
  },
  ofetch: async (decoder, address, asked = {}) =>
    (await orFailure(decoder, ofetch.raw(address, { retry: false, ...asked }))).status,
  "openapi-fetch": async (decoder, address, { signal, timeout } = {}) => {
    const { origin, pathname } = new URL(address);
    const api = createOpenapi<Paths>({ baseUrl: origin, pathSerializer: () => address });
    api.use(openapiMiddleware(decoder));
    const limit = timeout === undefined ? signal : AbortSignal.timeout(timeout);
    const { response } = await api.GET("/{path}", {
      params: { path: { path: pathname.slice(1) } },
      parseAs: "stream",
      ...(limit && { signal: limit }),
    });
    await response.body?.cancel();
    return response.status;
  },
};
