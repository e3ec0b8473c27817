import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { run } from "../../src/cli/run.js";
import { root } from "../shipped-catalog.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { commitAll } from "../support/git.js";
import { runModule } from "../support/run-module.js";
import { typeCheck } from "../support/type-check.js";
import { recordingHost, type Workplace, workplace } from "../support/workplace.js";

const head = (name: string, ...more: readonly string[]) =>
  headText(
    `docs: https://errors.example.com/${name}/{code}`,
    "outputs: { typescript: ../src }",
    ...more,
  ).replace("catalog: shop", `catalog: ${name}`);

const platform = (...entries: readonly string[]) => ({
  "platform/catalog/catalog.yaml": head(
    "platform",
    "fallback: internal_error",
    "types: { Usage: { type: object, properties: { used: integer } } }",
  ),
  "platform/catalog/errors/a.yaml": errorsText(...entries),
});

const platformEntries = [
  entryText("auth_required", {
    status: "401",
    title: "Sign in",
    message: "Sign in first.",
    challenge: "{}",
  }),
  entryText("quota_exceeded", {
    status: "403",
    title: "Quota used up",
    message: '"{usage.used} are used."',
    fields: "{ usage: Usage }",
    examples: "[{ title: A case, fields: { usage: { used: 3 } } }]",
  }),
  entryText("internal_error", { status: "500", title: "Broken", message: "It broke." }),
];

const depotHead = (uses = "{ platform: ../../platform/catalog }") =>
  head(
    "depot",
    `uses: ${uses}`,
    "fallback: internal_error",
    "wire: problem",
    "roles: { unexpected: internal_error }",
    "infer: { 401: auth_required }",
  );

const two = {
  "package.json": "{}",
  ...platform(...platformEntries),
  "depot/catalog/catalog.yaml": depotHead(),
  "depot/catalog/errors/a.yaml": errorsText(entryText("out_of_stock")),
  "depot/catalog/operations.yaml":
    "operations:\n  place_order: { title: Place an order, codes: [out_of_stock, auth_required] }\n",
};

const folders = ["platform/catalog", "depot/catalog"];

/** Every module of the sources, by its path in the place. */
const sources = (place: Workplace) =>
  Object.fromEntries(
    place
      .files()
      .filter((path) => /\/src\/.*\.ts$/.test(path))
      .map((path) => [path, place.read(path)]),
  );

