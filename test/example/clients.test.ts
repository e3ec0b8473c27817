/** The clients of the example, each against the service in its format. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  deleteImage,
  fetchImage,
  releaseHold,
  saveDetails,
  signIn,
  uploadFile,
} from "../../docs/example/clients.js";
import { codeAt } from "../../docs/example/second-factor.js";
import { dotsSecret, png } from "../../docs/example/seed.js";
import { root } from "../shipped-catalog.js";
import { typeCheck } from "../support/type-check.js";
import { startService } from "./running-service.js";

it("imagebin: a hold is released, or there is a date", async () => {
  await using service = await startService();
  const release = (id: string) => releaseHold(`${service.base}/imagebin`, "key-lex", id);
  expect(await release("kept")).toBe("It has to be kept until 2999-09-01T00:00:00.000Z.");
  expect(await release("past")).toBe("Released.");
  expect(await release("past")).toBe("It was released before.");
  expect(await release("dog")).toBe("There is nothing at this address.");
});

it("img.pro: a file is uploaded, or there is a link that helps", async () => {
  await using service = await startService();
  const base = `${service.base}/imgpro`;
  const upload = (token: string) => uploadFile(base, token, new Blob([png], { type: "image/png" }));
  expect(await upload("key-ada")).toMatch(/^Uploaded to http.*\/imgpro\/images\/[\w-]{36}\.$/);
  expect(await upload("key-bob")).toMatch(
    /^100 of 100 used\. Verify your email: http.*\/imgpro\/verify\?t=bob&/,
  );
  expect(await upload("nonsense")).toMatch(/does not recognize the token/);
});

it("Imagizer: an image is there, is not, or is tried again", async () => {
  await using service = await startService();
  const show = (path: string) => fetchImage(`${service.base}/imagizer`, path);
  expect(Buffer.from((await show("/images/cat")) as ArrayBuffer)).toEqual(Buffer.from(png));
  expect(await show("/images/dog")).toBe("There is no such image.");
  expect(await show("/images/diary")).toBe("This image is not for everybody.");
  expect(service.reports).toHaveLength(2);
  expect(await show("/images/cat?width=1280")).toBe("The image will be back.");
  expect(service.reports).toHaveLength(4);
});

it("PinArkive: a person signs in with a second factor", async () => {
  await using service = await startService();
  const dot = { email: "dot@images.example", password: "correct horse" };
  const enter = (code: string, who = dot) =>
    signIn(`${service.base}/pinarkive`, who, async () => code);
  expect(await enter(codeAt(Date.now(), dotsSecret))).toBe("Welcome.");
  expect(await enter("12")).toBe("That was not the code.");
  expect(await enter("", { ...dot, password: "" })).toMatch(/cannot tell who/);
  for (let left = 6; left > 0; left -= 1) await enter("12");
  expect(await enter("12")).toMatch(/^Too many tries\. The next is at \d{4}-\d\d-\d\dT/);
});

it("Picora: a session that has ended is renewed", async () => {
  await using service = await startService();
  const base = `${service.base}/picora`;
  const session = { token: "session-dot-ended", renew: async () => "key-ada" };
  expect(await deleteImage(base, "cat", session)).toBe("Deleted.");
  expect(session.token).toBe("key-ada");
  const revoked = { ...session, token: "key-ada-revoked" };
  expect(await deleteImage(base, "cat", revoked)).toBe("Ask for a new key.");
  await service[Symbol.asyncDispose]();
  expect(await deleteImage(base, "cat", session)).toBe("No answer arrived.");
});

it("RFC 9457: a form learns what is wrong with its fields", async () => {
  await using service = await startService();
  const cat = { url: `${service.base}/problem/images/cat`, version: '"1"' };
  const boat = { ...cat, url: `${service.base}/problem/images/boat` };
  expect(await saveDetails(cat, "key-ada", { title: "" })).toEqual({
    title: ["Too small: expected string to have >=1 characters"],
  });
  expect(await saveDetails(boat, "key-bob", { private: true })).toBe("This needs the plan Pro.");
  expect(await saveDetails(cat, "key-ada", { title: "Tom" })).toBe("Saved.");
  expect(await saveDetails(cat, "key-ada", { title: "Tim" })).toBe(
    "Somebody else has changed it. Load it again.",
  );
});

it("a code and a field that a format does not have do not compile", () => {
  const text = readFileSync(`${root}docs/example/clients.ts`, "utf8");
  const check = (changed: string) =>
    typeCheck({ "clients.ts": changed }, `${root}docs/example-changed`).map(({ code }) => code);
  expect(check(text)).toEqual([]);
  // Img.pro has no conflict, Picora no second factor, and a hold does not begin anew.
  expect(check(text.replace('case "rate_limited": {', 'case "conflict": {'))).toContain("TS2678");
  expect(check(text.replace('=== "token_expired"', '=== "two_factor_required"'))).toEqual([
    "TS2367",
  ]);
  expect(check(text.replace("error.preserve_until", "error.reset_at"))).toEqual(["TS2339"]);
});
