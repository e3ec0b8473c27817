/** Codes that are given another meaning, those that are only said better, and those that come back. */
import { describe, expect, it } from "vitest";
import { suppress } from "../../src/diff/accepted-changes.js";
import { bumpOf, isRefused } from "../../src/diff/changes/change.js";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { type CatalogTexts, catalogOf, entryText, shown } from "../support/catalog-of.js";
import { contractFrom, entries, readCatalog, released } from "./compared.js";

type Texts = readonly [title: string, message: string, meaning: string];
type Members = Readonly<Record<string, string>>;

const entryOf = (code: string, [title, message, meaning]: Texts, more: Members = {}) =>
  entryText(code, {
    title,
    message: JSON.stringify(message),
    meaning: JSON.stringify(meaning),
    ...more,
  });
const catalog = (code: string, texts: Texts, more?: Members, ...head: readonly string[]) =>
  entries([entryOf(code, texts, more)], ...head);
const kinds = (changes: readonly { readonly id: string }[]) => changes.map(({ id }) => id);

const sink: Texts = [
  "Sink closed",
  "The sink was closed.",
  "The sink was closed while rows were written.",
];
const password: Texts = [
  "Password too weak",
  "Choose a longer password.",
  "The password has fewer than twelve characters.",
];

describe("a code with other texts", () => {
  const others: readonly (readonly [string, Texts, Texts])[] = [
    ["sink_closed", sink, password],
    [
      "quota_exceeded",
      [
        "Quota used up",
        "You have used all uploads of your plan.",
        "A plan has room for some uploads a month.",
      ],
      [
        "Region blocked",
        "This address is not served in your country.",
        "A court order keeps the page from being shown there.",
      ],
    ],
    [
      "not_found",
      ["Not found", "The image was not found.", "There is no image with this address."],
      [
        "Too many redirects",
        "We followed ten links and gave up.",
        "A server sent the request round in a circle.",
      ],
    ],
  ];

  it.each(others)("%s means something else", (code, before, after) => {
    const [base, current] = [catalog(code, before), catalog(code, after)];
    const found = diffCatalogs(readCatalog(base), readCatalog(current));
    expect(kinds(found)[0]).toBe("code-repurposed");
    expect(found[0]).toMatchObject({ producers: "notice", consumers: "breaks", bump: "major" });
    expect(found[0]?.message).toContain(
      `${code} meant "${before[0]}", and means "${after[0]}" now.`,
    );
    expect(found.filter(isRefused)).toHaveLength(1);
    expect(kinds(diffCatalogs(contractFrom(released(base)), readCatalog(current)))[0]).toBe(
      "code-repurposed",
    );
  });

  const better: readonly (readonly [string, Texts, Texts])[] = [
    [
      "sink_closed",
      sink,
      [
        "Output already closed",
        "No more rows can be written here: somebody closed the sink.",
        "Whoever reads the rows hung up before all of them were there.",
      ],
    ],
    [
      "quota_exceeded",
      ["Quota exceeded", "Quota has been exceeded.", "The quota is exceeded."],
      [
        "Monthly limit reached",
        "You have used all 100 uploads of this month.",
        "Each plan has a quota of uploads. It starts again on the first of the month.",
      ],
    ],
    [
      "image_not_found",
      ["Not found", "The image was not found.", "There is no image with this id."],
      [
        "Missing picture",
        "We could not find that picture.",
        "No picture has the address that was asked for.",
      ],
    ],
    [
      "invalid_token",
      ["Invalid token", "Token invalid.", "Token verification failed."],
      [
        "Sign in again",
        "Your session is no longer valid.",
        "The token that came with the request was revoked, or was never one of ours.",
      ],
    ],
    [
      "rate_limited",
      ["Too many requests", "Slow down.", "Rate limit hit."],
      [
        "Please wait",
        "You are sending requests faster than your plan allows. Wait a moment.",
        "A key may send so many requests a minute; these were more.",
      ],
    ],
    [
      "upload_failed",
      ["Upload failed", "Upload failed.", "The upload did not work."],
      [
        "We could not save your file",
        "Something went wrong while the file was uploaded. Try once more.",
        "The storage did not take the file, and nothing of it was kept.",
      ],
    ],
    [
      "payment_required",
      ["Payment required", "Payment required.", "No payment."],
      [
        "Your trial is over",
        "Choose a plan to go on. You pay nothing until the end of the month.",
        "The trial has ended, and no way to pay is on file.",
      ],
    ],
  ];

  it.each(better)("%s says the same better", (code, before, after) => {
    const [base, current] = [catalog(code, before), catalog(code, after)];
    expect(kinds(diffCatalogs(readCatalog(base), readCatalog(current)))).not.toContain(
      "code-repurposed",
    );
    expect(kinds(diffCatalogs(contractFrom(released(base)), readCatalog(current)))).not.toContain(
      "code-repurposed",
    );
  });

  it("keeps its meaning where one of the three stays", () => {
    for (const index of [0, 1, 2]) {
      const texts = password.map((text, at) =>
        at === index ? sink[at] : text,
      ) as unknown as Texts;
      const found = diffCatalogs(readCatalog(catalog("x", sink)), readCatalog(catalog("x", texts)));
      expect(kinds(found)).not.toContain("code-repurposed");
    }
  });

  it("is compared with a ledger of old where more than texts differs", () => {
    const { texts: _, digest: __, ...old } = JSON.parse(released(catalog("x", sink)));
    const found = (more: Members) =>
      kinds(diffCatalogs(contractFrom(old), readCatalog(catalog("x", password, more))));
    expect(found({})).not.toContain("code-repurposed");
    expect(found({ status: "422" })).toContain("code-repurposed");
    expect(found({ fields: "{ length: integer }" })).toContain("code-repurposed");
  });

  it("is accepted with a reason, and refused without one whatever the version", () => {
    const ledger = released(catalog("x", sink));
    const accept =
      "suppress: [{ change: code-repurposed, codes: [x], until: 2.0.0, reason: Nobody ever met it. }]";
    const said = (...head: readonly string[]) => {
      const texts = catalog("x", password, {}, ...head);
      const version = String(texts["catalog.yaml"]).replace("1.0.0", "2.0.0");
      return shown(
        catalogOf({ ...texts, "catalog.yaml": version, "released.json": ledger }).diagnostics,
      );
    };
    expect(said()).toEqual([
      expect.stringMatching(/^released-repurposed errors\/a\.yaml:5:12 x meant "Sink closed"/),
    ]);
    expect(said(accept)).toEqual([]);
  });
});