describe("a catalog that uses another", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = workplace(two);
    expect(await place.errdex(["build", ...folders])).toMatchObject({ code: 0 });
  });

  it("has one union of both, whose errors it writes and reads as the other's", async () => {
    const orders = await runModule({
      "main.ts": `
        import * as orders from "./depot/src/index.js";
        import * as platform from "./platform/src/index.js";
        import { catalog } from "./depot/src/server.js";
        const answer = orders.encode(platform.authRequired());
        const read = orders.decode(answer);
        const quota = orders.decode(orders.encode(orders.quotaExceeded({ usage: { used: 3 } })));
        export const result = {
          answer,
          isSame: orders.authRequired === platform.authRequired,
          guards: [platform.isPlatformError, orders.isDepotError].map((is) => is(read)),
          others: [orders.isDepotError(platform.internalError()), platform.isPlatformError(orders.outOfStock())],
          has: orders.hasCode(read, "auth_required"),
          quota: [quota.code, quota.usage, quota.message],
          again: platform.isPlatformError(orders.fromJSON(JSON.parse(JSON.stringify(quota)))),
          inferred: orders.decode({ status: 401, headers: {}, body: {} }).code,
          unexpected: catalog.roles.unexpected({}).code,
          owners: catalog.owners,
        };`,
      ...sources(place),
    });
    expect(orders.result).toEqual({
      answer: {
        status: 401,
        headers: {
          "Content-Type": "application/problem+json",
          "WWW-Authenticate": "Bearer",
        },
        body: {
          type: "https://errors.example.com/platform/auth_required",
          title: "Sign in",
          status: 401,
          detail: "Sign in first.",
        },
      },
      isSame: true,
      guards: [true, true],
      others: [true, false],
      has: true,
      quota: ["quota_exceeded", { used: 3 }, "3 are used."],
      again: true,
      inferred: "auth_required",
      unexpected: "internal_error",
      owners: {
        auth_required: "platform",
        internal_error: "platform",
        quota_exceeded: "platform",
      },
    });
  });

  it("compiles under strict, and refuses errors of a catalog that it does not use", () => {
    const texts = {
      ...sources(place),
      "use.ts": `
import { encode, match, type DepotError, outOfStock, quotaExceeded } from "./depot/src/index.js";
import { authRequired, type PlatformError } from "./platform/src/index.js";
import { encode as encodeOfPlatform } from "./platform/src/index.js";
encode(authRequired());
export declare const known: DepotError;
export const made: DepotError = quotaExceeded({ usage: { used: 3 } });
const both = (error: PlatformError): DepotError => error;
match(known, { auth_required: () => 1, internal_error: () => 2, quota_exceeded: ({ usage }) => usage.used, out_of_stock: () => 4 });
// @ts-expect-error a code without a handler
match(known, { auth_required: () => 1 });
// @ts-expect-error an error of a catalog that platform does not use
encodeOfPlatform(outOfStock());
export { both };
`,
    };
    expect(typeCheck(texts, `${process.cwd()}/test/in-memory`)).toEqual([]);
  });

  it("keeps what it takes in its ledger, and an upgrade that breaks its clients is a change of it", async () => {
    expect(await place.errdex(["release", ...folders])).toMatchObject({ code: 0 });
    expect(JSON.parse(place.read("depot/catalog/released.json"))).toMatchObject({
      uses: { platform: { version: "1.0.0" } },
      codes: { auth_required: { from: "platform", statuses: [401] } },
    });
    expect(await place.errdex(["diff", "released", ...folders])).toMatchObject({ code: 0 });
    place.write(
      platform(
        entryText("auth_required", {
          status: "403",
          title: "Sign in",
          message: "Sign in first.",
        }),
        platformEntries[2] as string,
      ),
    );
    const { code, out } = await place.errdex(["diff", "released", "depot/catalog"]);
    expect(out).toMatch(/auth_required.*401/s);
    expect(code).toBe(1);
    expect(out).toContain("quota_exceeded");
  });

  it("answers with the other's addresses, so that moving these is a change of it", async () => {
    await place.errdex(["release", ...folders]);
    const texts = platform(...platformEntries);
    place.write({
      ...texts,
      "platform/catalog/catalog.yaml": texts["platform/catalog/catalog.yaml"].replace(
        "errors.example.com/platform",
        "help.example.com/platform",
      ),
    });
    const { code, out } = await place.errdex(["diff", "released", "depot/catalog"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "The help pages of platform are at https://help.example.com/platform/{code} instead of https://errors.example.com/platform/{code}, and problem writes it.",
    );
    expect(out).toContain("docs-on-wire-changed");
  });

  it("is judged by errdex ci together with the other, at a commit and in the index", async () => {
    commitAll(place.folder);
    const judge = (...more: readonly string[]) =>
      place.errdex(["ci", "--base", "git:HEAD", "--format", "json", ...more]);
    expect(await judge()).toMatchObject({ code: 0 });
    // The other is as the base has it there, and as the work tree has it here.
    place.write(platform(...platformEntries.filter((text) => !text.includes("quota_exceeded"))));
    const { out } = await judge();
    const { findings } = JSON.parse(out) as {
      findings: readonly { rule: string; message: string }[];
    };
    const said = findings.map(({ message }) => message).join("\n");
    expect(said).toMatch(/quota_exceeded/);
    expect(findings.map(({ rule }) => rule)).not.toContain("code-twice");
    expect(await judge("--staged")).toMatchObject({ code: 0 });
  });

  it("is built again when the other changes, while it is watched", async () => {
    const { host, said, interrupt } = recordingHost(place.folder);
    const ended = run(["build", "--watch", "depot/catalog"], host);
    onTestFinished(async () => {
      interrupt.abort();
      await ended;
    });
    const patience = { timeout: 30_000, interval: 40 };
    await vi.waitFor(
      () => expect(said.err).toContain("Watching depot/catalog, platform/catalog"),
      patience,
    );
    place.write(platform(...platformEntries, entryText("late", { title: "Late" })));
    await vi.waitFor(
      () => expect(place.read("depot/src/index.ts")).toContain("  late,\n"),
      patience,
    );
  }, 60_000);

  it("is covered where the other is too: what is raised of its codes counts there", async () => {
    place.write({
      "app/a.ts": `
import { authRequired, outOfStock, quotaExceeded } from "../depot/src/index.js";
export function placeOrder(is: boolean) {
  if (is) throw authRequired();
  if (!is) throw outOfStock();
  throw quotaExceeded({ usage: { used: 3 } });
}
export const asks = ({ code }: { code: string }) => code === "auth_required";
`,
    });
    const both = ["--catalog", "depot/catalog", "--catalog", "platform/catalog"];
    const { out } = await place.errdex(["coverage", "app", ...both, "--format", "json"]);
    const { catalogs } = JSON.parse(out);
    const raised = (index: number) =>
      catalogs[index].codes
        .filter((each: { raised: unknown[] }) => each.raised.length > 0)
        .map(({ code }: { code: string }) => code);
    expect([raised(0), raised(1)]).toEqual([["out_of_stock"], ["auth_required", "quota_exceeded"]]);
    const { out: text } = await place.errdex(["coverage", "app", ...both]);
    expect(text).toContain("does not declare quota_exceeded");
    expect(text).not.toContain("does not declare auth_required");
  });

  it("explains a code by its name, and by that of the catalog whose it is", async () => {
    const shown = async (word: string) =>
      (await place.errdex(["explain", word, "--catalog", "depot/catalog"])).out;
    expect(await shown("auth_required")).toContain("https://errors.example.com/platform/");
    expect(await shown("platform/auth_required")).toBe(await shown("auth_required"));
    expect(await shown("depot/out_of_stock")).toBe(await shown("out_of_stock"));
    expect(await shown("depot/auth_required")).toBe(await shown("auth_required"));
    expect(await shown("platform/out_of_stock")).toBe("");
  });

  it("links to the pages of the other", async () => {
    await place.errdex(["docs", "depot/catalog", "--out", "site"]);
    expect(place.files("site").filter((path) => path.includes("auth_required"))).toEqual([]);
    expect(place.read("site/index.md")).toContain(
      "[Sign in](https://errors.example.com/platform/auth_required)",
    );
    expect(place.read("site/index.html")).toContain(
      'href="https://errors.example.com/platform/auth_required"',
    );
  });
});

