/** How long to wait: HTTP dates, RateLimit fields, and the one rule that reads them. */
import fc from "fast-check";
import { parseList } from "structured-headers";
import { describe, expect, it } from "vitest";
import { rateLimited, serviceUnavailable } from "../../../src/image-hosting/index.js";
import { flat, imgPro, picora, pinarkive } from "../../../src/image-hosting/wire.js";
import { createError } from "../../../src/runtime/generated.js";
import { retryDelay } from "../../../src/runtime/index.js";
import { duration } from "../../../src/runtime/wire/codecs/duration.js";
import { seconds } from "../../../src/runtime/wire/codecs/seconds.js";
import { parseHttpDate } from "../../../src/runtime/wire/http-date.js";
import { parseRateLimit } from "../../../src/runtime/wire/rate-limit.js";
import { parseRetryAfter } from "../../../src/runtime/wire/retry-after.js";

const now = Date.UTC(2026, 2, 2, 10);
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The three forms of a time, RFC 9110 section 5.6.7, written without our code. */
function formsOf(time: number): {
  readonly fixed: string;
  readonly old: string;
  readonly asctime: string;
} {
  const fixed = new Date(time).toUTCString();
  const [, day = "", month = "", year = "", clock = ""] = fixed.split(/,? /);
  const name = days[new Date(time).getUTCDay()] ?? "";
  return {
    fixed,
    old: `${name}, ${day}-${month}-${year.slice(2)} ${clock} GMT`,
    asctime: `${name.slice(0, 3)} ${month} ${String(Number(day)).padStart(2, " ")} ${clock} ${year}`,
  };
}

const times = fc
  .integer({ min: Date.UTC(1977, 0, 1) / 1000, max: Date.UTC(2075, 0, 1) / 1000 })
  .map((s) => s * 1000);

describe("HTTP dates", () => {
  it("are read in all three forms, as Date.parse reads them", () => {
    fc.assert(
      fc.property(times, (time) => {
        const { fixed, old, asctime } = formsOf(time);
        expect(Date.parse(fixed)).toBe(time);
        expect(Date.parse(`${asctime} GMT`)).toBe(time);
        for (const text of [fixed, old, asctime])
          expect([text, parseHttpDate(text, now)]).toEqual([text, time]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["the example of the standard", "Sun, 06 Nov 1994 08:49:37 GMT", 784111777000],
    ["its second form", "Sunday, 06-Nov-94 08:49:37 GMT", 784111777000],
    ["its third form", "Sun Nov  6 08:49:37 1994", 784111777000],
    ["a leap day", "Thu, 29 Feb 2024 00:00:00 GMT", Date.UTC(2024, 1, 29)],
    ["a leap second", "Sat, 31 Dec 2016 23:59:60 GMT", Date.UTC(2017, 0, 1)],
    ["a year less than 50 years ahead", "Sunday, 01-Jan-76 00:00:00 GMT", Date.UTC(2076, 0, 1)],
    ["a year more than 50 years ahead", "Sunday, 01-Jan-78 00:00:00 GMT", Date.UTC(1978, 0, 1)],
  ])("read %s", (_, text, time) => {
    expect(parseHttpDate(text, now)).toBe(time);
  });

  it.each([
    "",
    "0",
    "2026-03-02T10:00:00Z",
    "Mon, 02 Mar 2026 10:00:00",
    "Mon, 02 Mar 2026 10:00:00 UTC",
    "Mon, 02 Mar 2026 10:00:00 +0000",
    "Mon, 2 Mar 2026 10:00:00 GMT",
    "mon, 02 mar 2026 10:00:00 gmt",
    "Mon, 31 Feb 2026 10:00:00 GMT",
    "Mon, 00 Mar 2026 10:00:00 GMT",
    "Mon, 02 Mar 2026 24:00:00 GMT",
    "Mon, 02 Mar 2026 10:60:00 GMT",
    "Mon, 02 Mar 2026 10:00:61 GMT",
    "Sun, 01 Mar 2026 10:60:60 GMT",
    "Mon, 31 Feb 2026 23:59:60 GMT",
    "Mon Mar 2 10:00:00 2026",
    "Mon Mar 32 10:00:00 2026",
    " Mon, 02 Mar 2026 10:00:00 GMT",
    "Mon, 02 Mar 2026 10:00:00 GMT\n",
    `Mon, 02 Mar 2026 10:00:00 GMT${" ".repeat(100_000)}`,
  ])("do not include %j", (text) => {
    expect(parseHttpDate(text, now)).toBeUndefined();
  });

  it("are no other text", () => {
    fc.assert(fc.property(fc.string(), (text) => parseHttpDate(text, now) === undefined));
  });
});

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["120", 120],
    ["0120", 120],
    ["1.5", 1.5],
    ["2.0", 2],
    ["20, 20", 20],
    ["2.5,2.5, 2.5", 2.5],
    ["9007199254740991", 9007199254740991],
    ["Mon, 02 Mar 2026 10:00:30 GMT", 30],
    ["Monday, 02-Mar-26 10:00:30 GMT", 30],
    ["Mon Mar  2 10:00:30 2026", 30],
    ["Mon, 02 Mar 2026 09:00:00 GMT", 0],
  ])("reads %j", (text, seconds) => {
    expect(parseRetryAfter(text, now)).toBe(seconds);
  });

  it.each([
    "",
    "-1",
    "+1",
    "1.",
    ".5",
    "1.5.2",
    "20, 200",
    "1e3",
    "0x10",
    "soon",
    "1 2",
    "1, 2",
    "９",
    "9007199254740993",
    "1".repeat(400),
  ])("ignores %j", (text) => {
    expect(parseRetryAfter(text, now)).toBeUndefined();
  });
});

