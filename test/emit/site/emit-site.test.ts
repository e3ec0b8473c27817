import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { readSiteAssets } from "../../../src/disk/read-site-assets.js";
import { emitSite } from "../../../src/emit/site/emit-site.js";
import { relatedCodes } from "../../../src/emit/site/related-codes.js";
import { siteLanguages } from "../../../src/emit/site/site-languages.js";
import { type Site, siteOf } from "../../../src/emit/site/site-model.js";
import { emitTypeScript } from "../../../src/emit/typescript/emit-typescript.js";
import type { Catalog } from "../../../src/model/catalog.js";
import { englishWords } from "../../../src/model/site-words.js";
import { root, shippedCatalog, shippedEntries } from "../../shipped-catalog.js";
import { entryText, errorsText, headText, soundCatalogOf } from "../../support/catalog-of.js";
import { noAssets } from "../../support/no-assets.js";
import { hostile, siteCatalog } from "../../support/site-catalog.js";
import { typeCheck } from "../../support/type-check.js";

const assets = await readSiteAssets();
const shipped = filesOf(emitSite(shippedCatalog, assets));
const sample = filesOf(emitSite(siteCatalog(), assets));

function filesOf(files: ReturnType<typeof emitSite>): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, text }) => [path, text]));
}

const ownSite = (catalog: Catalog): Site => {
  const [own] = siteLanguages(catalog);
  if (own === undefined) throw new Error("A site has a language.");
  return siteOf(catalog, own);
};
const languages = 1 + shippedCatalog.locales.length;
const page = (path: string, files = sample): string => files.get(path) ?? "";
const packed = (text: string) => gzipSync(text, { level: 9 }).length;
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

