import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LinkKey, signLink, verifyLink } from "../../src/links/index.js";

const key = "k".repeat(32);
const other = "o".repeat(32);
const now = Date.UTC(2024, 2, 1);
const expires = now + 3_600_000;
const page = "https://img.example/upgrade/pro?plan=pro&seats=2";
const sign = (link: string, more: object = {}) =>
  signLink(link, { key, token: "abc", expires, ...more });
const verify = (link: string, more: object = {}) => verifyLink(link, { keys: [key], now, ...more });

describe("a signed link", () => {
  it("has token, end and signature behind what it had, and before what follows #", async () => {
    const link = await sign(`${page}#top`);
    expect(link).toMatch(
      /^https:\/\/img\.example\/upgrade\/pro\?plan=pro&seats=2&t=abc&exp=1709254800&sig=[\w-]{43}#top$/,
    );
    expect(await sign("/verify")).toMatch(/^\/verify\?t=abc&exp=1709254800&sig=/);
  });

  it("is signed by HMAC-SHA-256 of what the page on links says", async () => {
    const text = "errdex link 1\nGET\n/upgrade/pro\nexp=1709254800\nplan=pro\nseats=2\nt=abc";
    const signature = createHmac("sha256", key).update(text).digest("base64url");
    expect(new URL(await sign(page)).searchParams.get("sig")).toBe(signature);
  });

  it("holds, with its token, until it ends", async () => {
    const link = await sign(page);
    expect(await verify(link)).toEqual({ valid: true, token: "abc", expires });
    expect(await verify(link, { now: expires - 1 })).toMatchObject({ valid: true });
    expect(await verify(link, { now: expires })).toEqual({ valid: false, reason: "expired" });
    expect(await verify(link, { now: expires, skew: 1 })).toMatchObject({ valid: true });
    expect(await verify(link, { now: Number.NaN })).toEqual({ valid: false, reason: "expired" });
  });

  it("may begin later", async () => {
    const link = await sign(page, { notBefore: new Date(now + 5000) });
    expect(await verify(link)).toEqual({ valid: false, reason: "not_yet" });
    expect(await verify(link, { skew: 5000 })).toMatchObject({ valid: true });
    expect(await verify(link, { now: now + 5000 })).toMatchObject({ valid: true });
  });

  it("is for one method", async () => {
    const link = await sign(page, { method: "POST" });
    expect(await verify(link)).toEqual({ valid: false, reason: "bad_signature" });
    expect(await verify(link, { method: "post" })).toMatchObject({ valid: true });
  });

  it("holds as the path that a server sees, at whatever host", async () => {
    const { pathname, search } = new URL(await sign(page));
    expect(await verify(pathname + search)).toMatchObject({ valid: true });
    expect(await verify(`http://10.0.0.1:8080${pathname}${search}`)).toMatchObject({ valid: true });
  });

  it("holds where its parameters were put in another order, or encoded otherwise", async () => {
    const link = await sign("/a?x=1%2F2&y=%C3%A4+b");
    const [path = "", query = ""] = link.split("?");
    const turned = query.split("&").reverse().join("&");
    const encoded = turned.replace("%2F", "/").replace("+", "%20").replace("sig", "%73ig");
    expect(await verify(`${path}?${turned}`)).toMatchObject({ valid: true });
    expect(await verify(`${path}?&${encoded}&`)).toMatchObject({ valid: true });
  });

  it("holds for whatever is in it", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
    const pairs = fc.array(fc.tuple(text, text), { maxLength: 5 });
    const asPairs = (query: readonly (readonly [string, string])[]) =>
      query.map(([name, value]) => [`p${name}`, value].map(encodeURIComponent).join("=")).join("&");
    await fc.assert(
      fc.asyncProperty(text, pairs, text, async (path, query, token) => {
        const link = await sign(`/${encodeURIComponent(path)}?${asPairs(query)}`, { token });
        expect(await verify(link)).toEqual({ valid: true, token, expires });
      }),
    );
  });
});

