import { expect, it } from "vitest";
import { emitTypeScript } from "../../src/emit/typescript/emit-typescript.js";
import type { CatalogError } from "../../src/runtime/catalog-error.js";
import type { AnyWireFormat } from "../../src/wire/running-catalog.js";
import {
  catalogOf,
  entryText,
  errorsText,
  headText,
  lines,
  soundCatalogOf,
} from "../support/catalog-of.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";

const catalog = soundCatalogOf({
  "catalog.yaml": headText(
    "docs: https://shop.example/errors/{code}",
    "fallback: too_late",
    "type: { address: 'urn:shop:{category}:{code}', also: ['https://old.example/{code}'] }",
    "context: { trace_id: string, attempt?: integer, instance?: string }",
  ),
  "errors/orders.yaml": errorsText(
    entryText("sold_out", {
      fields: "{ count: integer }",
      examples: "[{ title: Some, fields: { count: 2 } }]",
    }),
    entryText("gone", { status: "410", title: "Gone", message: "It is gone." }),
    entryText("too_late", { status: "410", title: "Too late", message: "It is too late." }),
  ),
  "wire/list.yaml": lines(
    "wire: list",
    "body:",
    "  errors: { $each: error, code: $code, text: $message, count?: $count }",
    "  trace: $context.trace_id",
    "  attempt?: $context.attempt",
    "success: [{ ok: true }]",
    "codes: { gone: { body: { code: $code, text: $message } } }",
  ),
  "wire/typed.yaml": lines("wire: typed", 'body: { type: $type, "*": $fields }'),
});

const files = Object.fromEntries(emitTypeScript(catalog).map(({ path, text }) => [path, text]));

interface ShopModule {
  soldOut(fields: { count: number }, options?: object): CatalogError;
  tooLate(options?: object): CatalogError;
  gone(options?: object): CatalogError;
  fromJSON(json: unknown): CatalogError;
}

const entry = 'export * from "./index.js";\nexport * from "./wire.js";\n';
const made = (await runModule({ "all.ts": entry, ...files })) as unknown as ShopModule &
  Record<
    "list" | "typed" | "problem" | "flat",
    AnyWireFormat & { isError(answer: object): boolean }
  >;
const { soldOut, tooLate, gone, list, typed, problem, fromJSON } = made;

const body = {
  errors: [
    { code: "sold_out", text: "None.", count: 2 },
    { code: "too_late", text: "Late." },
    { code: "other", text: "What?" },
  ],
  trace: "t1",
};

it("reads the errors beside an error, and what belongs to the answer", () => {
  const error = list.decode({ status: 409, body }) as CatalogError;
  expect(error).toMatchObject({ code: "sold_out", count: 2, context: { trace_id: "t1" } });
  expect(error.others?.map(({ code, message }) => [code, message])).toEqual([
    ["too_late", "Late."],
    ["unrecognized", "What?"],
  ]);
});

it("carries them over as JSON", () => {
  const error = fromJSON(JSON.parse(JSON.stringify(list.decode({ status: 409, body }))));
  expect(error).toMatchObject({ code: "sold_out", context: { trace_id: "t1" } });
  expect(error.others?.map(({ code }) => code)).toEqual(["too_late", "unrecognized"]);
});

it("writes the others of a constructor, and the errors of an AggregateError", () => {
  const context = { trace_id: "t2", attempt: 3 };
  const wanted = {
    errors: [
      { code: "sold_out", text: "Nothing is left.", count: 1 },
      { code: "too_late", text: "It is too late." },
    ],
    trace: "t2",
    attempt: 3,
  };
  const one = soldOut({ count: 1 }, { others: [tooLate()] });
  expect(list.encode(one, { context }).body).toEqual(wanted);
  const both = new AggregateError([soldOut({ count: 1 }), new Error("no"), tooLate()]);
  const answer = list.encode(both as never, { context });
  expect(answer).toMatchObject({ status: one.status });
  expect(answer.body).toEqual(wanted);
});

it("writes others that nobody recognized only as they came, and none into a body of another", () => {
  const error = list.decode({ status: 409, body });
  expect(list.encode(error, { passThrough: "text" }).body).toEqual(body);
  const codes = (answer: { body: unknown }) =>
    (answer.body as typeof body).errors.map(({ code }) => code);
  expect(codes(list.encode(error))).toEqual(["sold_out", "too_late"]);
  const both = [soldOut({ count: 1 }), gone(), tooLate()];
  expect(codes(list.encode(new AggregateError(both) as never))).toEqual(["sold_out", "too_late"]);
  const first = gone({ others: [tooLate()] });
  expect(list.encode(first).body).toEqual({ code: "gone", text: "It is gone." });
});

it("writes the context that an error arrived with, unless another is given", () => {
  const error = list.decode({ status: 409, body });
  expect(list.encode(error).body).toMatchObject({ trace: "t1" });
  expect(list.encode(error, { context: { trace_id: "t3" } }).body).toMatchObject({ trace: "t3" });
});