/** What draft-ietf-httpapi-ratelimit-headers-10 makes of a list, by a library for structured fields. */
function oracle(text: string): number | undefined {
  let policies: ReturnType<typeof parseList>;
  try {
    policies = parseList(text);
  } catch {
    return undefined;
  }
  if (policies.some(([value]) => typeof value !== "string")) return undefined;
  const rows = policies.flatMap(([, parameters]) => {
    const [t, r] = ["t", "r"].map((name) => (parameters as ReadonlyMap<string, unknown>).get(name));
    return typeof t === "number" && Number.isInteger(t) && t >= 0 ? [{ t, spent: r === 0 }] : [];
  });
  const spent = rows.filter((row) => row.spent).map(({ t }) => t);
  const open = rows.filter((row) => !row.spent).map(({ t }) => t);
  if (spent.length > 0) return Math.max(...spent);
  return open.length > 0 ? Math.min(...open) : undefined;
}

const rateLimits: readonly string[] = [
  '"burst";r=0;t=30',
  '"burst";r=0;t=30, "daily";r=5;t=3600',
  '"burst";r=3;t=30,"daily";r=0;t=3600',
  '"a";r=5;t=9, "b";r=6;t=8',
  '"a";r=0;t=9, "b";r=0;t=8',
  '"burst";r=0',
  '"burst"',
  '"burst";t=-5',
  '"burst";t=1.5',
  '"burst";t="30"',
  '"burst";t=?1',
  '"burst";t',
  '"burst";t=30;t=40',
  '"burst"; r=0 ;t=30',
  '"burst" ;r=0',
  '"burst";  r=0;  t=30',
  '"burst";pk=:cHsdsRa894==:;r=0;t=30',
  '"burst";x=tok/en:*;t=30',
  '"burst";x=%"f%c3%bc";t=30',
  '"burst";x=1.;t=30',
  '"burst";x=-1.250;t=30',
  '"burst";x=1.2500;t=30',
  '"burst";x=1234567890123.5;t=30',
  '"burst";x=;t=30',
  '"burst";X=1;t=30',
  '"burst";*a-b.c_d=1;t=30',
  '"burst";r=00;t=030',
  '"a;t=5\\"b\\\\";t=30',
  '"a\\x";t=30',
  '"ü";t=30',
  '("a" "b");t=30',
  "burst;t=30",
  "5;t=30",
  '"a";t=30,',
  ',"a";t=30',
  '"a";t=30,,"b";t=4',
  '"a";t=30 , "b";t=4',
  '"a";t=30\t,\t"b";t=4',
  '"a";t=30 "b";t=4',
  '"a',
  "",
  " ",
  '  "a";t=30  ',
  '"a";t=999999999999999',
  '"a";t=9999999999999999',
  `"a"${";x=1".repeat(10_000)};t=30`,
];