describe("a link that was changed", () => {
  const bad = { valid: false, reason: "bad_signature" };

  it.each<[string, (link: string) => string]>([
    ["path", (link) => link.replace("/upgrade/pro", "/upgrade/max")],
    ["path, by a slash", (link) => link.replace("/pro?", "/pro/?")],
    [
      "host, by a path of two slashes",
      (link) => link.replace("https://img.example/", "//img.example/"),
    ],
    ["parameter", (link) => link.replace("seats=2", "seats=9")],
    ["name of a parameter", (link) => link.replace("seats", "seatz")],
    ["parameters: one less", (link) => link.replace("&seats=2", "")],
    ["parameters: one more", (link) => `${link}&admin=1`],
    ["parameters: one twice", (link) => `${link}&plan=free`],
    ["parameters: one without its value", (link) => link.replace("seats=2", "seats")],
    ["parameters: two in one", (link) => link.replace("pro&seats=2", "pro%0Aseats=2")],
    ["token", (link) => link.replace("t=abc", "t=abd")],
    ["end", (link) => link.replace("exp=1", "exp=2")],
    ["end, by a zero", (link) => link.replace("exp=1", "exp=01")],
    ["begin", (link) => `${link}&nbf=0`],
    [
      "signature",
      (link) => link.replace(/(sig=)(.)/, (_, sig, c) => sig + (c === "A" ? "B" : "A")),
    ],
    ["signature, in its spare bits", (link) => link.replace(/.$/, (c) => spare(c))],
  ])("in its %s does not hold", async (_, change) => {
    const link = await sign(page);
    expect(change(link)).not.toBe(link);
    expect(await verify(change(link))).toEqual(bad);
  });

  it("in any one letter does not hold", async () => {
    const link = await sign("/up?plan=pro");
    const place = fc.integer({ min: 1, max: link.length - 1 });
    const letter = fc.constantFrom(..."aZ09-_=&?#%+/;\u00e4\n\u0000");
    await fc.assert(
      fc.asyncProperty(place, letter, fc.boolean(), async (at, put, isMore) => {
        const changed = link.slice(0, at) + put + link.slice(at + (isMore ? 0 : 1));
        const result = await verify(changed);
        if (result.valid) expect(sameMeaning(changed)).toEqual(sameMeaning(link));
        expect(result.valid || result.reason).not.toBe("expired");
      }),
      { numRuns: 500 },
    );
  });

  it("moves nothing from one parameter, or one place, into another", async () => {
    const name = fc.stringMatching(/^[a-z=&%\n+]{1,4}$/).map((text) => `x${text}`);
    const pair = fc.tuple(name, name);
    const write = (pairs: readonly (readonly [string, string])[]) =>
      `/p?${pairs.map((each) => each.map(encodeURIComponent).join("=")).join("&")}`;
    await fc.assert(
      fc.asyncProperty(fc.array(pair), fc.array(pair), async (one, two) => {
        const signature = (await sign(write(one))).slice(-43);
        const moved = (await sign(write(two))).slice(0, -43) + signature;
        const { valid } = await verify(moved);
        const sorted = (pairs: readonly (readonly [string, string])[]) =>
          JSON.stringify(pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
        expect(valid).toBe(sorted(one) === sorted(two));
      }),
    );
  });
});

describe("a link from anywhere", () => {
  it.each<[string, unknown, string]>([
    ["without anything", "https://img.example/", "missing"],
    ["without a signature", "/a?t=abc&exp=9999999999", "missing"],
    ["with an empty one", "/a?t=abc&exp=9999999999&sig=", "missing"],
    ["without a token", `/a?exp=9999999999&sig=${"a".repeat(43)}`, "missing"],
    ["with a signature of another length", "/a?t=a&exp=9999999999&sig=abc", "malformed"],
    ["with another alphabet", `/a?t=a&exp=9999999999&sig=${"*".repeat(43)}`, "malformed"],
    ["with an end that is no number", `/a?t=a&exp=1e9&sig=${"a".repeat(43)}`, "malformed"],
    ["with a negative end", `/a?t=a&exp=-1&sig=${"a".repeat(43)}`, "malformed"],
    ["with two ends", `/a?t=a&exp=1&exp=9999999999&sig=${"a".repeat(43)}`, "malformed"],
    [
      "with two signatures",
      `/a?t=a&exp=1&sig=${"a".repeat(43)}&sig=${"b".repeat(43)}`,
      "malformed",
    ],
    [
      "with a path that is read as another",
      `/x/%2e%2e/a?t=a&exp=9999999999&sig=${"a".repeat(43)}`,
      "malformed",
    ],
    ["with a path that goes up", `/x/../a?t=a&exp=9999999999&sig=${"a".repeat(43)}`, "malformed"],
    ["with a backslash", `/x\\a?t=a&exp=9999999999&sig=${"a".repeat(43)}`, "malformed"],
    ["with a query that is no UTF-8", "/a?t=%ff&exp=1&sig=x", "malformed"],
    ["with half an escape", "/a?t=%&exp=1&sig=x", "malformed"],
    ["with a key that nobody has", `/a?t=a&exp=1&kid=x&sig=${"a".repeat(43)}`, "unknown_key"],
    ["of another key", `/a?t=a&exp=9999999999&sig=${"a".repeat(43)}`, "bad_signature"],
    ["that is none", "no link", "malformed"],
    ["that is empty", "", "malformed"],
    ["that is very long", `/a?t=${"a".repeat(1_000_000)}`, "malformed"],
    ["that is no text", undefined, "malformed"],
    [
      "that throws",
      {
        toString: () => {
          throw new Error("never");
        },
      },
      "malformed",
    ],
  ])("%s does not hold", async (_, link, reason) => {
    expect(await verify(link as string)).toEqual({ valid: false, reason });
  });

  it("never throws", async () => {
    const link = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl({ withQueryParameters: true }));
    await fc.assert(
      fc.asyncProperty(link, async (text) => {
        expect(await verify(text)).toMatchObject({ valid: false });
        expect(await verify(`/${text}?t=${text}&exp=1&sig=${text}`)).toMatchObject({
          valid: false,
        });
      }),
    );
  });
});

