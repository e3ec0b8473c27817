import { afterEach, expect, it } from "vitest";
import { decode, fromJSON, notFound, rateLimited } from "../../src/image-hosting/index.js";
import { recordErrors, stopRecording } from "../../src/testing/record-errors.js";

afterEach(stopRecording);

it("counts what is raised, decoded and met, by catalog and code", () => {
  const { counts, meet } = recordErrors();
  notFound();
  notFound({ origin: "self" }, { stack: false });
  const decoded = decode({ status: 429, body: { error: "rate_limited" } });
  fromJSON(JSON.parse(JSON.stringify(rateLimited())));
  meet(decoded);
  decode({ status: 418, body: { error: "teapot" } });
  expect(counts).toEqual({
    "image-hosting": {
      not_found: { raised: 2, decoded: 0, met: 0 },
      rate_limited: { raised: 1, decoded: 2, met: 1 },
    },
  });
});

it("leaves errors as they are", () => {
  const plain = notFound({ origin: "self" });
  recordErrors();
  const recorded = notFound({ origin: "self" });
  expect(Object.getOwnPropertyDescriptors(recorded)).toMatchObject({
    code: Object.getOwnPropertyDescriptor(plain, "code") as PropertyDescriptor,
  });
  expect(Object.keys(recorded)).toEqual(Object.keys(plain));
  expect(JSON.stringify(recorded)).toBe(JSON.stringify(plain));
  expect(recorded.stack?.split("\n")[0]).toBe(plain.stack?.split("\n")[0]);
  expect(recorded.name).toBe("not_found");
});

it("begins anew when it is called again, and ends when it is told to", () => {
  const first = recordErrors();
  notFound();
  const second = recordErrors();
  notFound();
  stopRecording();
  notFound();
  const once = { "image-hosting": { not_found: { raised: 1, decoded: 0, met: 0 } } };
  expect([first.counts, second.counts]).toEqual([once, once]);
});