describe("RateLimit", () => {
  it.each(rateLimits)("agrees with the oracle on %j", (text) => {
    expect(parseRateLimit(text)).toBe(oracle(text));
  });

  it("agrees with the oracle on what is made of pieces of such fields", () => {
    const piece = fc.constantFrom(
      '"a"',
      '"b\\""',
      ";",
      "t",
      "r",
      "=",
      "0",
      "7",
      "-3",
      "1.5",
      ",",
      " ",
      "?1",
      "tok",
      "(",
      ")",
      ":YQ==:",
      "*",
      '%"x"',
      "q=1",
      ";t=4",
      ";r=0",
      "\t",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
        (text) => {
          expect([text, parseRateLimit(text)]).toEqual([text, oracle(text.trim())]);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it("agrees with the oracle on fields that are well formed", () => {
    const parameter = fc.oneof(
      fc.nat(100).map((t) => `;t=${t}`),
      fc.nat(3).map((r) => `;r=${r}`),
      fc.constantFrom(";pk=:YQ==:", ";x", ';y="z"', "; w=60"),
    );
    const policy = fc
      .tuple(fc.constantFrom('"a"', '"b c"', '"\\"\\\\"'), fc.array(parameter, { maxLength: 5 }))
      .map(([name, parameters]) => name + parameters.join(""));
    fc.assert(
      fc.property(
        fc.array(policy, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(",", ", ", " ,\t"),
        (policies, comma) => {
          const text = policies.join(comma);
          expect([text, parseRateLimit(text)]).toEqual([text, oracle(text)]);
        },
      ),
      { numRuns: 5000 },
    );
  });

  // The oracle refuses parameters behind a date, and we do not look into what nobody asks for.
  it.each(['"a";x=@1659578233;t=30', '"a";pk=:c:;t=30', '"a";x=%"f%ff";t=30'])(
    "reads %j",
    (text) => {
      expect(parseRateLimit(text)).toBe(30);
    },
  );

  it("is read in time, whatever it is", () => {
    const start = performance.now();
    for (const text of [
      '"'.repeat(100_000),
      `"a"${";".repeat(100_000)}`,
      `"a"${"; ".repeat(100_000)}x`,
      `"${"\\".repeat(100_001)}`,
      '"a";t=1,'.repeat(50_000),
      `"a";x=${"a".repeat(100_000)}\u0000`,
    ])
      parseRateLimit(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("retryDelay", () => {
  const message = "m";
  const limited = (headers: Record<string, string>, fields: object = {}) =>
    imgPro.decode({ status: 429, headers, body: { error: "rate_limited", message, ...fields } });
  const wait = { action: { type: "wait", seconds: 7 } };

  it.each([
    [
      "the header before everything",
      limited({ "Retry-After": "5", RateLimit: '"a";r=0;t=9' }, { retry_after: 3 }),
      5000,
    ],
    [
      "the header, which is a date",
      limited({ "Retry-After": "Mon, 02 Mar 2026 10:00:30 GMT" }),
      30_000,
    ],
    [
      "a date in the past as nothing",
      limited({ "Retry-After": "Mon, 02 Mar 2026 09:00:00 GMT" }, { retry_after: 3 }),
      0,
    ],
    ["RateLimit before fields", limited({ RateLimit: '"a";r=0;t=9' }, { retry_after: 3 }), 9000],
    ["the first path before the second", limited({}, { retry_after: 3, ...wait }), 3000],
    ["the second path", limited({}, wait), 7000],
    ["zero", limited({ "Retry-After": "0" }, { retry_after: 3 }), 0],
    ["past a negative header", limited({ "Retry-After": "-5" }, wait), 7000],
    ["a fractional header", limited({ "Retry-After": "1.5" }, wait), 1500],
    [
      "past a header that cannot be read",
      limited({ "Retry-After": "soon", RateLimit: "junk" }, { retry_after: 3 }),
      3000,
    ],
    ["past a RateLimit without t", limited({ RateLimit: '"a";r=0' }, wait), 7000],
    ["past a negative field", limited({}, { retry_after: -3, ...wait }), 7000],
    ["past a fractional field", limited({}, { retry_after: 1.5, ...wait }), 7000],
    ["past a field that is a text", limited({}, { retry_after: "3", ...wait }), 7000],
    [
      "the header on an unrecognized error",
      imgPro.decode({ status: 418, headers: { "retry-after": "4" } }),
      4000,
    ],
    ["fields of an error that was made here", rateLimited({ retry_after: 2 }), 2000],
    [
      "an action of an error that was made here",
      rateLimited({ action: { type: "wait", seconds: 60 } }),
      60_000,
    ],
    ["nothing, where there is nothing", rateLimited(), undefined],
    [
      "nothing, where an action has no seconds",
      limited({}, { action: { type: "redirect", url: "https://a.example", label: "l" } }),
      undefined,
    ],
    [
      "nothing, where a variant is not known",
      limited({}, { action: { type: "sleep", seconds: "long" } }),
      undefined,
    ],
    [
      "seconds of a variant that is not known",
      limited({}, { action: { type: "sleep", seconds: 8 } }),
      8000,
    ],
    ["the field of another code", serviceUnavailable({ retry_after: 6 }), 6000],
    [
      "meta of Picora",
      picora.decode({
        status: 429,
        body: { error: message, code: "RATE_LIMITED", meta: { retryAfterSec: 12 } },
      }),
      12_000,
    ],
    [
      "the body of PinArkive",
      pinarkive.decode({ status: 429, body: { error: "x", message, retryAfter: 60 } }),
      60_000,
    ],
  ])("takes %s", (_, error, delay) => {
    expect(retryDelay(error, { now })).toBe(delay);
  });

  it("is at most what the caller allows", () => {
    expect(retryDelay(limited({ "Retry-After": "3600" }), { max: 60_000 })).toBe(60_000);
    expect(
      retryDelay(limited({ "Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT" }), { max: 60_000 }),
    ).toBe(60_000);
    expect(retryDelay(limited({ "Retry-After": "9007199254740991" }), { max: 1 })).toBe(1);
  });

  it("reads a date as of the time at which it is asked", () => {
    const error = limited({ "Retry-After": "Mon, 02 Mar 2026 10:00:30 GMT" });
    expect(retryDelay(error, { now: now + 20_000 })).toBe(10_000);
    expect(retryDelay(error, { now: now + 60_000 })).toBe(0);
  });
});

describe("a fraction of a second", () => {
  const limited = (headers: Record<string, string>, body: object = {}) =>
    imgPro.decode({ status: 429, headers, body: { error: "rate_limited", message: "m", ...body } });

  it.each([
    [{ "Retry-After": "2.5" }, 2500],
    [{ "Retry-After": "2.0" }, 2000],
    [{ "Retry-After": "64.57" }, 64_570],
    [{ "Retry-After": "1.1" }, 1100],
    [{ "Retry-After": "3.957525076" }, 3957.525076],
    [{ "Retry-After": "20, 20" }, 20_000],
    [{ "retry-after-ms": "650" }, 650],
    [{ "retry-after-ms": "650.2", "Retry-After": "1" }, 650.2],
    [{ "retry-after-ms": "soon", "Retry-After": "1" }, 1000],
    [{ RateLimit: "limit=100, remaining=0, reset=30" }, 30_000],
    [{ RateLimit: "reset=30" }, 30_000],
    [{ RateLimit: "limit=10, 10;w=1;burst=1000, reset=3;x=1" }, 3000],
    [{ RateLimit: '"a;reset=30";r=0' }, undefined],
    [{ RateLimit: "preset=30" }, undefined],
    [{ RateLimit: "reset=-1" }, undefined],
    [{ "RateLimit-Reset": "30" }, 30_000],
    [{ "RateLimit-Reset": String(now / 1000 + 30) }, 30_000],
    [{ "X-RateLimit-Reset": "30" }, undefined],
    [{ "X-RateLimit-Reset": "30", "X-RateLimit-Remaining": "1" }, undefined],
    [{ "X-RateLimit-Reset": "30", "X-RateLimit-Remaining": "0" }, 30_000],
    [{ "X-RateLimit-Reset": String(now / 1000 + 30), "X-RateLimit-Remaining": "0" }, 30_000],
    [{ "X-RateLimit-Reset": String(now + 30_500), "X-RateLimit-Remaining": "0" }, 30_500],
    [{ "X-RateLimit-Reset": String(now / 1000 - 30), "X-RateLimit-Remaining": "0" }, 0],
    [{ "X-RateLimit-Reset": "2026-03-02T10:00:30Z", "X-RateLimit-Remaining": "0" }, undefined],
  ])("is waited for exactly: %j", (headers, delay) => {
    expect(retryDelay(limited(headers as never), { now })).toBe(delay);
  });

  it("is there for a field of any number, and rounded up for one of whole numbers", () => {
    for (const [shape, read] of [
      ["number", 2.5],
      [{ range: "number", min: 0 }, 2.5],
      ["integer", 3],
      [{ range: "integer", min: 0 }, 3],
    ] as const) {
      expect(seconds.fromWire("2.5", shape, now)).toBe(read);
      expect(seconds.fromWire(2.5, shape, now)).toBe(read);
      expect(seconds.fromWire("2.0", shape, now)).toBe(2);
      expect(duration.fromWire("2.500000000s", shape, now)).toBe(read);
    }
    expect(duration.fromWire("3.957525076s", "number", now)).toBe(3.957525076);
  });

  it("is rounded up where it is written", () => {
    const entry = { catalog: "tests", code: "too_fast", status: 429, delay: [["wait"]] };
    const error = createError(entry, () => "Slow down.");
    error.wait = 0.65;
    expect(retryDelay(error as never)).toBe(650);
    const answer = flat.encode(rateLimited({ retry_after: 0.65 }));
    expect(answer.headers["Retry-After"]).toBe("1");
    const received = limited({ "Retry-After": "1.5" });
    const again = imgPro.encode(received, { passThrough: true });
    expect(again.headers["Retry-After"]).toBe("2");
  });
});
