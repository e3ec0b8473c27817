import * as module from "./typescript/index.js";
import { askedTooSoon, catalogExtensions, extensions, fieldExtensions, fromJSON, httpStatus, isRetryable, lateOrWrong, match, oldStyle7, type RelicsError, type RetryableError, retries, statuses, type ToldTwice, twoFactorRequired } from "./typescript/index.js";

const second = twoFactorRequired();
const old = oldStyle7({ item: { id: "123e4567-e89b-12d3-a456-426614174000" } }, { cause: second });
const json = { code: "told_twice", status: 410, message: "It is gone.", fields: { what: "gone" } };
const read = fromJSON(json);

const what = (error: RelicsError): string =>
  match(error, {
    "2fa_required": ({ code }) => code,
    asked_too_soon: ({ code }) => code,
    late_or_wrong: ({ code }) => code,
    "OLD_STYLE.7": ({ item }) => item.id,
    told_twice: ({ what: text, status }: ToldTwice) => `${text} ${status satisfies 404 | 410}`,
  });

const gone: 410 = httpStatus["OLD_STYLE.7"];
const both: readonly [404, 410] = statuses.told_twice;
// @ts-expect-error A retired code has no constructor.
const constructor: unknown = module.toldTwice;
// @ts-expect-error A bare tombstone is no code any more.
const forgotten: unknown = statuses.forgotten;

const owner: "security" = extensions["2fa_required"]["x-owner"];
const level: readonly [1, 2, null] = extensions["2fa_required"]["x-severity"].of;
const personal: false = fieldExtensions["OLD_STYLE.7"].item["x-pii"];
// @ts-expect-error The code has no key of its own.
extensions.told_twice satisfies object;
const unsaid: null = retries.asked_too_soon;
const said: "never" = retries["OLD_STYLE.7"];
const soon: RetryableError = askedTooSoon();
// @ts-expect-error One of its statuses says nothing of another time.
const late: RetryableError = lateOrWrong();

export const results: object = {
  retired: "toldTwice" in module,
  second: [second.name, second.message, second.status],
  old: [old.message, old.toJSON(), old.cause === second, Object.keys(old)],
  read: [read.code, read.stack === `${read.name}: ${read.message}`, read.code === "unrecognized" ? "" : what(read)],
  what: [what(second), what(old)],
  tables: [gone, both, constructor, forgotten],
  extensions: [owner, level, catalogExtensions["x-owner"], personal],
  retries: [unsaid, said],
  retryable: [soon, late, second, old].map(isRetryable),
  unknown: fromJSON({ ...json, code: "forgotten" }).code,
};
