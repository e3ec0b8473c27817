import fc from "fast-check";
import { expect, it } from "vitest";
import { maskCredentials } from "../../src/logging/mask-credentials.js";

it.each([
  ["postgres://svc:p@ss/w#d@db:5432/prod", "postgres://[redacted]@db:5432/prod"],
  ["at redis://:pw@cache, twice", "at redis://[redacted]@cache, twice"],
  [
    "Invalid URL: 'mongodb+srv://u:p@x.example/?w=1'",
    "Invalid URL: 'mongodb+srv://[redacted]@x.example/?[redacted]'",
  ],
  ["GET /up?t=abc&exp=1&sig=def failed", "GET /up?[redacted] failed"],
  ["Authorization: Bearer abc.def-ghi/jkl=", "Authorization: [redacted] [redacted]"],
  ["for Basic dXNlcjpwYXNz.", "for Basic [redacted]"],
  ["jwt eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln expired", "jwt [redacted] expired"],
  ["Invalid API Key provided: sk_live_51HxAbC", "Invalid API Key provided: [redacted]"],
  [
    "Server=db;User Id=sa;Password=pw;Encrypt=true",
    "Server=db;User Id=sa;Password=[redacted];Encrypt=true",
  ],
  [
    '{"user":"a","apiKey": "k1","access_token":"t1"}',
    '{"user":"a","apiKey": "[redacted]","access_token":"[redacted]"}',
  ],
  ["x-api-key: abc123, accept: */*", "x-api-key: [redacted], accept: */*"],
  ["-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- end", "[redacted] end"],
])("%s", (text, masked) => {
  expect(maskCredentials(text)).toBe(masked);
});

it.each([
  "connect ECONNREFUSED 127.0.0.1:5432",
  'duplicate key value violates unique constraint "users_email_key"',
  "Cannot read properties of undefined (reading 'token')",
  "The bearer token is missing",
  "Basic authentication is required",
  "Unexpected token } in JSON at position 5",
  "write to ann@example.com or see https://example.com/@ann/page#top",
  "Really? Yes: a = b",
  "file:///srv/app/node_modules/@scope/name/index.js",
  "the signature: it is old",
])("leaves ordinary text as it is: %s", (text) => {
  expect(maskCredentials(text)).toBe(text);
});

it("never shows the password of a URL or a named value, whatever they are", () => {
  const secret = fc.stringMatching(/^[A-Za-z\d@:/#?!*+.~-]{6,20}$/).map((text) => `Zq${text}qZ`);
  fc.assert(
    fc.property(secret, fc.string(), (password, around) => {
      const texts = [`pg://u:${password}@h/db`, `password=${password}`, `"secret":"${password}"`];
      for (const text of texts) {
        const masked = maskCredentials(`${around} ${text} ${around}`);
        expect(masked).not.toContain(password);
      }
    }),
  );
});

it("takes time in proportion to the text, whatever is repeated in it", () => {
  const parts = [
    "a.",
    "://",
    "a://",
    "@",
    "?",
    "?a",
    "=",
    "eyJ",
    "eyJ.",
    "Bearer ",
    "password",
    "password=",
    "-----BEGIN PRIVATE KEY-----",
    " ",
    "sk_live_",
    '"',
    "Basic a",
  ];
  for (const part of parts) {
    const text = part.repeat(400_000 / part.length);
    // Squared, a single one of them would take minutes.
    expect(maskCredentials(text).length).toBeGreaterThan(0);
  }
});
