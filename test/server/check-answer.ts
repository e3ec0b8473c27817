/** Compares an answer with what a row expects. */
import { expect } from "vitest";
import { neverSent, type Row } from "./rows.js";
import { type Got, send } from "./send.js";

/** Asks a service, and compares status, headers and body. */
export async function checkAnswer(url: string, { sent, expected }: Row): Promise<Got> {
  const got = await send(url, sent);
  const isJson = got.headers["content-type"]?.includes("json") && got.text !== "";
  expect({ status: got.status, isBroken: got.broken }).toEqual({
    status: expected.status,
    isBroken: expected.isBroken ?? false,
  });
  expect(isJson ? JSON.parse(got.text) : {}).toMatchObject(expected.body ?? {});
  for (const text of expected.texts ?? []) {
    if (text === "") expect(got.text).toBe("");
    else expect(got.text).toContain(text);
  }
  for (const [name, value] of Object.entries(expected.headers ?? {}))
    expect([name, got.headers[name] ?? null]).toEqual([name, value]);
  const out = got.text + JSON.stringify(got.headers);
  expect(neverSent.filter((text) => out.includes(text))).toEqual([]);
  return got;
}
