/** What generated catalogs are made of: ten services with forty things each, and what can go wrong with a thing. */

/** Each is a category. */
export const services = [
  "billing",
  "booking",
  "courier",
  "gallery",
  "identity",
  "ledger",
  "market",
  "payroll",
  "ticket",
  "vault",
];
/** Each is a file of each service. */
export const things = [
  "account",
  "address",
  "album",
  "archive",
  "badge",
  "basket",
  "batch",
  "branch",
  "budget",
  "calendar",
  "campaign",
  "carrier",
  "channel",
  "claim",
  "comment",
  "contract",
  "coupon",
  "customer",
  "device",
  "discount",
  "document",
  "domain",
  "draft",
  "export",
  "folder",
  "gateway",
  "invoice",
  "label",
  "license",
  "listing",
  "locker",
  "mailbox",
  "member",
  "message",
  "order",
  "parcel",
  "password",
  "payment",
  "permit",
  "profile",
];

/** What can go wrong with a thing. `@` stands for the thing, `#` for the service. */
export const problems = [
  {
    id: "not_found",
    status: 404,
    title: "@ not found",
    messages: ["There is no @ with the number {id}."],
    retry: "never",
    fields: ["id: uuid"],
    examples: [["A number that was never given", ["id: 3f0a4f0c-6b0e-4a3c-9d57-0b1f0f6f6d11"]]],
  },
  {
    id: "gone",
    status: 410,
    title: "@ deleted",
    messages: ["The @ was deleted on {deleted_at}.", "The @ was deleted."],
    retry: "never",
    fields: ["deleted_at?: date-time"],
    examples: [
      ["Deleted last year", ['deleted_at: "2025-03-02T10:15:00Z"']],
      ["The day is not known", []],
    ],
  },
  {
    id: "forbidden",
    status: 403,
    title: "@ belongs to somebody else",
    messages: ["You may not open this @."],
    retry: "never",
    fields: [],
    examples: [["The @ of another person", []]],
  },
  {
    id: "locked",
    status: 423,
    title: "@ in use",
    messages: ["{locked_by} is working on the @ at the moment."],
    retry: "backoff",
    fields: ["locked_by: string", "since?: date-time"],
    examples: [["A colleague has it open", ["locked_by: Ada", 'since: "2026-03-02T10:15:00Z"']]],
  },
  {
    id: "limit_reached",
    status: 403,
    title: "Limit of @ entries reached",
    messages: ["You have used {usage.used} of {usage.limit} places of the {usage.plan} plan."],
    retry: "never",
    fields: ["action: { oneOf: [UpgradeAction, VerifyAction] }", "usage: Usage"],
    examples: [
      [
        "A free plan that is full",
        [
          "action: { type: upgrade, url: https://example.com/upgrade?sig=fake, label: Upgrade }",
          "usage: { plan: free, used: 100, limit: 100 }",
        ],
      ],
    ],
  },
  {
    id: "rate_limited",
    status: 429,
    title: "Too many requests for one @",
    messages: [
      "Too many requests. Try again in {retry_after} seconds.",
      "Too many requests. Wait a while.",
    ],
    retry: "after",
    delay: "retry_after",
    fields: [
      "retry_after?: Seconds",
      "limit?: { type: integer, minimum: 0, description: How many requests are allowed in a minute. }",
    ],
    examples: [
      ["With the time to wait", ["retry_after: 60", "limit: 100"]],
      ["Without it", []],
    ],
  },
  {
    id: "conflict",
    status: 409,
    title: "@ changed in the meantime",
    messages: ["Somebody else changed the @. The current version is {current_version}."],
    retry: "never",
    fields: ["current_version: integer"],
    examples: [["Two people save at once", ["current_version: 7"]]],
  },
  {
    id: "exists",
    status: 409,
    title: "@ exists already",
    messages: ["There is a @ named {name_taken} already."],
    retry: "never",
    fields: ["name_taken: string", "existing_id?: uuid"],
    examples: [
      [
        "The same name twice",
        ["name_taken: Spring", "existing_id: 3f0a4f0c-6b0e-4a3c-9d57-0b1f0f6f6d11"],
      ],
    ],
  },
  {
    id: "invalid",
    status: 422,
    title: "@ not filled in correctly",
    messages: ["The @ was not saved, because some of its parts are not right."],
    retry: "never",
    fields: ["errors: FieldErrors"],
    examples: [["A part that is too long", ["errors: { title: [No more than 80 letters.] }"]]],
  },
  {
    id: "too_large",
    status: 413,
    title: "@ over the size limit",
    messages: ["The @ has {size_bytes} bytes, and {max_bytes} are allowed.", "The @ is too large."],
    retry: "never",
    fields: [
      "size_bytes?: { type: integer, minimum: 0 }",
      "max_bytes?: { type: integer, minimum: 0, description: The most that is accepted. }",
    ],
    examples: [
      ["A little too large", ["size_bytes: 1048577", "max_bytes: 1048576"]],
      ["The size is not known", []],
    ],
  },
  {
    id: "unsupported",
    status: 415,
    title: "@ of an unknown kind",
    messages: ["This kind of @ is not supported. Accepted: {accepted}."],
    retry: "never",
    fields: ["accepted: { type: array, items: string, minItems: 1 }"],
    examples: [["An old kind", ["accepted: [json, csv]"]]],
  },
  {
    id: "expired",
    status: 410,
    title: "@ expired",
    messages: ["The @ was valid until {expired_at}."],
    retry: "never",
    fields: ["expired_at: date-time"],
    examples: [["It ended yesterday", ['expired_at: "2026-03-01T00:00:00Z"']]],
  },
  {
    id: "not_verified",
    status: 403,
    title: "@ not verified",
    messages: ["Verify the @ first."],
    retry: "never",
    fields: ["action: VerifyAction"],
    examples: [
      [
        "Just created",
        ["action: { type: verify, url: https://example.com/verify?sig=fake, label: Verify }"],
      ],
    ],
  },
  {
    id: "payment_required",
    status: 402,
    title: "@ not paid for",
    messages: ["{price.amount} {price.currency} are due before the @ can be used."],
    retry: "never",
    fields: ["price: Money", "due?: date"],
    examples: [["The first month", ["price: { amount: 12, currency: EUR }", 'due: "2026-04-01"']]],
  },
  {
    id: "declined",
    status: 402,
    title: "@ declined",
    messages: ["The bank declined the @: {reason}."],
    retry: "never",
    fields: ["reason: DeclineReason", "trace?: { type: string, internal: true }"],
    examples: [["No money left", ["reason: insufficient_funds"]]],
  },
  {
    id: "closed",
    status: 409,
    title: "@ closed",
    messages: ["The @ is closed, so nothing can be added to it."],
    retry: "never",
    fields: [],
    examples: [["It was closed by its owner", []]],
  },
  {
    id: "empty",
    status: 422,
    title: "@ without content",
    messages: ["The @ has nothing in it."],
    retry: "never",
    fields: [],
    examples: [["Saved at once", []]],
  },
  {
    id: "wrong_owner",
    status: 403,
    title: "@ in another team",
    messages: ["The @ belongs to the team {team}."],
    retry: "never",
    fields: ["team: string", "request_id?: RequestId"],
    examples: [["A link from a colleague", ["team: Support", 'request_id: "81f2"']]],
  },
  {
    id: "sync_failed",
    status: [502, 504],
    title: "@ not synchronized",
    messages: ["The other side of # did not answer for the @."],
    retry: "backoff",
    fields: ["origin?: Origin"],
    examples: [
      ["It was down", ["origin: backend"]],
      ["It was too slow", []],
    ],
  },
  {
    id: "storage_failed",
    status: 500,
    title: "@ not stored",
    messages: ["The @ could not be stored."],
    retry: "backoff",
    fields: ["request_id?: RequestId"],
    examples: [["A disk that is full", ['request_id: "81f2"']]],
  },
  {
    id: "unavailable",
    status: 503,
    title: "@ not available at the moment",
    messages: [
      "The @ is not available. Try again in {retry_after} seconds.",
      "The @ is not available at the moment.",
    ],
    retry: "after",
    delay: "retry_after",
    fields: ["retry_after?: Seconds", "origin?: Origin"],
    examples: [["Maintenance", ["retry_after: 600", "origin: self"]]],
  },
  {
    id: "timeout",
    status: 504,
    title: "@ took too long",
    messages: ["The @ was not ready within {seconds} seconds."],
    retry: "backoff",
    fields: ["seconds: Seconds"],
    examples: [["A large one", ["seconds: 30"]]],
  },
  {
    id: "unsigned",
    status: 401,
    title: "@ without a signature",
    messages: ["Sign in to see the @."],
    retry: "never",
    fields: [],
    examples: [["Nobody is signed in", []]],
  },
  {
    id: "broken",
    status: 422,
    title: "@ damaged",
    messages: ["Line {position.line} of the @ cannot be read."],
    retry: "never",
    fields: ["position: Position"],
    examples: [["Cut off half-way", ["position: { line: 12, column: 1 }"]]],
  },
  {
    id: "blocked",
    status: 451,
    title: "@ withheld for legal reasons",
    messages: ["The @ cannot be shown in your country."],
    retry: "never",
    fields: ["country?: { type: string, minLength: 2, maxLength: 2 }"],
    examples: [["A country is known", ["country: FR"]]],
  },
];

