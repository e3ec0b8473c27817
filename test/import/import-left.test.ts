import { describe, expect, it } from "vitest";
import { workplace } from "../support/workplace.js";

/** What an import says of a list, and the entries that it wrote. */
async function importOf(file: string, text: string, ...options: readonly string[]) {
  const place = workplace({ [file]: text });
  const { code, out } = await place.errdex(["import", file, "--all", ...options]);
  const written = place.files("catalog/errors").map((path) => place.read(path));
  return { code, out, entries: written.join("") };
}

describe("what an import leaves out of a list of JSON or YAML", () => {
  it("is text beside groups of codes", async () => {
    const groups = '{\n"version": 3,\n"orders": [{"code": "late", "message": "Late."}],\n';
    const { out } = await importOf(
      "codes.json",
      `${groups}"users": {"gone": "It is gone.", "no": "No."},\n"lost": "It is lost."}`,
    );
    expect(out).toContain('codes.json:2:1 "version" stands beside groups, and was not taken.');
    expect(out).toContain('codes.json:5:1 "lost" stands beside groups, and was not taken.');
  });

  it("is what is nested too deeply, and a list within a list", async () => {
    const deep = Array.from({ length: 8 }, (_, depth) => `${"  ".repeat(depth)}g${depth}:\n`);
    const { out, entries } = await importOf(
      "codes.yaml",
      `near:\n  - { code: late, message: Late. }\n  - [early, soon]\n${deep.join("")}${"  ".repeat(8)}gone: It is gone.\n`,
    );
    expect(out).toContain("codes.yaml:3:5 A list within a list was not taken.");
    expect(out).toContain(
      'codes.yaml:10:13 "g6" is nested more than 6 levels deep, and was not taken.',
    );
    expect(entries).not.toContain("gone");
  });

  it("is a mapping where a text is expected, and a name that stands twice", async () => {
    const { out } = await importOf(
      "codes.json",
      '[\n{"code": "late", "status": 409,\n "message": {"en": "Late.", "de": "Zu spät."}},\n{"code": "gone", "message": "Gone.",\n "message": "Away."}]',
    );
    expect(out).toContain('codes.json:3:13 This "message" is not a text, and was not taken.');
    expect(out).toContain(
      'codes.json:5:2 "message" stands here a second time; the first was read.',
    );
  });

  it("is what JSON cannot have", async () => {
    const { out } = await importOf(
      "codes.json",
      '[\n{"code": "late", "message": "Late." },\n{"code": "gone", "message": text(5)}]',
    );
    expect(out).toContain('codes.json:3:18 ""message": text(5)" is not JSON, and was not taken.');
  });
});
