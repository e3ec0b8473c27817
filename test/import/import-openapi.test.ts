import { describe, expect, it } from "vitest";
import { workplace } from "../support/workplace.js";

const example = (code: string, message: string, more: object = {}) => ({
  content: { "application/json": { example: { code, message, ...more } } },
});

const document = {
  openapi: "3.1.0",
  paths: {
    "/orders": {
      post: {
        responses: {
          200: { description: "Fine." },
          409: { description: "A clash.", ...example("CLASH", "It clashes.") },
          "4XX": { description: "Wrong.", ...example("NOT_ALLOWED", "This is forbidden.") },
          "5XX": { description: "Trouble." },
          default: { $ref: "#/components/responses/Any" },
        },
        callbacks: { paid: {} },
      },
      put: {
        responses: {
          409: { description: "A clash.", ...example("CLASH", "It clashes with another.") },
          403: { $ref: "./shared.yaml#/Forbidden" },
        },
      },
    },
  },
  webhooks: { gone: {} },
  components: {
    responses: {
      Any: { description: "Anything.", ...example("BROKEN", "It broke.", { status: 503 }) },
      Unused: { description: "Nobody's.", ...example("UNUSED", "Never.") },
    },
  },
};

describe("errdex import of an OpenAPI document", () => {
  it("reads responses of a class and of any status, and says what it leaves out", async () => {
    const place = workplace({ "api.json": JSON.stringify(document, undefined, 1) });
    const { code, out } = await place.errdex(["import", "api.json", "--all"]);
    expect(code).toBe(0);
    expect(place.read("catalog/errors/api.yaml")).toBe(`category: api
errors:
  CLASH:
    status: 409
    title: It clashes
    message: It clashes.
  NOT_ALLOWED:
    status: 403
    title: This is forbidden
    message: This is forbidden.
  BROKEN:
    status: 503
    title: It broke
    message: It broke.
`);
    for (const line of [
      '"4XX" is a class of statuses; NOT_ALLOWED was given 403, by "forbidden".',
      'The response "5XX" shows no code, and was not taken.',
      '"CLASH" has another message here, which was not taken.',
      '"./shared.yaml#/Forbidden" leads out of this file, and was not read.',
      'No operation answers with the response "Unused", so it has no status and was not taken.',
      "Callbacks are answered by others, and were not read.",
      "Webhooks are answered by others, and were not read.",
    ])
      expect(out).toContain(line);
  });
});
