/**
 * Two histories of error codes that were lived, as facts by number: codes, statuses, and which text is which.
 *
 * - meilisearch.json: the codes of github.com/meilisearch/meilisearch (error.rs of its error types), 5ee4a1e954
 *   (June 2020) to 7e3f2ab0c6 (August 2025), on its main line. `category` is the type of the error.
 * - tiflow.json: the numbers of the errors of data migration in github.com/pingcap/tiflow (dm/errors.toml), 211e6e7d5f
 *   (October 2021) to 3450f5d3d7 (June 2026). `message` and `fix` number its messages and workarounds; 0 is none.
 *
 * No text of theirs is here. Those of the test are made of the numbers and are unlike where the numbers differ, so
 * nothing can be said here about how alike two texts are.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diffCatalogs } from "../../src/diff/diff-catalogs.js";
import { printLedger } from "../../src/diff/ledger/print-ledger.js";
import type { Catalog, Contract } from "../../src/model/catalog.js";
import { root } from "../shipped-catalog.js";
import {
  type CatalogTexts,
  catalogOf,
  entryText,
  errorsText,
  headText,
  shown,
} from "../support/catalog-of.js";
import { idsOf } from "./compared.js";

type Column = "status" | "category" | "message" | "fix";
type Code = Readonly<Partial<Record<Column, number>>>;
type Codes = ReadonlyMap<string, Code>;

interface HistoryFile {
  readonly columns: readonly ["code", ...Column[]];
  /** Each is what is set and what is gone since the one before; the first is set as a whole. */
  readonly steps: readonly {
    readonly set: readonly (readonly [string | number, ...number[]])[];
    readonly gone: readonly (string | number)[];
  }[];
}

/** Every state of a history, in order. */
function statesOf(name: string): readonly Codes[] {
  const text = readFileSync(`${root}test/diff/histories/${name}.json`, "utf8");
  const { columns, steps } = JSON.parse(text) as HistoryFile;
  const nameOf = (code: string | number): string => (typeof code === "number" ? `e${code}` : code);
  const codes = new Map<string, Code>();
  return steps.map(({ set, gone }) => {
    for (const [code, ...values] of set) {
      const members = columns.slice(1).map((column, index) => [column, values[index]]);
      codes.set(nameOf(code), Object.fromEntries(members));
    }
    for (const code of gone) codes.delete(nameOf(code));
    return new Map(codes);
  });
}

/** A text for a number. Those of two numbers have hardly a word in common. */
function textOf(number = 0): string {
  const syllables = ["ba", "ke", "di", "fo", "gu", "la", "me", "ni", "po", "ru"];
  const word = (seed: number) =>
    [...String(seed * 7919 + 1009)].map((digit) => syllables[Number(digit)]).join("");
  return `Case ${[1, 31, 577].map((factor) => word((number + 1) * factor)).join(" ")}.`;
}

/** The catalog that has these codes, and tombstones of others. */
function textsOf(codes: Codes, tombstones: ReadonlySet<string>): CatalogTexts {
  const categories = [1, 2, 3, 4];
  const files = categories.map((category) => {
    const entries = [...codes]
      .filter(([, code]) => (code.category ?? 1) === category)
      .map(([name, { status = 500, message, fix }]) =>
        entryText(name, {
          // Where there are no titles the message has to say what a code means.
          title: message === undefined ? `Title of ${name}` : `Title ${textOf(message)}`,
          status: String(status),
          message: textOf(message),
          fixes: `[${textOf(fix)}]`,
        }),
      );
    const retired =
      category === 1
        ? [...tombstones].map((name) => `  ${name}:\n    retired: { since: 1.0.0 }\n`)
        : [];
    const text = errorsText(...entries, ...retired).replace("orders", `type_${category}`);
    return [`errors/type-${category}.yaml`, text, entries.length + retired.length] as const;
  });
  const titles = categories.map((category) => `type_${category}: Type ${category}`).join(", ");
  const head = headText().replace("{ orders: Orders }", `{ ${titles} }`);
  const full = files.filter(([, , count]) => count > 0).map(([path, text]) => [path, text]);
  return { "catalog.yaml": head, ...Object.fromEntries(full) };
}

/** What is to be said of a step, worked out from the two sets of codes alone. */
function expected(
  [before, now]: readonly [Codes, Codes],
  gone: ReadonlySet<string>,
  end: "code-removed" | "code-ended",
): readonly string[] {
  const said: string[] = [];
  for (const code of before.keys())
    if (!now.has(code))
      said.push(end === "code-ended" ? `${end} codes.${code}.retired` : `${end} codes.${code}`);
  for (const [code, is] of now) {
    const was = before.get(code);
    const at = `codes.${code}`;
    if (was === undefined) said.push(`${gone.has(code) ? "code-reused" : "code-added"} ${at}`);
    else {
      if (was.status !== is.status) {
        said.push(`status-default-changed ${at}.statuses.${is.status}`);
        said.push(`status-removed ${at}.statuses.${was.status}`);
      }
      if (was.category !== is.category) said.push(`category-moved ${at}.category`);
      if (was.message !== is.message)
        said.push(`message-changed ${at}.message`, `title-changed ${at}.title`);
      if (was.fix !== is.fix) said.push(`fixes-changed ${at}.fixes`);
    }
  }
  return said.sort();
}