/** The platform as an installed package. */
const installed = (exports: unknown) => ({
  "node_modules/@acme/platform/package.json": JSON.stringify({
    name: "@acme/platform",
    errdex: "catalog",
    exports,
  }),
  ...Object.fromEntries(
    Object.entries(platform(...platformEntries)).map(([path, text]) => [
      path.replace("platform/", "node_modules/@acme/platform/"),
      text,
    ]),
  ),
});

describe("a used catalog is refused", () => {
  it.each<readonly [why: string, texts: Readonly<Record<string, string>>, said: string]>([
    [
      "that is not installed",
      { "depot/catalog/catalog.yaml": depotHead('{ platform: "@acme/platform" }') },
      "The package @acme/platform is not installed.",
    ],
    [
      "whose package has no catalog",
      {
        "depot/catalog/catalog.yaml": depotHead('{ platform: "@acme/platform" }'),
        "node_modules/@acme/platform/package.json": '{ "name": "@acme/platform" }',
      },
      "has no key `errdex`",
    ],
    [
      "whose package has another folder",
      {
        "depot/catalog/catalog.yaml": depotHead('{ platform: "@acme/platform" }'),
        "node_modules/@acme/platform/package.json":
          '{ "name": "@acme/platform", "errdex": "../../../platform/catalog" }',
      },
      "is not in its package",
    ],
    [
      "whose package was published before it was built",
      {
        "depot/catalog/catalog.yaml": depotHead('{ platform: "@acme/platform" }'),
        ...installed({ ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } }),
      },
      "@acme/platform was never built: its package has no dist/index.d.ts and no dist/index.js",
    ],
    [
      "whose package does not export its module",
      {
        "depot/catalog/catalog.yaml": depotHead('{ platform: "@acme/platform" }'),
        ...installed({ "./errors": "./dist/index.js" }),
        "node_modules/@acme/platform/dist/index.js": "",
      },
      'Nobody can import @acme/platform: its package.json does not export "."',
    ],
    [
      "that uses this one",
      {
        "platform/catalog/catalog.yaml": head(
          "platform",
          "fallback: internal_error",
          "uses: { depot: ../../depot/catalog }",
        ),
      },
      "in a circle: depot/catalog → platform/catalog → depot/catalog",
    ],
    [
      "out of the repository",
      { "depot/catalog/catalog.yaml": depotHead("{ platform: ../../../platform }") },
      "There is no folder ../../../platform.",
    ],
    [
      "that is no name of a package",
      { "depot/catalog/catalog.yaml": depotHead('{ platform: "a b" }') },
      "is neither a package nor a folder",
    ],
  ])("%s", async (_, texts, said) => {
    const place = workplace({ ...two, ...texts });
    const { code, out } = await place.errdex(["check", "depot/catalog"]);
    expect(code).toBe(1);
    expect(out).toContain("uses-unreadable");
    expect(out).toContain(said);
  });

  it("of which two versions meet", async () => {
    const gateway = {
      "gateway/catalog/catalog.yaml": head(
        "gateway",
        "uses: { depot: ../../depot/catalog, platform: ../../newer/catalog }",
        "fallback: internal_error",
      ),
      "gateway/catalog/errors/a.yaml": "category: orders\nerrors: {}\n",
    };
    const newer = Object.fromEntries(
      Object.entries(platform(...platformEntries)).map(([path, text]) => [
        path.replace("platform/", "newer/"),
        text,
      ]),
    );
    const place = workplace({ ...two, ...gateway, ...newer });
    const { code, out } = await place.errdex(["check", "gateway/catalog"]);
    expect(code).toBe(1);
    expect(out).toContain('There are two of the catalog "platform"');
  });
});