describe("the files of a site", () => {
  it("are a page and a twin for each code, an index, and what machines read", () => {
    const codes = [
      "bare",
      "client_gone",
      "forgotten",
      "gone",
      "hostile",
      "late",
      "sold_out",
      "told_twice",
    ];
    expect([...sample.keys()].sort()).toEqual(
      [
        ...codes.flatMap((code) => [`${code}.html`, `${code}.md`]),
        ...["404.html", "index.html", "index.json", "index.md", "llms.txt"],
        ...["search-index.js", "search.js", "site.css", "site.js", "site.svg"],
      ].sort(),
    );
  });

  it.each([
    ["https://errors.example.com/shop/{code}", "late.html", ""],
    ["https://errors.example.com/shop/{code}.html", "late.html", ""],
    ["https://errors.example.com/shop/{code}/", "late/index.html", "../"],
  ])("are where the address %s leads, and link to each other from there", (docs, path, up) => {
    const files = filesOf(emitSite(siteCatalog(docs), noAssets));
    const text = page(path, files);
    expect(text).toContain(`<link rel="canonical" href="${docs.replace("{code}", "late")}">`);
    expect(text).toContain(`href="${up}site.css"`);
    expect(text).toContain(`href="${up}${path.replace("late", "sold_out")}"`);
    expect(page("404.html", files)).toContain('href="/shop/site.css"');
    expect(page("llms.txt", files)).toContain("https://errors.example.com/shop/late.md");
  });

  it("lead to files that there are", () => {
    for (const files of [shipped, sample]) {
      const broken = [...files].flatMap(([path, text]) => {
        if (!/\.(html|md)$/.test(path) || path.endsWith("404.html")) return [];
        const links = [
          ...text.matchAll(/(?:href|src|action|data-index)="([^"]*)"|\]\((\.\/[^)]*)\)/g),
        ];
        return links
          .map(([, html, markdown]) => html ?? markdown ?? "")
          .filter((link) => !/^(https:|#)/.test(link))
          .map((link) => posix.join(posix.dirname(path), link.replace(/#.*$/, "")))
          .filter((link) => !files.has(link))
          .map((link) => `${path}: ${link}`);
      });
      expect(broken).toEqual([]);
    }
  });

  it("need nothing but themselves: no script, style or picture in a page, and none from elsewhere", () => {
    for (const [path, text] of [...shipped, ...sample]) {
      if (!path.endsWith(".html")) continue;
      expect(text.match(/<script/g)?.length, path).toBe(1);
      const tags = text.replace(/="[^"]*"/g, "=");
      expect(tags, path).not.toMatch(/<style|<[a-z][^>]*\s(style|on\w+)=|<iframe/i);
      const outside = [...text.matchAll(/(?:src|href|action)="(?:https?:|data:|\/\/)[^"]*"/g)];
      const canonical = text.includes('rel="canonical"') ? 1 : 0;
      expect(outside.length, path).toBe(canonical);
    }
    expect(assets.style).not.toMatch(/url\(|@import/);
  });

  it("are small: a page within 15 kB, its script within 4 kB, that of the search within 11.5 kB, compressed", () => {
    const style = packed(assets.style);
    const heavy = [...shipped]
      .filter(([path]) => path.endsWith(".html"))
      .map(([path, text]) => [path, packed(text) + style] as const)
      .filter(([, size]) => size > 15_000);
    expect(heavy).toEqual([]);
    expect(packed(assets.script)).toBeLessThanOrEqual(4000);
    expect(packed(assets.search)).toBeLessThanOrEqual(11_500);
  });

  it("escape what a catalog says", () => {
    const html = page("hostile.html");
    expect(html).not.toMatch(/<img|alert\(1\)<\/script>\s*<script>/);
    expect(plain(/<h1>(.*)<\/h1>/.exec(html)?.[1] ?? "")).toBe(hostile);
    const markdown = page("hostile.md");
    const [, yaml = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
    expect(load(yaml)).toMatchObject({ title: hostile, code: "hostile", status: 409 });
    const outside = body.replace(/^(`{3,})[\s\S]*?^\1$/gm, "").replace(/(`+)[^`].*?\1/g, "");
    expect(outside).not.toMatch(/[{}<>]|:::/);
    const data: { errdexSearch?: { rows: readonly (readonly unknown[])[] } } = {};
    new Function("globalThis", page("search-index.js"))(data);
    expect(data.errdexSearch?.rows.find(([code]) => code === "hostile")?.[1]).toBe(hostile);
  });

  it("are the same however often they are written, with LF and without space at the ends of lines", () => {
    expect(filesOf(emitSite(siteCatalog(), assets))).toEqual(sample);
    for (const [path, text] of sample) {
      expect(text, path).not.toMatch(/\r/);
      expect(text.endsWith("\n"), path).toBe(true);
    }
  });
});

describe("the index", () => {
  it("says what the signs on it mean", () => {
    const [legend = ""] = /<dl class="legend".*?<\/dl>/s.exec(page("index.html", shipped)) ?? [];
    expect(plain(legend).replace(/\s+/g, " ").trim()).toBe(
      "4xxThe request has to change 5xxThe service is at fault Do not retry Retry after a delay Retry with pauses",
    );
    const [ofShop = ""] = /<dl class="legend".*?<\/dl>/s.exec(page("index.html")) ?? [];
    expect(plain(ofShop)).toContain("Retry with pauses");
  });
});

describe("the page of a code", () => {
  const glance = englishWords.facts;

  it("says the same in HTML and in Markdown", () => {
    for (const catalog of [shippedCatalog, siteCatalog()]) {
      const files = catalog === shippedCatalog ? shipped : sample;
      for (const { code, sections } of ownSite(catalog).pages) {
        const headings = sections.map(({ heading }) => heading);
        const html = [
          ...page(`${code}.html`, files).matchAll(/<h2 id="(?!contents)[^"]*">(.*?)<\/h2>/g),
        ];
        expect(html.map(([, heading = ""]) => plain(heading))).toEqual(headings);
        const markdown = [...page(`${code}.md`, files).matchAll(/^## (.*)$/gm)];
        const said = markdown.map(([, heading]) => heading).filter((each) => each !== glance);
        const fixes: readonly string[] = headings.filter((each) => each === englishWords.fixes);
        expect(said).toEqual([...fixes, ...headings.filter((each) => !fixes.includes(each))]);
      }
    }
  });

  it("says in Markdown first what to do", () => {
    const text = page("quota_exceeded.md", shipped);
    expect(text).toMatch(/\*\*Limit of the plan reached\*\*\n\n## What to try\n\n- Open the link/);
    expect(text.indexOf("## At a glance")).toBeLessThan(text.indexOf("## What it means"));
  });

  it("shows how to handle it in each wire format, as the format spells it and names its fields", () => {
    const tab = (file: string, format: string, files = shipped) =>
      plain(
        new RegExp(`<section class="tab" id="handle-${format}".*?</section>`, "s").exec(
          page(file, files),
        )?.[0] ?? "",
      );
    const pinArkive = tab("invalid_token.html", "pinarkive");
    expect(pinArkive).toContain("On the wire it is INVALID_API_KEY.");
    expect(pinArkive).toContain('import { pinarkive } from "errdex/image-hosting/client";');
    expect(pinArkive).toContain("pinarkive.decode(await readResponse(response))");
    expect(tab("invalid_token.html", "flat")).toContain("= decode(await readResponse(response))");
    const folded = tab("invalid_token.html", "img-pro");
    expect(folded).toContain("it is sent as unauthorized.");
    expect(folded).toContain('case "unauthorized":');
    expect(tab("forbidden.html", "pinarkive")).toContain("the status 403 says it.");
    // Picora does not send the action.
    expect(tab("quota_exceeded.html", "img-pro")).toContain("action: error.action");
    expect(tab("quota_exceeded.html", "picora")).not.toContain("error.action");
    expect(tab("sold_out.html", "vendor", sample)).toContain(
      'import { vendor } from "./shop-errors/client.js";',
    );
    expect(page("client_gone.html")).not.toContain('id="handle-');
    expect(page("invalid_token.md", shipped)).toContain(
      "- PinArkive: `pinarkive.decode`. On the wire it is `INVALID_API_KEY`.",
    );
  });

  it("shows several errors in one answer, where a format has a place for them", () => {
    const catalog = soundCatalogOf({
      "catalog.yaml": headText("wire: list"),
      "errors/a.yaml": errorsText(
        entryText("first", { title: "First problem" }),
        entryText("second", { title: "Second problem" }),
      ),
      "wire/list.yaml":
        "wire: list\nbody: { errors: { $each: error, code: $code, text: $message } }\n",
    });
    const files = filesOf(emitSite(catalog, noAssets));
    const text = page("first.md", files);
    expect(text).toContain("Several errors in one answer, `second` beside it:");
    const [, body = ""] =
      /`second` beside it:\n\n```http\n[\s\S]*?\n\n([\s\S]*?)\n```/.exec(text) ?? [];
    expect(JSON.parse(body).errors.map(({ code }: { code: string }) => code)).toEqual([
      "first",
      "second",
    ]);
    expect(text.match(/Several errors/g)?.length).toBe(1);
  });

  it("has a table of contents where it is long, which leads to its sections", () => {
    const text = page("rate_limited.html", shipped);
    const [contents = ""] = /<nav class="contents".*?<\/nav>/s.exec(text) ?? [];
    const links = [...contents.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links).toEqual([...text.matchAll(/<h2 id="(?!contents)([^"]*)"/g)].map(([, id]) => id));
    expect(page("gone.html")).not.toContain('class="contents"');
  });

  it("has all that is known of a code", () => {
    const text = plain(page("sold_out.html"));
    for (const said of [
      ...["409", "Conflict", "503", "Out of stock", "Retry after a delay", "sold_out"],
      ...[
        "The shop has none.",
        "Somebody else bought it.",
        "Order another.",
        "The person who uses it.",
      ],
      ...[
        "Yes, after the delay that the error carries.",
        "https://errors.example.com/shop/sold_out",
      ],
      ...[
        "A thing to sell.",
        "How many.",
        "at least 1",
        "at most 9",
        "secret: keep it out of logs",
      ],
      ...[
        "Flat JSON",
        "Problem details",
        "The vendor",
        "A cup",
        "A pot",
        "NO_STOCK, ",
        "OUT_OF_STOCK",
      ],
      ...["Buy a thing", "POST /orders/{id}", "HTTP/1.1 503 Service Unavailable", "Retry-After: 4"],
      ...['import { soldOut } from "./shop-errors/index.js";', "Replaceslate, told_twice"],
    ].map((each) => each.replace("NO_STOCK, ", "NO_STOCK")))
      expect(text).toContain(said);
    // What stays in the process is on no page.
    expect(text).not.toContain("trace");
  });

  it("says what goes out where a format folds a code", () => {
    expect(plain(page("late.html"))).toContain(
      "This format folds the code: it is sent as sold_out.",
    );
  });

  it("names at most six related codes that are in use", () => {
    const { pages, retired } = ownSite(shippedCatalog);
    const relatedTo = relatedCodes(shippedCatalog);
    const gone = new Set(retired.map(({ code }) => code));
    for (const { code } of pages) {
      const related = relatedTo(code);
      expect(related.length).toBeLessThanOrEqual(6);
      expect(new Set(related).size).toBe(related.length);
      expect(related.filter((each) => each === code || gone.has(each))).toEqual([]);
    }
    expect(relatedTo("rate_limited")).toEqual(
      expect.arrayContaining(["quota_exceeded", "plan_required"]),
    );
    expect(relatedCodes(siteCatalog())("late")[0]).toBe("sold_out");
  });

  it("is short where little is known, and keeps what ended", () => {
    expect(plain(page("bare.html"))).toContain(englishWords["page.short"]);
    expect(page("bare.html")).not.toMatch(/part-meaning|Do not retry/);
    expect(plain(page("late.html"))).toContain(
      "deprecated since version 1.0.0. One code is enough.",
    );
    expect(plain(page("told_twice.html"))).toContain(
      "ended with version 1.0.0. It was said twice.",
    );
    expect(plain(page("forgotten.html"))).toContain("ended with version 1.0.0.");
    expect(plain(page("gone.html"))).toContain("was in use up to version 0.9.0.");
    expect(plain(page("gone.html"))).toContain("Long gone");
    for (const code of ["told_twice", "forgotten", "gone"]) {
      expect(page(`${code}.html`)).not.toContain("part-raise");
      expect(page("index.html")).toContain(`href="${code}.html"`);
    }
  });

  it("says everything in the words of its language", () => {
    const catalog = siteCatalog();
    const { at } = catalog.name;
    const locale = {
      tag: { value: "xx", at },
      fileName: "xx",
      title: undefined,
      categories: new Map(),
      words: new Map(
        Object.entries(englishWords).map(([key, text]) => [key, { value: `«${text}»`, at }]),
      ),
      entries: new Map(),
      unreadable: new Set<string>(),
      statuses: new Map(),
    };
    const all = emitSite({ ...catalog, locales: [locale] }, assets);
    const files = filesOf(
      all.flatMap(({ path, text }) =>
        path.startsWith("xx/") ? [{ path: path.slice("xx/".length), text }] : [],
      ),
    );
    for (const path of ["index.html", "404.html", "late.html", "bare.html", "sold_out.html"]) {
      const text = page(path, files);
      expect(text).toContain('<html lang="xx">');
      const left = plain(text.replace(/«[^»]*»/g, ""));
      const own = ["Search errors", "What it means", "Who can mend it", "Copy", "All errors"];
      expect(own.filter((each) => left.includes(each))).toEqual([]);
    }
    expect(page("late.html", files)).toContain('hreflang="en" href="../late.html"');
    expect(page("late.html", files)).toContain(
      'href="https://errors.example.com/shop/xx/late.html"',
    );
    expect(page("404.html", files)).toContain('href="/shop/xx/site.css"');
  });

  it("shows code that compiles under strict, in every wire format", () => {
    const codesOf = ({ pages }: Site, folder: string) =>
      pages.flatMap(({ code, sections }) =>
        sections
          .flatMap(({ blocks }) => blocks)
          .flatMap((block) => (block.kind === "tabs" ? block.tabs : []))
          .flatMap(({ id, blocks }) =>
            blocks.flatMap((block): [string, string][] =>
              block.kind === "code" && block.code.language === "typescript"
                ? [[`${folder}${code}-${id}.ts`, block.code.text]]
                : [],
            ),
          ),
      );
    const own = codesOf(ownSite(shippedCatalog), "");
    expect(own.length).toBeGreaterThan(shippedEntries.length * 5);
    expect(typeCheck(Object.fromEntries(own))).toEqual([]);
    const modules = emitTypeScript(siteCatalog()).map(({ path, text }): [string, string] => [
      `in-memory/shop-errors/${path}`,
      text,
    ]);
    const others = codesOf(ownSite(siteCatalog()), "in-memory/");
    expect(others.length).toBeGreaterThan(10);
    expect(typeCheck(Object.fromEntries([...modules, ...others]), `${root}test`)).toEqual([]);
  });

  it("shows code that compiles where a wire format is called like something in it", () => {
    const catalog = soundCatalogOf({
      "catalog.yaml": headText("outputs: { typescript: ../src/shop-errors }"),
      "errors/a.yaml": errorsText(
        entryText("first", {
          retry: "after",
          fields: "{ wait?: { type: integer, minimum: 0 } }",
          delay: "wait",
        }),
      ),
      "wire/error.yaml": "wire: error\nbody: { error: $code, text: $message }\n",
      "wire/retry-delay.yaml": "wire: retry-delay\nbody: { problem: $code, text: $message }\n",
    });
    const code = filesOf(emitSite(catalog, noAssets)).get("first.html") ?? "";
    const snippets = [
      ...code.matchAll(/aria-label="TypeScript: Handle it"><code>(.*?)<\/code>/gs),
    ].map(([, text = ""], index): [string, string] => [`in-memory/${index}.ts`, plain(text)]);
    const modules = emitTypeScript(catalog).map(({ path, text }): [string, string] => [
      `in-memory/shop-errors/${path}`,
      text,
    ]);
    expect(snippets.map(([, text]) => text).join()).toContain("import { error as format }");
    expect(snippets.length).toBe(4);
    expect(typeCheck(Object.fromEntries([...modules, ...snippets]), `${root}test`)).toEqual([]);
  });

  it("shows code that compiles under strict, for every code", () => {
    const codes = [...shipped].flatMap(([path, text]) =>
      path.endsWith(".md")
        ? [...text.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(
            ([, code = ""], index): [string, string] => [`${path}-${index}.ts`, code],
          )
        : [],
    );
    expect(codes.length).toBe(shippedEntries.length * 2 * languages);
    expect(typeCheck(Object.fromEntries(codes))).toEqual([]);
  });

  it("shows code that compiles against a module in a folder, whatever a code needs", () => {
    const catalog = siteCatalog();
    const modules = emitTypeScript(catalog).map(({ path, text }): [string, string] => [
      `in-memory/shop-errors/${path}`,
      text,
    ]);
    const codes = [...sample].flatMap(([path, text]) =>
      [...text.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map(
        ([, code = ""], index): [string, string] => [`in-memory/${path}-${index}.ts`, code],
      ),
    );
    expect(codes.length).toBe(10);
    const complaints = typeCheck(Object.fromEntries([...modules, ...codes]), `${root}test`);
    expect(complaints).toEqual([]);
  });
});

describe("what machines read", () => {
  it("is an index of every code", () => {
    const index = JSON.parse(page("index.json"));
    expect(index).toMatchObject({ catalog: "shop", title: "Errors of the shop", version: "1.0.0" });
    const byCode = Object.fromEntries(
      (index.codes as { code: string }[]).map((each) => [each.code, each]),
    );
    expect(byCode.sold_out).toEqual({
      code: "sold_out",
      title: "Out of stock",
      statuses: [409, 503],
      category: "orders",
      retry: "after",
      resolver: "user",
      messages: ["There is no {product.id} left."],
      meaning: "The shop has none.",
      causes: ["Somebody else bought it."],
      fixes: ["Order another."],
      spellings: ["NO_STOCK", "OUT_OF_STOCK"],
      since: "1.0.0",
      deprecated: false,
      retired: false,
      replaced_by: null,
      type: "https://errors.example.com/shop/sold_out",
      page: "https://errors.example.com/shop/sold_out",
      markdown: "https://errors.example.com/shop/sold_out.md",
    });
    expect(byCode.late).toMatchObject({ deprecated: true, replaced_by: "sold_out" });
    expect(byCode.gone).toMatchObject({ retired: true, statuses: [], category: null });
  });

  it("is llms.txt: a heading, a summary, and lists of links", () => {
    const [title, , summary, , ...rest] = page("llms.txt", shipped).split("\n");
    expect(title).toBe("# Image hosting errors");
    expect(summary).toMatch(/^> .*Version \d+\.\d+\.\d+\.$/);
    for (const line of rest.filter((each) => each !== ""))
      expect(line).toMatch(/^## |^- \[[^\]]+\]\(https:\/\/[^)]+\)(: .*)?$/);
  });
});
