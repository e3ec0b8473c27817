/** What the README shows of the example is what the example answers. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formats } from "../../docs/example/service.js";
import { fencesOf } from "../docs/fences.js";
import { root } from "../shipped-catalog.js";
import { send } from "./failing-requests.js";
import { startService } from "./running-service.js";

it("the answers in the README are those of the service", async () => {
  await using service = await startService();
  const fences = fencesOf(readFileSync(`${root}README.md`, "utf8"));
  const shown = fences.find(({ code }) => code.startsWith("/imagebin"));
  const curl = fences.find(({ code }) => code.startsWith("curl"))?.code ?? "";
  const [, url] = /"url":"([^"]+)"/.exec(curl) ?? [];
  const request = { method: "POST", path: "/images/import", key: "key-ada", json: { url } };
  const lines = [];
  for (const name of Object.keys(formats)) {
    const response = await send(request, `${service.base}/${name}`);
    const line = `${`/${name}`.padEnd(12)}${response.status} ${await response.text()}`;
    lines.push(line.trimEnd());
  }
  expect(shown?.code.trim().split("\n")).toEqual(lines);
});
