import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mergeRecordings } from "../../src/coverage/recorded/merge-recordings.js";
import { parseRecording, type Recording } from "../../src/coverage/recorded/recording.js";
import { recordingOf } from "../../src/testing/record-errors.js";
import { keepRecording } from "../../src/testing/reporter/keep-recording.js";
import { makeRecordedParts } from "../../src/testing/reporter/recorded-parts.js";
import { partWriter } from "../../src/testing/write-part.js";
import { entryText, errorsText, headText } from "../support/catalog-of.js";
import { inCatalog, workplace } from "../support/workplace.js";

const file = "errdex-coverage.json";

function recording(raised: number, code = "gone"): Recording {
  return recordingOf("a.test.ts", { shop: { [code]: { raised, decoded: 0, met: 0 } } });
}

const whole = JSON.stringify(recording(1));

const unreadable: readonly (readonly [name: string, text: string, why: string])[] = [
  ["nothing", "", "is no JSON, or was cut short. Run the tests again."],
  ["half of one", whole.slice(0, 40), "is no JSON, or was cut short. Run the tests again."],
  ["two that ran into each other", whole + whole.slice(-9), "is no JSON, or was cut short."],
  ["one in brackets without end", "[".repeat(1e6), "is no JSON, or was cut short."],
  [
    "one of a later version",
    whole.replace('"version":1', '"version":2'),
    "is a recording of version 2, and this errdex reads version 1. Upgrade it.",
  ],
  ["a list", "[]", "is not what a run of the tests records."],
  ["something else", '{ "total": {} }', "is not what a run of the tests records."],
  ["counts below zero", whole.replace('"raised":1', '"raised":-1'), "is not what a run"],
  ["counts beyond all numbers", whole.replace('"raised":1', '"raised":1e400'), "is not what a run"],
  ["counts as text", whole.replace('"raised":1', '"raised":"1"'), "is not what a run"],
  ["tests that are no text", whole.replace('"a.test.ts"', "{}"), "is not what a run"],
];

const shop = inCatalog({
  "catalog.yaml": headText(),
  "errors/a.yaml": errorsText(entryText("gone")),
});

describe("errdex coverage --recorded", () => {
  it.each(unreadable)("ends with 2 and says why where it is given %s", async (_, text, why) => {
    const made = workplace({ ...shop, "a.ts": "export {};", [file]: text });
    const { code, err, out } = await made.errdex(["coverage", ".", "--recorded", file]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`${file} ${why}`);
  });

  it("counts what is the catalog's alone, whatever else a recording names", async () => {
    const counts = '{"raised":1,"decoded":0,"met":0,"tests":["\\u001b[31m"]}';
    const text = `{"version":1,"catalogs":{"__proto__":{"gone":${counts}},"shop":{"__proto__":${counts},"constructor":${counts}}}}`;
    const made = workplace({ ...shop, "a.ts": "export {};", [file]: text });
    const argv = ["coverage", ".", "--recorded", file, "--format", "json"];
    const { code, out } = await made.errdex(argv);
    expect(code).toBe(0);
    expect(JSON.parse(out).catalogs[0].recorded).toMatchObject({ count: 0, of: 1 });
    expect(out).not.toContain("\u001b");
  });

  it.each([
    ["is not there", () => {}],
    ["is a folder", (path: string) => mkdirSync(path)],
  ])("ends with 2 where the file %s", async (_, make) => {
    const made = workplace({ ...shop, "a.ts": "export {};" });
    make(join(made.folder, file));
    const { code, err } = await made.errdex(["coverage", ".", "--recorded", file]);
    expect(code).toBe(2);
    expect(err).toContain(file);
  });
});

describe("the reporters", () => {
  const gathered = (one: Recording) => ({ recording: one, recorders: 1, unread: 0 });

  it.each(unreadable)("do not replace %s", async (_, text) => {
    const made = workplace({ [file]: text });
    const kept = keepRecording(gathered(recording(1)), made.folder, {});
    await expect(kept).rejects.toThrow(`${file} is not what tests record, so it is not replaced.`);
    expect(made.read(file)).toBe(text);
  });

  it("of many runs at once leave one whole recording and nothing beside it", async () => {
    const made = workplace({ [file]: whole });
    const runs = Array.from({ length: 20 }, (_, run) => recording(run + 1, `code_${run}`));
    await Promise.all(runs.map((each) => keepRecording(gathered(each), made.folder, {})));
    expect(made.files()).toEqual([file]);
    expect(runs.map((each) => JSON.stringify(each))).toContain(
      JSON.stringify(parseRecording(made.read(file))),
    );
  });

  it("say what was cut short of the parts, and fail the run", async () => {
    const made = workplace();
    const parts = makeRecordedParts();
    partWriter()(parts.folder, recordingOf(join(made.folder, "b.test.ts"), recording(1).catalogs));
    writeFileSync(join(parts.folder, "half.json"), whole.slice(0, 30));
    writeFileSync(join(parts.folder, "never-moved.json.part"), whole.slice(0, 30));
    const all = await parts.gather(made.folder);
    expect(all).toMatchObject({ recorders: 1, unread: 2 });
    expect(all.recording.catalogs.shop?.gone).toMatchObject({ raised: 1, tests: ["b.test.ts"] });
    expect(await keepRecording(all, made.folder, {})).toEqual({
      complaints: ["errdex: what 2 test files recorded was cut short."],
      failed: true,
    });
  });

  it("of runs at once do not see the parts of each other, nor of a process that outlived its run", async () => {
    const [one, other] = [makeRecordedParts(), makeRecordedParts()];
    const late = partWriter();
    late(one.folder, recording(1));
    partWriter()(other.folder, recording(2));
    partWriter()(other.folder, recording(3));
    const { recording: first } = await one.gather("/");
    expect(first.catalogs.shop?.gone?.raised).toBe(1);
    late(one.folder, recording(9));
    const { recording: second, recorders } = await other.gather("/");
    expect([second.catalogs.shop?.gone?.raised, recorders]).toEqual([5, 2]);
  });

  it("do not write through a link that leads elsewhere than to a recording", async () => {
    const made = workplace({ "mine.json": '{ "mine": true }' });
    symlinkSync(join(made.folder, "mine.json"), join(made.folder, file));
    await expect(keepRecording(gathered(recording(1)), made.folder, {})).rejects.toThrow();
    expect(made.read("mine.json")).toBe('{ "mine": true }');
  });

  it("merge a hundred thousand codes of a thousand files", () => {
    const files = Array.from({ length: 1_000 }, (_, number) => {
      const codes = Array.from({ length: 100 }, (_each, code) => [`code_${number}_${code}`, 1]);
      const counts = codes.map(([code]) => [code, { raised: 1, decoded: 0, met: 0 }]);
      return recordingOf(`${number}.test.ts`, { shop: Object.fromEntries(counts) });
    });
    const merged = mergeRecordings(files);
    expect(Object.keys(merged.catalogs.shop ?? {})).toHaveLength(100_000);
    expect(parseRecording(JSON.stringify(merged))).toEqual(merged);
  });
});