it("writes and reads the instance of a problem", () => {
  const { body: written } = problem.encode(tooLate(), { context: { instance: "/orders/7" } });
  expect(written).toMatchObject({ type: "urn:shop:orders:too_late", instance: "/orders/7" });
  expect(problem.decode({ status: 410, body: written })).toMatchObject({
    code: "too_late",
    context: { instance: "/orders/7" },
  });
});

it.each(["flat", "problem"] as const)("%s writes and reads every value of the request", (name) => {
  const context = { trace_id: "t1", attempt: 2, instance: "/orders/7" };
  const answer = made[name].encode(soldOut({ count: 1 }), { context });
  expect(answer.body).toMatchObject({ ...context, count: 1 });
  expect(made[name].decode(answer)).toMatchObject({ code: "sold_out", count: 1, context });
  // One that nobody gives is absent, and one of another type is left out.
  const { body: none } = made[name].encode(tooLate());
  expect(Object.keys(none as object)).not.toContain("trace_id");
  const odd = made[name].decode({ status: 410, body: { ...(none as object), attempt: "two" } });
  expect(odd).toMatchObject({ code: "too_late" });
  expect(odd).not.toHaveProperty("context.attempt");
});

it("a built-in format leaves a value out that is called like a field, or like a member of its own", async () => {
  const { catalog: clashing } = catalogOf({
    "catalog.yaml": headText("context: { count: integer, title: string, trace_id: string }"),
    "errors/orders.yaml": errorsText(
      entryText("sold_out", {
        fields: "{ count: integer }",
        examples: "[{ title: Some, fields: { count: 2 } }]",
      }),
    ),
  });
  if (clashing === undefined) throw new Error("There is no catalog.");
  const own = Object.fromEntries(emitTypeScript(clashing).map(({ path, text }) => [path, text]));
  const shop = (await runModule({ "all.ts": entry, ...own })) as unknown as typeof made;
  const context = { count: 7, title: "T", trace_id: "t" };
  const error = shop.soldOut({ count: 1 });
  const base = { message: "Nothing is left.", error: "sold_out", count: 1 };
  expect(shop.flat.encode(error, { context }).body).toEqual({ ...base, title: "T", trace_id: "t" });
  expect(shop.problem.encode(error, { context }).body).toMatchObject({
    title: "Out of stock",
    trace_id: "t",
    count: 1,
  });
});

it("keeps a known code with broken fields where it is asked to", () => {
  const broken = { errors: [{ code: "sold_out", text: "None." }], trace: "t" };
  const refused = list.decode({ status: 409, body: broken });
  expect(refused.code).toBe("unrecognized");
  expect(refused.issues?.[0]).toEqual({ message: "expected the fields of sold_out", path: [] });
  const kept = list.decode({ status: 409, body: broken }, { lenient: true } as never);
  expect(kept.code).toBe("sold_out");
  expect(kept.issues).toEqual([{ message: "expected a value", path: ["count"] }]);
  const asText = { errors: [{ code: "sold_out", text: "None.", count: "7" }], trace: "t" };
  expect(list.decode({ body: asText }, { lenient: true } as never)).toMatchObject({ count: 7 });
});

it("tells errors from successes", () => {
  expect(list.isError({ status: 200, body: { ok: true } })).toBe(false);
  expect(list.isError({ status: 200, body })).toBe(true);
  expect(list.isError({ status: 503, body: "<html>" })).toBe(true);
  expect(list.isError({ status: 204 })).toBe(false);
});

it("writes types by their own address, and reads those of earlier years", () => {
  const { body: written } = typed.encode(tooLate());
  expect(written).toEqual({ type: "urn:shop:orders:too_late" });
  for (const type of ["urn:shop:orders:too_late", "https://old.example/too_late"])
    expect(typed.decode({ status: 410, body: { type } }).code).toBe("too_late");
});

it("has types for all of it", () => {
  const user = `import { soldOut, tooLate } from "./index.js";
import { list, typed } from "./wire.js";
const error = list.decode({ status: 409 });
for (const other of error.others ?? []) {
  if (other.code === "sold_out") { const count: number = other.count; void count; }
  if (other.code === "unrecognized") { const spelled: string | undefined = other.receivedCode; void spelled; }
}
const trace: string | undefined = error.context?.trace_id;
if (error.code === "sold_out") { const count: number = error.count; void count; }
const kind = list.decode({ status: 409 }, { lenient: true });
if (kind.code === "sold_out") {
  const count: number | undefined = kind.count;
  // @ts-expect-error it may be absent
  const sure: number = kind.count;
  void [count, sure];
}
list.encode(soldOut({ count: 1 }, { others: [tooLate()] }), { context: { trace_id: "t" } });
list.encode(new AggregateError([tooLate()]));
// @ts-expect-error the catalog declares no such value
list.encode(tooLate(), { context: { trace: "t" } });
// @ts-expect-error nothing of the request belongs to this format
typed.decode({}).context?.trace_id;
const isError: boolean = typed.isError({ status: 200 });
void [trace, isError];
`;
  expect(typeErrors({ "user.ts": user, ...files })).toEqual([]);
});
