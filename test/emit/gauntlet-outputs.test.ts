import { describe, expect, it } from "vitest";
import { emitFixtures } from "../../src/emit/fixtures/emit-fixtures.js";
import { emitSite } from "../../src/emit/site/emit-site.js";
import { emitTypeScript, emitZod } from "../../src/emit/typescript/emit-typescript.js";
import { runModule } from "../support/run-module.js";
import { typeErrors } from "../support/type-check.js";
import { gauntletFormats } from "./gauntlet-catalogs.js";

const named = (name: string) => {
  const found = gauntletFormats.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no format ${name}.`);
  return found;
};

interface Fixtures {
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;
  responseOf(answer: object): Response;
}

describe.each(gauntletFormats)("the outputs of $name", ({ catalog, format, wire }) => {
  it("have fixtures that a client reads as they say", async () => {
    const files = emitFixtures(catalog).filter(({ path }) => path.endsWith(".js"));
    const modules = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    const first = { "all.js": 'export * from "./index.js";' };
    const { answers, responseOf } = (await runModule({
      ...first,
      ...modules,
    })) as unknown as Fixtures;
    const all = Object.values(answers[format.name.value] ?? {}).flat();
    const wrong: string[] = [];
    for (const answer of all as readonly { readAs: string; title: string }[]) {
      const response = responseOf(answer);
      const { status, headers } = response;
      const { code } = wire.decode({ status, headers, body: await response.text() });
      if (code !== answer.readAs) wrong.push(`${answer.title}: ${code} ≠ ${answer.readAs}`);
    }
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
  });

  it("have pages with every answer as it is sent", () => {
    const pages = emitSite(catalog, { script: "", search: "", style: "" });
    const html = pages.filter(({ path }) => path.endsWith(".html")).map(({ text }) => text);
    expect(html.some((text) => text.includes("HTTP/1.1"))).toBe(true);
    expect(html.join("")).not.toContain("[object Object]");
  });
});

it("the page of a code shows XML, forms and lines of text as they are sent", () => {
  const markdown = (name: string) =>
    emitSite(named(name).catalog, { script: "", search: "", style: "" })
      .filter(({ path }) => path.endsWith(".md"))
      .map(({ text }) => text)
      .join("\n");
  expect(markdown("aws-s3-xml")).toMatch(/^ *<Error><Code>NoSuchKey<\/Code>/m);
  expect(markdown("oauth2-redirect")).toMatch(/^ *error=access_denied&/m);
  expect(markdown("legacy-text")).toMatch(/^ *ERR 1042 /m);
  const html = emitSite(named("aws-s3-xml").catalog, { script: "", search: "", style: "" })
    .map(({ text }) => text)
    .join("\n");
  expect(html).toContain('<span class="hljs-name">Error</span>');
});

it.each(["graphql", "aws-s3-xml"])("the schemas of zod of %s compile beside the module", (name) => {
  const { catalog } = named(name);
  const files = [...emitTypeScript(catalog, {}), ...emitZod(catalog, {})];
  expect(typeErrors(Object.fromEntries(files.map(({ path, text }) => [path, text])))).toEqual([]);
});

it("pages of a format that answers 200 to everything do not ask the status", () => {
  const text = (name: string) =>
    emitSite(named(name).catalog, { script: "", search: "", style: "" })
      .filter(({ path }) => path.endsWith(".md"))
      .map((page) => page.text)
      .join("\n");
  expect(text("slack")).toContain("decode(await readResponse(response.clone()))");
  expect(text("slack")).not.toContain("response.ok");
  expect(text("aws-s3-xml")).toContain("if (response.ok) return response;");
});
