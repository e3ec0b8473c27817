import { load } from "js-yaml";
import { expect, it } from "vitest";
import { guidedAnswer } from "../../src/server/guidance-answer.js";
import { localeText } from "../check/rows/locales.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const meaning =
  "The **shelf** is _empty_, see `GET /shelf` in [the guide](https://shop.example/a_(b)).";
const texts = inCatalog({
  "catalog.yaml": headText(
    "docs: https://errors.example.com/{code}",
    "outputs: { typescript: ../src, site: ../site, openapi: ../openapi.yaml, json-schema: ../schema }",
  ),
  "errors/a.yaml": errorsText(
    entryText("sold_out", {
      meaning: JSON.stringify(meaning),
      causes: '["Somebody sent `<all>` & more."]',
      fixes:
        '["Ask [us](mailto:us@shop.example), *soon*.", "2 * 3 < 7, snake_case, \\\\[no](link)."]',
    }),
  ),
  "locales/de.yaml": localeText(
    'meaning: "Das **Regal** ist leer, siehe [hier](https://shop.example/de)."',
  ),
});

it("links, code and emphasis mean the same wherever a text is read", async () => {
  const place = workplace(texts);
  expect(await place.errdex(["check"])).toMatchObject({ code: 0, err: "" });
  expect((await place.errdex(["build"])).code).toBe(0);

  const html = place.read("site/sold_out.html");
  expect(html).toContain(
    '<p>The <strong>shelf</strong> is <em>empty</em>, see <code>GET /shelf</code> in <a href="https://shop.example/a_(b)" rel="noopener noreferrer">the guide</a>.</p>',
  );
  expect(html).toContain("<li>Somebody sent <code>&lt;all&gt;</code> &amp; more.</li>");
  expect(html).toContain(
    '<li>Ask <a href="mailto:us@shop.example" rel="noopener noreferrer">us</a>, <em>soon</em>.</li>',
  );
  expect(html).toContain("<li>2 * 3 &lt; 7, snake_case, [no](link).</li>");
  expect(place.read("site/de/sold_out.html")).toContain("<strong>Regal</strong>");
  const plain = "The shelf is empty, see GET /shelf in the guide.";
  expect(html).toContain(`<meta name="description" content="${plain}">`);
  expect(place.read("site/index.html")).toContain(`<p>${plain}</p>`);

  const markdown = place.read("site/sold_out.md");
  expect(markdown).toContain(
    "The **shelf** is *empty*, see `GET /shelf` in [the guide](https://shop.example/a_%28b%29).",
  );
  expect(markdown).toContain("- Ask [us](mailto:us@shop.example), *soon*.");
  expect(place.read("site/llms.txt")).toContain(plain);

  const { codes } = JSON.parse(place.read("site/index.json"));
  expect(codes[0]).toMatchObject({ meaning });
  const { components } = load(place.read("openapi.yaml")) as never as {
    readonly components: {
      readonly schemas: { readonly SoldOut: { readonly description: string } };
    };
  };
  expect(components.schemas.SoldOut.description).toContain("The **shelf** is *empty*");
  expect(place.read("schema/flat.producers.schema.json")).toContain(JSON.stringify(meaning));

  const module = place.read("src/index.ts");
  expect(module).toContain(
    "The **shelf** is *empty*, see `GET /shelf` in [the guide](https://shop.example/a_%28b%29).",
  );
  expect(module).toContain(" * - Somebody sent `<all>` & more.\n");
  expect(module).toContain(" * - 2 \\* 3 < 7, snake_case, \\[no\\]\\(link).\n");

  const explained = (await place.errdex(["explain", "sold_out"])).out;
  expect(explained).toContain(
    "The shelf is empty, see GET /shelf in the guide (https://shop.example/a_(b)).\n",
  );
  expect(explained).toContain("  - Ask us (mailto:us@shop.example), soon.\n");
  const json = JSON.parse((await place.errdex(["explain", "sold_out", "--format", "json"])).out);
  expect(json).toMatchObject({ meaning });
});

it("are what a server's guidance says, too", () => {
  const guidance = {
    title: "Out of stock",
    meaning,
    causes: ["Somebody sent `<all>` & more."],
    fixes: ["2 * 3 < 7, [no](javascript:alert)."],
    resolver: "user",
    retry: null,
  };
  const answer = { status: 409, headers: {}, body: undefined };
  const markdown = String(guidedAnswer(guidance, "sold_out", answer, false).body);
  expect(markdown).toContain(
    "The **shelf** is *empty*, see `GET /shelf` in [the guide](<https://shop.example/a_(b)>).",
  );
  expect(markdown).toContain("- Somebody sent `<all>` \\& more.");
  expect(markdown).toContain("1. 2 \\* 3 \\< 7, \\[no\\](javascript:alert).");
  const html = String(guidedAnswer(guidance, "sold_out", answer, true).body);
  expect(html).toContain(
    '<a href="https://shop.example/a_(b)" rel="noopener noreferrer">the guide</a>',
  );
  expect(html).toContain("<li>2 * 3 &lt; 7, [no](javascript:alert).</li>");
});
