/** The quick form of the load. `npm run load` has the long one, which looks at memory too. */
import { expect, it } from "vitest";
import { putUnderLoad } from "./put-under-load.js";

it("under 50 connections no error is lost, mixed up or leaked", async () => {
  const { requests, failures, problems } = await putUnderLoad({ connections: 50, seconds: 3 });
  expect(problems).toEqual([]);
  expect(failures).toBeGreaterThan(0);
  expect(failures / requests).toBeCloseTo(1 / 3, 1);
});
