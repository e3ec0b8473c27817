/** What is said of `Response` where its types may be missing: many programs are compiled for neither a browser nor Node. */

/** What is needed of an `AbortSignal`. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What `readResponse` needs of a `Response`: fetch gives one. */
export interface ReadableResponse {
  readonly status: number;
  readonly headers: {
    forEach(each: (value: string, name: string) => void): void;
    get(name: string): string | null;
  };
  readonly bodyUsed?: boolean | undefined;
  readonly body: {
    readonly locked?: boolean | undefined;
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<unknown>;
    };
  } | null;
}

/** The `fetch` that the program is compiled with; where it has none, what is needed of one. */
export type PlatformFetch = typeof globalThis extends { readonly fetch: infer Own }
  ? Own
  : (input: string, init?: object) => Promise<ReadableResponse>;

/** The `Response` that the program is compiled with; where it has none, what `readResponse` needs of one. */
export type PlatformResponse = typeof globalThis extends {
  readonly Response: { readonly prototype: infer Own };
}
  ? Own
  : ReadableResponse;
