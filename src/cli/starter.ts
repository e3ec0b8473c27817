/** The catalog that `errdex init` writes: small, whole, and built at once. */
import { pascalCase } from "../model/identifier.js";

/** Files by their path in the catalog's folder. The name is one in kebab-case. */
export function starterFiles(name: string): Readonly<Record<string, string>> {
  return { "catalog.yaml": headOf(name), ...entryFiles };
}

/** The first lines of a new `catalog.yaml`: the name, which is one in kebab-case, and a title. */
export function catalogLines(name: string): string {
  return `catalog: ${name.padEnd(24)} # names the union: ${pascalCase(name)}Error
title: Errors of ${name}`;
}

function headOf(name: string): string {
  return `${catalogLines(name)}
version: 1.0.0
docs: https://errors.example.com/{code}
wire: flat
categories:
  orders: Orders
  service: Service
types:
  Seconds: { type: integer, minimum: 0 }
fallback: internal_error
roles:
  unexpected: internal_error      # what a server finds by itself; there are also route_not_found, validation …
outputs:
  typescript: ../src/errors       # a folder; \`errdex build\` writes it
  # site: ../site                 # the help pages; there are also openapi, json-schema and fixtures
`;
}

const entryFiles = {
  "errors/orders.yaml": `category: orders
errors:
  out_of_stock:
    status: 409
    title: Out of stock
    message: Only {available} of "{product}" are left.
    meaning: The shop has fewer of this product than the order asks for.
    causes:
      - Somebody else bought the last ones while the order was being made.
    fixes:
      - Order fewer, or ask to be told when there are more.
    resolver: user
    retry: never
    fields:
      product: string
      available: { type: integer, minimum: 0 }
    examples:
      - title: Two are left
        fields: { product: Blue cup, available: 2 }
    since: 1.0.0
`,
  "errors/service.yaml": `category: service
errors:
  rate_limited:
    status: 429
    title: Too many requests
    message:
      - Too many requests. Try again in {retry_after} seconds.
      - Too many requests. Try again later.
    meaning: More requests came than the service accepts in a certain time.
    causes:
      - A program repeats a request without a pause.
    fixes:
      - Wait as long as the answer says, then try again.
    resolver: caller
    retry: after
    delay: retry_after
    fields:
      retry_after?: Seconds
    examples:
      - title: One minute to wait
        fields: { retry_after: 60 }
    since: 1.0.0
  internal_error:
    status: 500
    title: Something went wrong
    message: Something went wrong on our side.
    meaning: The service met a problem that it did not expect.
    causes:
      - A fault in the service.
    fixes:
      - Try again in a moment. If it stays, tell the people who run the service.
    resolver: operator
    retry: backoff
    examples:
      - title: A fault
    since: 1.0.0
`,
};
