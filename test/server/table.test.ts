import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkAnswer } from "./check-answer.js";
import { rowsFor } from "./rows.js";
import { reports, type Service } from "./service.js";
import { services } from "./services/all.js";

describe.each(Object.keys(services))("%s", (adapter) => {
  let service: Service;
  beforeAll(async () => {
    service = await (services[adapter] as () => Promise<Service>)();
  });
  afterAll(() => service.close());
  beforeEach(() => {
    reports.length = 0;
  });

  it.each(rowsFor(adapter))("$name", async (row) => {
    await checkAnswer(service.url, row);
    const { report } = row.expected;
    if (report === null) expect(reports).toEqual([]);
    if (report) {
      const heard = reports.find(({ error }) => error.code === report.code);
      expect(heard?.issues).toEqual(report.issues ?? []);
    }
  });
});
