/** Wire formats at random, as `wire/*.yaml` has them. */
import fc from "fast-check";
import { pattern, template, variable, type Yaml } from "./random-template.js";

const condition = fc.constantFrom<Yaml>(
  { status: "4xx" },
  { headers: { "x-one": "$any" } },
  { body: { ok: true } },
  { a: "x" },
  { body: { a: "$any" } },
);

/** The shell of a body: where its code and its message stand. */
const shell = fc.constantFrom<(body: object) => Yaml>(
  (body) => ({ code: "$code", "message?": "$message", ...body }),
  (body) => ({ "code?": "$code", "message?": "$message", ...body }),
  (body) => ({ "code|Code": "$code", "message|text?": "$message", ...body }),
  (body) => ({ code: "$code=first", "message?": "$message", ...body }),
  (body) => ({ errors: { $each: "error", code: "$code", "message?": "$message", ...body } }),
  (body) => ({
    errors: {
      $each: "error",
      $prefer: [{ a: "x" }],
      code: "$code",
      "message?": "$message",
      "status?": "$status",
      ...body,
    },
  }),
  (body) => ({ error: { $text: "{code}[: {message}]" }, ...body }),
  (body) => ({ error: { $both: ["$code", "$message"] }, ...body }),
  (body) => ({ $body: "shell", body }),
);

const syntax = fc.constantFrom<Yaml>("xml", "form", ["json", "sse"], ["sse", "json"], "sse", [
  "xml",
  "json",
]);

/** Most have a place for every field. */
const whole = (body: fc.Arbitrary<Yaml>): fc.Arbitrary<Yaml> =>
  fc
    .tuple(body, fc.constantFrom({}, { "*": "$fields" }, { "*": "$fields" }))
    .map(([members, spread]) => ({ ...(members as object), ...spread }));

/** A format of which most bodies have the code and the message, and every field a place where chance gives it one. */
export function randomFormat(has: readonly string[]): fc.Arbitrary<Readonly<Record<string, Yaml>>> {
  return fc
    .record(
      {
        body: whole(template(has)),
        shell,
        own: whole(template(has)),
        named: template(has, false, true),
        accepts: template(has, true),
        batch: fc.constant([{ $each: "error" }]),
        header: fc.oneof(
          variable(has),
          pattern(["message", "code", ...has]).map(($text) => ({ $text })),
          variable(has).map((each) => ({
            $syntax: "params",
            "Scheme?": { "a?": each, "b?": "$message" },
          })),
        ),
        code: fc.constantFrom<Yaml>("A-B", 7, null),
        also: fc.constantFrom<Yaml>(["a*"], ["-32099..-32000"], ["B", "c*"]),
        syntax,
        case: fc.constant("ignore"),
        unknown: fc.constant("infer"),
        success: fc.uniqueArray(condition, {
          minLength: 1,
          maxLength: 2,
          selector: (each) => JSON.stringify(each),
        }),
        when: condition,
      },
      { requiredKeys: ["body", "shell", "named"] },
    )
    .map(
      ({
        body,
        shell: around,
        own,
        named,
        accepts,
        batch = [],
        header,
        code,
        also,
        when,
        ...rest
      }) => {
        const built = around(body as object) as Record<string, Yaml>;
        const isXml = [rest.syntax].flat()[0] === "xml";
        const inXml = (each: Yaml) => (isXml ? { "?xml?": 'version="1.0"', root: each } : each);
        // What an XML document is has one root.
        const conditions = (all: readonly Yaml[]) =>
          isXml ? all.filter((each) => /"(?:status|headers)":/.test(JSON.stringify(each))) : all;
        const success = conditions(rest.success ?? []);
        const [chosen] = conditions([when ?? "x"]);
        const bodies = {
          named: { ...(named as object), "n?": "$message" },
          shell: { code: "$code", "message?": "$message", ...(body as object) },
        };
        const format = {
          ...rest,
          success: success.length > 0 ? success : undefined,
          body: inXml(built.$body === "shell" ? { $body: "shell" } : built),
          ...((accepts !== undefined || (batch.length > 0 && !isXml)) && {
            accepts: [
              ...(accepts === undefined ? [] : [inXml({ code: "$code", inner: accepts })]),
              ...(isXml ? [] : batch),
            ],
          }),
          ...(header !== undefined && { headers: { "X-One": header } }),
          codes: {
            first: {
              ...(code !== undefined && { code }),
              ...(also !== undefined && { also }),
              ...(own !== undefined && {
                body: inXml({ kind: "first", id: "$code", ...(own as object) }),
              }),
            },
          },
          infer: {
            409:
              when === undefined || chosen === undefined
                ? "first"
                : [{ code: "second", when: chosen }, "first"],
          },
        };
        const text = JSON.stringify([format.body, format.headers, bodies]);
        const isUsed = (name: string) =>
          JSON.stringify([format, name === "named" ? bodies.shell : ""]).includes(
            `"$body":"${name}"`,
          );
        const used = Object.entries(bodies).filter(
          ([name]) =>
            isUsed(name) &&
            (name === "shell" ||
              isUsed("shell") ||
              JSON.stringify(format).includes('"$body":"named"')),
        );
        const omits = has.filter(
          (name) => !/"\*":"\$fields"/.test(text) && !new RegExp(`[$|{]${name}\\b`).test(text),
        );
        return {
          ...format,
          ...(used.length > 0 && { bodies: Object.fromEntries(used) }),
          ...(omits.length > 0 && { omits }),
        };
      },
    );
}