describe("a code that comes back", () => {
  const other = entryText("other", { title: "Quite another" });
  const fields = { fields: "{ why: Why }" };
  const types = (values: string) => `types: { Why: { enum: [${values}] } }`;
  const live = (
    more: Members = fields,
    values = "a, b",
    title = sink[0],
    ...head: readonly string[]
  ) => entries([other, entryOf("x", [title, sink[1], sink[2]], more)], types(values), ...head);
  const gone = entries([other], types("a, b"));
  const history = [live(), entries([other, "  x: { retired: { since: 2.0.0 } }\n"], types("a, b"))];
  const since = (current: CatalogTexts, ledger = released(gone, ...history)) =>
    diffCatalogs(contractFrom(ledger), readCatalog(current));

  it("as it was, long after its tombstone is gone", () => {
    const [change, ...rest] = since(live());
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      id: "code-returned",
      producers: "safe",
      consumers: "notice",
      bump: "minor",
    });
    expect(change?.message).toBe(
      'x meant "Sink closed" until 1.0.0, and is back as it was. Clients that were built in between do not know it.',
    );
    expect(change && isRefused(change)).toBe(true);
  });

  it("with a reason asks for a minor version", () => {
    const head =
      "suppress: [{ change: code-returned, codes: [x], until: 1.1.0, reason: Sold again. }]";
    const { suppressions } = readCatalog(live(fields, "a, b", sink[0], head));
    const { changes, unused } = suppress(since(live()), suppressions, "1.0.0");
    expect([bumpOf(changes), changes.filter(isRefused), unused]).toEqual(["minor", [], []]);
  });

  it.each<readonly [string, CatalogTexts]>([
    ["another status", live({ ...fields, status: "422" })],
    ["another field", live({ fields: "{ why: Why, when?: date }" })],
    ["a type that says something else", live(fields, "a, c")],
    ["another retry", live({ ...fields, retry: "backoff" })],
    ["another title", live(fields, "a, b", "Password too weak")],
  ])("with %s is refused", (_, current) => {
    expect(kinds(since(current))).toContain("code-reused");
    expect(kinds(since(current))).not.toContain("code-returned");
  });

  it("of which nobody knows what it was is refused, and says so", () => {
    const { digest: _, ...old } = JSON.parse(released(gone, ...history));
    expect(old.past.codes.x.contract).toMatch(/^[0-9a-f]{16}$/);
    delete old.past.codes.x.contract;
    const [change] = since(live(), JSON.stringify(old));
    expect(change?.id).toBe("code-reused");
    expect(change?.message).toContain(
      "No more is known of what it was, so nobody can tell whether it is the same.",
    );
  });

  it("and goes again is remembered as it was last", () => {
    const back = live(fields, "a, b", "Sink is closed");
    const again = JSON.parse(released(gone, ...history, back, gone));
    expect(again.past.codes.x).toMatchObject({ title: "Sink is closed" });
  });
});
