import { describe, expect, it } from "vitest";
import { typeErrors } from "../support/type-check.js";
import { workplace } from "../support/workplace.js";
import { lists } from "./lists.js";

/** What no list has, and what is said of the style of its texts. */
const ofCompleteness = /^(missing-\w+|message-full-stop|(message|title)-similar|\w+-expected)$/;

const built = new Map<string, string>();

describe("a list of", () => {
  it.each(Object.entries(lists))(
    "%s is imported, lacks only what no list has, is built on a baseline, and imported again",
    async (name, { file, text, options = [], codes, refused, first }) => {
      const place = workplace({ [file]: text, "package.json": '{ "name": "@acme/depot" }' });
      const command = ["import", file, ...options];
      const { code, out } = await place.errdex(command);
      expect(out).toContain(`${file}: ${codes} code`);
      expect(code).toBe(refused === undefined ? 0 : 1);
      if (refused !== undefined) expect(out).toContain(refused);
      const entries = place.files("catalog/errors").map((path) => place.read(path));
      expect(
        entries.map((each) => each.replace(/^category: .*\nerrors:\n/, "")).join(""),
      ).toContain(first);

      const checked = JSON.parse((await place.errdex(["check", "--format", "json"])).out);
      const said: readonly { readonly rule: string }[] = checked.diagnostics;
      expect(said.filter(({ rule }) => !ofCompleteness.test(rule))).toEqual([]);

      expect(await place.errdex(["check", "--baseline"])).toMatchObject({ code: 0 });
      expect(await place.errdex(["build"])).toMatchObject({ code: 0, err: "" });
      for (const path of place.files("src"))
        built.set(`${name.replaceAll(/\W+/g, "-")}/${path}`, place.read(path));

      const again = await place.errdex(command);
      expect(again.code).toBe(code);
      expect(again.out).toContain("Nothing to write.");
      expect(again.out).not.toContain("Guessed");
    },
  );

  it("any of these becomes modules that compile", () => {
    expect([...built.keys()].filter((path) => path.endsWith("errors/index.ts"))).toHaveLength(8);
    expect(typeErrors(Object.fromEntries(built))).toEqual([]);
  });
});
