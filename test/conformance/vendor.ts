/** Answers of one vendor, and what is asked of each: decoded, encoded again, encoded for every other vendor. */
import { describe, expect, it } from "vitest";
import * as wire from "../../src/image-hosting/wire.js";
import type { CatalogError, EncodedAnswer, UnrecognizedError } from "../../src/runtime/index.js";
import { sent, strays } from "./contract.js";

/** A format whose codes do not matter to the test. */
export interface AnyFormat {
  readonly name: string;
  decode(answer: object, options?: { readonly now?: number }): CatalogError | UnrecognizedError;
  encode(error: unknown, options?: object): EncodedAnswer;
}

/** The seven formats. */
export const formats: readonly AnyFormat[] = [
  wire.flat,
  wire.problem,
  wire.imagebin,
  wire.imgPro,
  wire.imagizer,
  wire.pinarkive,
  wire.picora,
] as unknown as readonly AnyFormat[];

/** An answer, and what it is. */
export interface Sample {
  readonly name: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The code that it decodes to. */
  readonly code: string;
  /** Absent: any; what is said of an answer that nobody knows is not part of the contract. */
  readonly message?: string;
  /** The status of the error, where it is not the one that arrived. */
  readonly as?: number;
  /** All fields that the error has. */
  readonly fields?: object;
  readonly inferred?: true;
  readonly receivedCode?: string;
  /** Paths of what was left out or is unknown. */
  readonly issues?: readonly string[];
}

const now = Date.UTC(2026, 2, 2, 10);

/** Holds the format to the samples. */
export function conforms(format: AnyFormat, samples: readonly Sample[]): void {
  describe.each(variantsOf(samples))("$name", (sample) => {
    const { status, headers = {}, body } = sample;
    const answer = { status, headers, body };
    const sentBody = typeof body === "string" || body === undefined ? body : JSON.stringify(body);

    it.each([
      ["parsed", body],
      ["as text", sentBody],
      ["as bytes", sentBody === undefined ? undefined : new TextEncoder().encode(sentBody)],
    ])("decodes %s", (_, form) => {
      const error = format.decode({ status, headers, body: form }, { now });
      expect(seen(error)).toEqual(wanted(sample));
      const { at, ...received } = { ...error.received };
      expect(at).toBe(sample.name.includes("a date") ? now : undefined);
      expect(received).toEqual({
        status,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body,
        wire: format.name,
      });
    });

    it("is the same answer where a gateway passes it through", () => {
      const encoded = format.encode(format.decode(answer, { now }), { passThrough: true });
      expect(encoded.status).toBe(status);
      expect(JSON.stringify(encoded.body)).toBe(JSON.stringify(body));
      const sentAgain = new Headers(encoded.headers);
      for (const name of ["X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining"])
        if (new Headers(headers).has(name))
          expect(sentAgain.get(name)).toBe(new Headers(headers).get(name));
    });

    it.each(formats.filter(({ name }) => name !== format.name))(
      "has only members of $name when it is encoded for that",
      (other) => {
        const error = format.decode(answer, { now });
        const encoded = other.encode(error);
        const own = error.code === "unrecognized" ? undefined : sent(other.name, error.code);
        // What an unknown variant is made of is nobody's business but its readers'.
        if (sample.issues !== undefined) return;
        const possible = [own, ...fallbacks.map((code) => sent(other.name, code))].filter(
          (each) => each !== undefined,
        );
        const found = possible.map((each) => strays(encoded.body, each));
        expect(found.sort((a, b) => a.length - b.length)[0]).toEqual([]);
        expect(JSON.stringify(encoded)).not.toContain("x_unknown");
      },
    );
  });
}

const fallbacks = [
  "internal_error",
  "bad_request",
  "unauthorized",
  "forbidden",
  "not_found",
  "conflict",
  "rate_limited",
];

/** What an error shows. */
function seen(error: CatalogError): object {
  const { code, status, message, fields } = error.toJSON();
  const { receivedCode, ...others } = fields;
  const { inferred, issues = [] } = error;
  return {
    code,
    status,
    message,
    fields: others,
    inferred,
    receivedCode,
    issues: issues.map(({ path }) => path.join(".")),
  };
}

function wanted({
  code,
  status,
  as = status,
  message,
  fields = {},
  inferred,
  receivedCode,
  issues = [],
}: Sample): object {
  return {
    code,
    status: as,
    message: message ?? expect.any(String),
    fields,
    inferred,
    receivedCode,
    issues,
  };
}

/** Each sample as it is, and with members that no document names, at every depth. */
function variantsOf(samples: readonly Sample[]): readonly Sample[] {
  return samples.flatMap((sample) => {
    const { name, body, fields = {} } = sample;
    if (typeof body !== "object" || body === null) return [sample];
    const grown = withUnknown(body);
    // Fields that are objects hold what came with them; a map of lists has any name for a key already.
    const grownFields = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        isStructure(value) ? withUnknown(value) : value,
      ]),
    );
    return [
      sample,
      { ...sample, name: `${name}, with unknown members`, body: grown, fields: grownFields },
    ];
  });
}

function isStructure(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Object.values(value).some(Array.isArray);
}

function withUnknown(value: object): object {
  const members = Object.entries(value).map(([key, member]) => [
    key,
    isStructure(member) ? withUnknown(member) : member,
  ]);
  return {
    ...Object.fromEntries(members),
    x_unknown: { deep: [1, null, "x_unknown"] },
    x_unknown_null: null,
  };
}