describe("keys", () => {
  it("change while links of the old one still hold", async () => {
    const old = await sign(page);
    const young = await sign(page, { key: { id: "2024", secret: other } });
    const keys: readonly LinkKey[] = [{ id: "2024", secret: other }, key];
    expect(await verify(old, { keys })).toEqual({ valid: true, token: "abc", expires });
    expect(await verify(young, { keys })).toEqual({
      ...{ valid: true, token: "abc", expires, key: "2024" },
    });
    expect(await verify(young, { keys: [key] })).toEqual({ valid: false, reason: "unknown_key" });
    expect(await verify(old, { keys: [other] })).toEqual({ valid: false, reason: "bad_signature" });
  });

  it("are known by name and by secret, not by one of them", async () => {
    const link = await sign(page, { key: { id: "a", secret: key } });
    const renamed = link.replace("kid=a", "kid=b");
    const keys = ["a", "b"].map((id) => ({ id, secret: key }));
    expect(await verify(renamed, { keys })).toEqual({ valid: false, reason: "bad_signature" });
    const wrong = { keys: [{ id: "a", secret: other }] };
    expect(await verify(link, wrong)).toEqual({ valid: false, reason: "bad_signature" });
  });

  it("and times are those that were given, whatever was added to all objects", async () => {
    const added = { skew: 1e15, id: "x", secret: key, now };
    const link = await sign(page, { expires: now - 1000 });
    Object.assign(Object.prototype, added);
    try {
      expect(await verifyLink(link, { keys: [key], now })).toMatchObject({ reason: "expired" });
      expect(await sign(page, { key: { secret: key } as LinkKey })).not.toContain("kid=");
    } finally {
      for (const name of Object.keys(added)) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it("may be bytes", async () => {
    const link = await sign(page, { key: new TextEncoder().encode(key) });
    expect(await verify(link)).toMatchObject({ valid: true });
  });

  it.each<[string, unknown]>([
    ["too short", "s3cr3t-key"],
    ["empty", ""],
    ["missing", undefined],
    ["a number", 5],
    ["a name alone", { id: "s3cr3t-id" }],
  ])("that are %s are refused, and not shown", async (_, wrong) => {
    const refused = [
      await sign(page, { key: wrong }).catch((error: unknown) => error),
      await verify(await sign(page), { keys: [wrong] }).catch((error: unknown) => error),
    ];
    for (const error of refused) {
      expect(error).toBeInstanceOf(TypeError);
      expect(inspect(error)).not.toContain("s3cr3t");
    }
  });

  it("are needed to verify", async () => {
    await expect(verify(page, { keys: [] })).rejects.toThrow(TypeError);
  });
});

describe("what cannot be signed is refused", () => {
  it.each<[string, string, object]>([
    ["no link", "no link", {}],
    ["a link that is signed", `/a?sig=x`, {}],
    ["a link that has a token", `/a?t=x`, {}],
    ["no token", page, { token: "" }],
    ["half a letter", page, { token: "\ud800" }],
    ["no time", page, { expires: new Date("never") }],
    ["a time before all", page, { expires: -1 }],
    ["a query that is no UTF-8", "/a?x=%ff", {}],
    ["a link that is too long", `/a?x=${"x".repeat(9000)}`, {}],
  ])("%s", async (_, link, more) => {
    await expect(sign(link, more)).rejects.toThrow(TypeError);
  });
});

/** Another last letter of base64url for the same bytes. */
function spare(letter: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return alphabet[alphabet.indexOf(letter) ^ 1] ?? "";
}

/** What a server makes of a link. */
function sameMeaning(link: string): unknown {
  const { pathname, searchParams } = new URL(`http://x.example${link}`);
  return [pathname, [...searchParams].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))];
}