it("a catalog without a code of its own has the roles of the one that it uses", async () => {
  const place = workplace({
    "package.json": "{}",
    ...platform(...platformEntries),
    "platform/catalog/catalog.yaml": head(
      "platform",
      "fallback: internal_error",
      "infer: { 401: auth_required }",
      "roles: { unexpected: internal_error }",
      "types: { Usage: { type: object, properties: { used: integer } } }",
    ),
    "shop/catalog/catalog.yaml":
      "catalog: shop\ntitle: Errors of the shop\nversion: 1.0.0\ncategories: {}\nuses: { platform: ../../platform/catalog }\noutputs: { typescript: ../src }\n",
  });
  expect(await place.errdex(["build", "platform/catalog", "shop/catalog"])).toMatchObject({
    code: 0,
  });
  const { result } = await runModule({
    "main.ts": `
      import { decode, isShopError } from "./shop/src/index.js";
      import { catalog } from "./shop/src/server.js";
      const read = decode({ status: 401, headers: {}, body: {} });
      export const result = [read.code, isShopError(read), catalog.roles.unexpected({}).code, catalog.fallback().code];`,
    ...sources(place),
  });
  expect(result).toEqual(["auth_required", true, "internal_error", "internal_error"]);
});

it("a package that is linked is found through its package.json, and imported by its name", async () => {
  const place = workplace({
    ...two,
    "depot/catalog/catalog.yaml": depotHead('{ platform: "@acme/platform" }'),
    "platform/package.json": '{ "name": "@acme/platform", "errdex": "catalog" }',
    "node_modules/@acme/.keep": "",
  });
  symlinkSync(join(place.folder, "platform"), join(place.folder, "node_modules/@acme/platform"));
  expect(await place.errdex(["build", ...folders])).toMatchObject({ code: 0 });
  expect(place.read("depot/src/index.ts")).toContain('} from "@acme/platform";');
  place.write({
    "platform/catalog/errors/b.yaml": errorsText(entryText("late", { title: "Late" })),
  });
  expect(await place.errdex(["build", "--check", "depot/catalog"])).toMatchObject({ code: 1 });
});

it("adds nothing to a bundle that raises one code of it", async () => {
  const codes = Array.from({ length: 300 }, (_, index) =>
    entryText(`code_${index}`, { title: `Title number ${index}`, message: `Message ${index}.` }),
  );
  const place = workplace({
    ...two,
    ...platform(...platformEntries, ...codes),
  });
  expect(await place.errdex(["build", ...folders])).toMatchObject({ code: 0 });
  const sizeOf = async (name: string) => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { code7 } from "./${name}/src/index.ts"; console.log(code7());`,
        resolveDir: place.folder,
      },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      alias: { "errdex/generated": `${root}src/runtime/generated.ts` },
    });
    return outputFiles[0]?.contents.length ?? 0;
  };
  const [theirs, ours] = [await sizeOf("platform"), await sizeOf("depot")];
  expect(theirs).toBeLessThan(10_000);
  expect(ours).toBe(theirs);
});
