import { describe, expect, it } from "vitest";
import { canariesIn, nodeEnvironments, withNodeEnvironment } from "../support/canaries.js";
import { send } from "./send.js";
import { canaryValues } from "./service.js";
import { services } from "./services/all.js";

const accepted = ["*/*", "application/problem+json", "text/markdown", "text/html"];

describe.each(Object.keys(services))("%s", (adapter) => {
  it.each(nodeEnvironments)("lets nothing out, NODE_ENV %s", async (environment) => {
    await withNodeEnvironment(environment, async () => {
      const service = await (services[adapter] as () => ReturnType<(typeof services)[string]>)();
      const found: unknown[] = [];
      let answers = 0;
      for (const name of canaryValues.keys())
        for (const Accept of accepted) {
          const path = `/canary/${encodeURIComponent(name)}`;
          const { status, headers, text } = await send(service.url, { path, headers: { Accept } });
          answers += 1;
          const out = canariesIn(`${JSON.stringify(headers)} ${text}`);
          if (out.length > 0 || status < 400 || text === "")
            found.push([name, Accept, status, out]);
        }
      await service.close();
      expect(found).toEqual([]);
      expect(answers).toBe(canaryValues.size * accepted.length);
    });
  });
});
