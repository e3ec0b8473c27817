import { expect, it } from "vitest";
import { loadCatalog } from "../../src/load/load-catalog.js";

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Every key of every file, in JSON, which is YAML. */
const whole: Readonly<Record<string, Json>> = {
  "catalog.yaml": {
    ...{ catalog: "shop", title: "Shop", version: "1.0.0", wire: "flat", fallback: "late" },
    docs: "https://errors.example.com/{code}",
    categories: { orders: "Orders" },
    types: {
      A: {
        type: "object",
        properties: { a: "string" },
        required: ["a"],
        additionalProperties: true,
      },
      B: { type: "array", items: "string", minItems: 1, maxItems: 2 },
      C: { enum: ["a"] },
      D: { const: 1 },
      E: { oneOf: ["string", "integer"] },
      F: { type: ["string", "null"], format: "uri", minLength: 1, maxLength: 2, description: "F" },
      G: { type: "integer", minimum: 1, maximum: 2 },
    },
    infer: { "404": "late" },
    allow: [{ rule: "missing-title", codes: ["late"], reason: "No." }],
    rules: { "missing-title": "off" },
    suppress: [{ change: "code-added", codes: ["late"], reason: "No.", until: "1.0.0" }],
    outputs: { typescript: "../src/errors" },
  },
  "errors/a.yaml": {
    category: "orders",
    errors: {
      late: {
        ...{ status: [409], title: "Late", message: ["Late."], meaning: "It is late." },
        ...{ causes: ["Time."], fixes: ["Run."], resolver: "user", retry: "after", delay: "wait" },
        headers: { "X-A": "a" },
        challenge: { error: "e", scheme: "Bearer", scope: "s" },
        never_sent: false,
        stack: true,
        fields: { wait: { type: "integer", internal: false, secret: false } },
        examples: [{ title: "A case", status: 409, fields: { wait: 1 } }],
        since: "1.0.0",
        name: "late",
        deprecated: { since: "1.0.0", replaced_by: "other", reason: "No." },
        retired: { since: "1.0.0" },
      },
    },
  },
  "operations.yaml": {
    groups: { all: ["late"] },
    operations: {
      buy: { title: "Buy", method: "GET", path: "/buy", codes: ["late"], groups: ["all"] },
    },
  },
  "wire/v.yaml": {
    ...{ wire: "v", title: "V", revision: "1", source: "s", media: "a/b", status: 400 },
    ...{ spelling: "same", rest: "spell", body: { a: "$code" }, accepts: [{ a: "$code" }] },
    headers: { A: "$code" },
    row: { a: 1 },
    codes: {
      late: { code: "X", also: ["Y"], status: [400], assumed: true, body: {}, omits: ["a"], b: 1 },
    },
    folds: { other: "late" },
    infer: { "404": "late" },
    omits: ["a"],
  },
};

const wrong: readonly Json[] = [null, "", "x", -1, 0.5, true, [], [[]], [null], [{}], {}, { a: 1 }];

function* variants(value: Json): Generator<Json> {
  yield* wrong;
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const each of variants(item)) yield value.with(index, each);
  else if (typeof value === "object")
    for (const [key, member] of Object.entries(value ?? {}))
      for (const each of variants(member)) yield { ...value, [key]: each };
}

it.each(Object.keys(whole))(
  "%s with a value of the wrong kind anywhere is refused in our words",
  (path) => {
    const others = Object.entries(whole).map(([name, value]) => ({
      ...{ path: name, shownPath: name },
      content: JSON.stringify(value),
    }));
    for (const value of variants(whole[path] ?? null)) {
      const content = JSON.stringify(value);
      const files = others.map((file) => (file.path === path ? { ...file, content } : file));
      for (const { rule, message } of loadCatalog(files).diagnostics) {
        if (rule !== "wrong-type") continue;
        expect(message).toMatch(/^(Expected .+, found .+|The .+)\.$/);
        expect(message).not.toMatch(/Invalid|Too |undefined|expected|Expected .*Expected/);
      }
    }
  },
);
