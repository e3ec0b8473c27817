/** The catalogs that `errdex init --consume` writes: of somebody else's service, whose answers are only read. */
import { catalogLines } from "./starter.js";

/** A catalog to begin with, where no starter has the wire format of the service. The name is one in kebab-case. */
export function consumedFiles(name: string): Readonly<Record<string, string>> {
  return {
    "catalog.yaml": `${catalogLines(name)}
version: 1.0.0
${consumesLine}
categories:
  service: The service
outputs:
  typescript: ../src/errors       # a folder; \`errdex build\` writes it
`,
    "errors/service.yaml": `category: service
errors:
  not_found:
    status: 404
  invalid_request:
    status: 400
    fields:
      param?: string              # what else the answer says; \`?\` where it may be missing
  rate_limited:
    status: 429
`,
    "wire/service.yaml": `wire: service
# An answer of the service, with a variable wherever something varies:
# { "error": { "code": "invalid_request", "message": "…", "param": "name" } }
body:
  error:
    code: $code
    message?: $message
    param?: $param
# Answers that have no code are read by their status.
infer:
  404: not_found
  429: rate_limited
`,
  };
}

const consumesLine =
  "consumes: true                  # of somebody else's service, whose answers are only read";

/** The files of a starter, without what only those need who answer. */
export function consuming(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const read = Object.entries(files).map(([path, text]) => [path, readOnly(path, text)]);
  return Object.fromEntries(read);
}

function readOnly(path: string, text: string): string {
  if (path.startsWith("errors/")) return withoutKeys(text, ofEntries, "    ");
  if (path !== "catalog.yaml") return text;
  return withoutKeys(text, ofCatalog, "").replace(/^version: .*$/m, `$&\n${consumesLine}`);
}

const ofCatalog = ["fallback", "roles", "allow"];
const ofEntries = [
  ...["meaning", "causes", "fixes", "resolver", "headers", "challenge", "never_sent", "since"],
];

/** Block style, as starters have it: what is further in belongs to the key. */
function withoutKeys(text: string, keys: readonly string[], indent: string): string {
  return text.replace(new RegExp(`^${indent}(${keys.join("|")}):.*\n(${indent} +.*\n)*`, "gm"), "");
}