/** Steps that were read by hand: the least version that they ask for where codes are deleted, and what changed. */
const readByHand: Readonly<Record<string, Readonly<Record<number, readonly string[]>>>> = {
  meilisearch: {
    // A header that is missing is told apart no more; two codes swap 401 and 403.
    2: [
      "major",
      "code-removed codes.missing_header",
      "status-default-changed codes.invalid_token.statuses.403",
      "status-default-changed codes.missing_authorization_header.statuses.401",
      "status-removed codes.invalid_token.statuses.401",
      "status-removed codes.missing_authorization_header.statuses.403",
    ],
    // Three codes get better names.
    3: [
      "major",
      "code-added codes.index_creation_failed",
      "code-added codes.index_not_accessible",
      "code-added codes.unretrievable_document",
      "code-removed codes.create_index",
      "code-removed codes.open_index",
      "code-removed codes.retrieve_document",
    ],
    // What was told as a fault of the server is one of the caller: once with another status, once without.
    4: [
      "major",
      "category-moved codes.document_not_found.category",
      "category-moved codes.primary_key_already_present.category",
      "status-default-changed codes.primary_key_already_present.statuses.400",
      "status-removed codes.primary_key_already_present.statuses.500",
    ],
    // Backups are called dumps.
    7: [
      "major",
      "code-added codes.dump_already_in_progress",
      "code-added codes.dump_process_failed",
      "code-removed codes.backup_already_in_progress",
      "code-removed codes.backup_process_failed",
    ],
    8: ["major", "code-removed codes.maintenance"],
    // A full disk is no fault of the server any more.
    20: [
      "major",
      "category-moved codes.no_space_left_on_device.category",
      "code-added codes.io_error",
      "code-added codes.too_many_open_files",
      "status-default-changed codes.no_space_left_on_device.statuses.422",
      "status-removed codes.no_space_left_on_device.statuses.500",
    ],
    25: ["minor", "code-added codes.invalid_index_csv_delimiter"],
    // Renamed three days later.
    26: [
      "major",
      "code-added codes.invalid_document_csv_delimiter",
      "code-removed codes.invalid_index_csv_delimiter",
    ],
    // Four days after it came.
    52: ["major", "code-removed codes.could_not_upgrade"],
  },
  tiflow: {
    1: [
      "patch",
      "fixes-changed codes.e46027.fixes",
      "message-changed codes.e46027.message",
      "title-changed codes.e46027.title",
    ],
    // 34019 is given up …
    10: [
      "major",
      "code-added codes.e20053",
      "code-added codes.e20054",
      "code-removed codes.e34019",
    ],
    // A message is what it was once.
    28: [
      "minor",
      "code-added codes.e40082",
      "code-added codes.e43007",
      "message-changed codes.e40051.message",
      "title-changed codes.e40051.title",
    ],
    // … and given to something else eight months later.
    38: ["major", "code-reused codes.e34019"],
    51: ["patch", "fixes-changed codes.e36067.fixes"],
  },
};

const bumps = ["none", "patch", "minor", "major"] as const;

describe.each([
  ["meilisearch", 60],
  ["tiflow", 53],
])("the history of %s", (name, count) => {
  const states = statesOf(name);

  it.each([
    ["deleted", "code-removed"],
    ["retired", "code-ended"],
  ] as const)("is judged right at every step, where codes are %s", (way, end) => {
    expect(states).toHaveLength(count + 1);
    const gone = new Set<string>();
    let before: Codes = new Map();
    let read = 0;
    let previous: { readonly catalog: Catalog; readonly ledger: string } | undefined;
    for (const [step, now] of states.entries()) {
      const tombstones = new Set(way === "retired" ? [...gone, ...before.keys()] : []);
      for (const code of now.keys()) tombstones.delete(code);
      const texts = textsOf(now, tombstones);
      const files = previous ? { ...texts, "released.json": previous.ledger } : texts;
      const { catalog, diagnostics } = catalogOf(files);
      if (catalog === undefined || catalog.unreadable.size > 0)
        throw new Error(shown(diagnostics).join("\n"));
      if (previous !== undefined && catalog.released !== undefined) {
        const want = expected([before, now], gone, end);
        const found = (base: Contract) => [...idsOf(diffCatalogs(base, catalog))].sort();
        expect(found(previous.catalog), `step ${step}`).toEqual(want);
        const byHand = readByHand[name]?.[step];
        if (byHand !== undefined && way === "deleted") {
          const changes = diffCatalogs(previous.catalog, catalog);
          const worst = Math.max(...changes.map(({ bump }) => bumps.indexOf(bump)));
          expect([bumps[worst], ...found(previous.catalog)], `step ${step}`).toEqual(byHand);
          read += 1;
        }
        // A ledger does not have the fixes.
        const kept = want.filter((id) => !id.startsWith("fixes-changed"));
        expect(found(catalog.released), `step ${step}`).toEqual(kept);
        // What must never happen is refused by the check too, once for each.
        const refused = want.filter((id) => /^code-(removed|reused)/.test(id)).length;
        const findings = diagnostics.filter(({ rule }) =>
          /^released-(vanished|reused)$/.test(rule),
        );
        expect(findings.length, `step ${step}`).toBe(refused);
      }
      for (const code of before.keys()) if (!now.has(code)) gone.add(code);
      before = now;
      previous = { catalog, ledger: printLedger(catalog) };
    }
    expect(read).toBe(way === "deleted" ? Object.keys(readByHand[name] ?? {}).length : 0);
  });
});
