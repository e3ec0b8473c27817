import { translate, type Translation } from "errdex";
import {
  type AccessError,
  categories,
  type ErrorCode,
  fromJSON,
  type Handlers,
  hasCode,
  httpStatus,
  isAccessError,
  isOrdersError,
  isRetryable,
  type Line,
  type LookError,
  match,
  type OrdersError,
  outOfStock,
  type OutOfStock,
  type PlaceOrderError,
  retries,
  type RetryableError,
  signInNeeded,
  clientGone,
  type Size,
  statuses,
  stockBroken,
  tooFast,
} from "./typescript/index.js";
import { de } from "./typescript/locales/de.js";
import { newTranslation } from "./typescript/locales/new.js";
import { problem } from "./typescript/wire.js";

const line: Line = { product: "cup", "odd-name": null };
const size: Size = 3;
const full = outOfStock(
  {
    count: 3,
    left: 1,
    lines: [1, 2],
    tags: ["a", "b"],
    action: { type: "wait", seconds: 5 },
    size,
    order: [line],
    labels: { a: "b" },
    at: "2026-01-01T00:00:00Z",
    anything: [1],
    either: 7,
    nested: { deep: [{ a: { key: "secret one" } }] },
    token: "secret two",
    trace: "abc",
    shard: 4,
  },
  { cause: new Error("why") },
);
const less = outOfStock({ count: 2, left: 0, tags: ["a", "b"], trace: "abc" });
const least = outOfStock({ count: 2, left: undefined, tags: null, trace: "abc" }, { stack: true });

const readonlyCount: number = full.count;
// @ts-expect-error Fields are readonly.
full.count = readonlyCount;
// @ts-expect-error A required field is missing.
outOfStock({ trace: "abc" });
// @ts-expect-error A field is misspelt.
outOfStock({ count: 1, trace: "abc", lfet: 1 });
// @ts-expect-error The status is one of the entry's.
tooFast({}, { status: 500 });
// @ts-expect-error What arrives over a wire has no internal field.
const trace: string = full.trace;
// @ts-expect-error A code has no handler.
const handlers: Handlers<string> = { out_of_stock: () => "" };

const busy = tooFast({ action: { type: "wait", seconds: 5 } }, { status: 503, message: "Mine." });
const narrowed = (error: PlaceOrderError): number => (error.code === "out_of_stock" ? error.count : error.status);
const look: LookError["code"][] = ["stock_broken", "too_fast", "sign_in.needed"];
const retryable: RetryableError["code"][] = ["stock_broken", "too_fast"];
const access: AccessError = signInNeeded();
const code: ErrorCode = "client_gone";
const both: readonly [429, 503] = statuses.too_fast;

const tell = (error: OrdersError): string | number =>
  match(error, {
    out_of_stock: ({ count }) => count,
    too_fast: ({ retry_after }) => retry_after ?? "later",
    stock_broken: () => "broken",
    "sign_in.needed": () => "sign in",
    client_gone: ({ client }) => client,
  });

const thrown: unknown = full;
const copy = fromJSON(JSON.parse(JSON.stringify(full)));
const broken = fromJSON({ ...full.toJSON(), fields: { count: "x" } });

const languages: readonly Translation[] = [de, newTranslation];
const spoken = (error: OrdersError, acceptLanguage: string): unknown =>
  problem.encode(error, { translations: languages, acceptLanguage });

export const results: object = {
  messages: [full.message, less.message, least.message, tooFast().message, tooFast({ retry_after: 0 }).message, busy.message],
  stacks: [full.stack === undefined || !full.stack.includes("\n"), least.stack?.includes("\n")],
  keys: Object.keys(full),
  internal: [full.trace, full.shard, trace, JSON.stringify(full).includes("abc")],
  json: full.toJSON(),
  statuses: [busy.status, tooFast().status, stockBroken().status, httpStatus[code], both],
  copy: [copy.code, copy.message, hasCode(copy, "out_of_stock") && copy.count, copy.status],
  broken: [broken.code, broken.code === "unrecognized" && broken.issues],
  told: [tell(full), tell(busy), tell(stockBroken()), tell(access), tell(clientGone({ client: "curl" }))],
  guards: [isOrdersError(thrown), isOrdersError(new Error("x")), isAccessError(access), isAccessError(full), isRetryable(busy), isRetryable(full)],
  narrowed: [narrowed(full), narrowed(busy)],
  lists: [look, retryable, categories[code], retries.too_fast],
  type: (full satisfies OutOfStock).name,
  handlers: typeof handlers,
  translated: [
    ...[full, less, least, tooFast({ retry_after: 1 }), stockBroken()].map((error) => translate(error, de)),
    ...[0, 1, 2, 1001].map((left) => de.message("out_of_stock", { ...full.toJSON().fields, size: "large", left })),
    translate(stockBroken(), newTranslation),
  ],
  spoken: [spoken(tooFast({ retry_after: 60 }), "fr, de-AT;q=0.8"), spoken(busy, "de"), spoken(stockBroken(), "new"), spoken(stockBroken(), "en")],
};
