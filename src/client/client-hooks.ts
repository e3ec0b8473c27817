/** Hooks for clients that have them. */
import type { AnyDecoder } from "../runtime/wire/decoder-types.js";
import type { ReadableResponse } from "../runtime/wire/platform-response.js";
import { toFailure } from "./to-failure.js";

/** `hooks` of ky: 1.x hands over the error, 2.x an object that has it. */
export interface KyHooks {
  readonly beforeError: ((given: Error | { readonly error: Error }) => Promise<never>)[];
}

/** What ky throws becomes a {@link Failure}: `ky.create({ hooks: kyHooks(imgPro) })`. */
export function kyHooks(decoder: AnyDecoder): KyHooks {
  return {
    beforeError: [
      async (given) => {
        const error = given instanceof Error ? given : given.error;
        // ky throws what it is given.
        return ((await toFailure(decoder, error)) ?? error) as never;
      },
    ],
  };
}

/** A middleware of openapi-fetch. */
export interface OpenapiMiddleware {
  onResponse(given: { readonly response: unknown }): Promise<undefined>;
  onError(given: { readonly error: unknown }): Promise<Error | undefined>;
}

/** What openapi-fetch gets becomes a {@link Failure} where it is none to use: `client.use(openapiMiddleware(imgPro))`. */
export function openapiMiddleware(decoder: AnyDecoder): OpenapiMiddleware {
  return {
    async onResponse({ response }) {
      const { status } = response as ReadableResponse;
      if (status < 400) return undefined;
      // As if it had been thrown with its answer beside it.
      throw await toFailure(decoder, { response });
    },
    onError: async ({ error }) => toFailure(decoder, error),
  };
}