/** The types of the fields. */
export const types = `types:
  Seconds: { type: integer, minimum: 0, description: A length of time in whole seconds. }
  RequestId: { type: string, description: The number of this request. }
  Origin: { type: string, enum: [self, backend, unknown], description: Who turned the request down. }
  DeclineReason: { type: string, enum: [insufficient_funds, card_expired, do_not_honor], description: What the bank said. }
  FieldErrors: { type: object, description: For each name what is wrong with it., additionalProperties: { type: array, items: string } }
  Money:
    type: object
    description: An amount of money.
    properties: { amount: number, currency: string }
  Position:
    type: object
    properties: { line: { type: integer, minimum: 1 }, column?: { type: integer, minimum: 1 } }
  Usage:
    type: object
    description: How much of the plan has been used.
    properties: { plan: string, used: { type: integer, minimum: 0 }, limit: { type: integer, minimum: 0 } }
  UpgradeAction:
    type: object
    description: Offer the person a larger plan.
    properties:
      type: { type: string, const: upgrade }
      url: { type: string, format: uri, secret: true, description: A signed link for this person alone. }
      label: string
  VerifyAction:
    type: object
    description: Ask the person to confirm something.
    properties:
      type: { type: string, const: verify }
      url: { type: string, format: uri, secret: true, description: A signed link for this person alone. }
      label: string
`;
