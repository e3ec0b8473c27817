/** Changes to codes and what is said of them. */
import { entryText } from "../../support/catalog-of.js";
import { entries, late, released } from "../compared.js";
import type { Row } from "./row.js";

const lateEntry = entryText("late", { title: "Too late" });
const early = entryText("early", { title: "Much too early", message: "Come back tomorrow." });
const bare = (code: string, more = "") => `  ${code}: { retired: { since: 1.0.0${more} } }\n`;
const tombstone = entries([lateEntry, bare("early")]);
const retired = { retired: "{ since: 1.0.0 }" };
const withKeys = entries([lateEntry, entryText("early", { title: "Too early", ...retired })]);
const german = { "locales/de.yaml": "locale: de\nerrors: { late: { title: Zu spät } }\n" };
const change = (
  name: string,
  base: Readonly<Record<string, string>>,
  current: Readonly<Record<string, string>>,
  ...finds: readonly string[]
): Row => ({ name, base: late(base), current: late(current), finds });

const help = (
  name: string,
  current: Readonly<Record<string, string>>,
  ...finds: readonly string[]
): Row => ({
  ...change(name, {}, current, ...finds),
  untold: finds,
});

/** By kind, in the order of the list. */
export const codeRows: readonly Row[] = [
  {
    name: "a code is added",
    base: late(),
    current: entries([lateEntry, early]),
    finds: ["code-added codes.early"],
  },
  {
    name: "a code is removed",
    base: entries([lateEntry, early]),
    current: late(),
    finds: ["code-removed codes.early"],
  },
  {
    name: "a code is retired",
    base: entries([lateEntry, early]),
    current: entries([lateEntry, bare("early")]),
    finds: ["code-ended codes.early.retired"],
  },
  {
    name: "a code is retired and keeps its keys",
    base: late(),
    current: late(retired),
    finds: ["code-ended codes.late.retired"],
  },
  {
    name: "a code is renamed",
    base: late(),
    current: entries([
      bare("late", ", replaced_by: tardy"),
      entryText("tardy", { title: "Too late" }),
    ]),
    finds: ["code-renamed codes.late.retired"],
  },
  {
    name: "a retired code is used again",
    base: entries([lateEntry, bare("early")]),
    current: entries([lateEntry, early]),
    finds: ["code-reused codes.early"],
  },
  {
    name: "a retired code is used again as it was",
    base: late(retired),
    current: late(),
    finds: ["code-returned codes.late"],
  },
  {
    name: "a code whose tombstone is long gone is used again as it was",
    base: {
      ...late(),
      "released.json": released(
        late(),
        entries([lateEntry, early]),
        entries([lateEntry, bare("early")]),
      ),
    },
    current: { ...entries([lateEntry, early]), "released.json": released(late()) },
    finds: ["code-returned codes.early"],
  },
  {
    name: "a code means something else",
    base: late(),
    current: late({
      title: "Password too weak",
      message: "Choose a longer password.",
      meaning: "The password has fewer than twelve characters.",
    }),
    finds: [
      "code-repurposed codes.late.title",
      "meaning-changed codes.late.meaning",
      "message-changed codes.late.message",
      "title-changed codes.late.title",
    ],
    untold: ["meaning-changed codes.late.meaning"],
  },
  {
    name: "a tombstone is added for a code that never was",
    base: late(),
    current: entries([lateEntry, bare("early")]),
    finds: ["tombstone-added codes.early.retired"],
  },
  {
    name: "a retired entry loses its keys",
    base: late(retired),
    current: entries([bare("late")]),
    finds: ["tombstone-emptied codes.late.retired"],
  },
  {
    name: "a retired entry that had keys is deleted",
    base: withKeys,
    current: { ...late(), "released.json": released(withKeys) },
    finds: ["tombstone-emptied codes.early"],
  },
  {
    name: "a tombstone is deleted",
    base: tombstone,
    current: { ...late(), "released.json": released(tombstone) },
    finds: ["tombstone-removed codes.early"],
  },
  {
    name: "a tombstone is deleted that no ledger has",
    base: tombstone,
    current: late(),
    finds: ["ledger-forgotten codes.early"],
  },
  {
    name: "a ledger forgets a code whose tombstone is long gone",
    base: { ...late(), "released.json": released(late(), tombstone) },
    current: { ...late(), "released.json": released(late()) },
    finds: ["ledger-forgotten past.codes.early"],
  },
  {
    name: "a ledger forgets a code that has a tombstone",
    base: { ...tombstone, "released.json": released(tombstone) },
    current: { ...tombstone, "released.json": released(late()) },
    finds: [],
  },
  change(
    "a code is deprecated",
    {},
    { deprecated: "{ since: 1.0.0 }" },
    "code-deprecated codes.late.deprecated",
  ),
  change(
    "a deprecation is withdrawn",
    { deprecated: "{ since: 1.0.0 }" },
    {},
    "deprecation-withdrawn codes.late",
  ),
  change(
    "a deprecation gives another reason",
    { deprecated: "{ since: 1.0.0 }" },
    { deprecated: "{ since: 1.0.0, reason: Nobody comes. }" },
    "ending-changed codes.late.deprecated",
  ),
  change("since is another", {}, { since: "0.9.0" }, "since-changed codes.late.since"),
  change(
    "the identifier is another",
    {},
    { name: "tooLate" },
    "identifier-changed codes.late.name",
  ),
  change("the name says what the code says already", {}, { name: "late" }),
  change(
    "a status is added behind the first",
    {},
    { status: "[409, 410]" },
    "status-added codes.late.statuses.410",
  ),
  change(
    "a status behind the first is removed",
    { status: "[409, 410]" },
    {},
    "status-removed codes.late.statuses.410",
  ),
  change(
    "the statuses change places",
    { status: "[409, 410]" },
    { status: "[410, 409]" },
    "status-default-changed codes.late.statuses.410",
  ),
  change(
    "the only status is another",
    {},
    { status: "410" },
    "status-removed codes.late.statuses.409",
    "status-default-changed codes.late.statuses.410",
  ),
  change(
    "a code is never sent any more",
    {},
    { never_sent: "true" },
    "sending-stopped codes.late.never_sent",
  ),
  change(
    "a code is sent that only logs saw",
    { never_sent: "true" },
    {},
    "sending-started codes.late.never_sent",
  ),
  change(
    "a code has no HTTP status any more",
    {},
    { status: "none" },
    "sending-stopped codes.late.never_sent",
    "status-removed codes.late.statuses.409",
    "wire-code-removed codes.late.wires.flat",
    "wire-code-removed codes.late.wires.problem",
  ),
  change(
    "a code has an HTTP status from now on",
    { status: "none" },
    {},
    "sending-started codes.late.never_sent",
    "wire-code-added codes.late.wires.flat",
    "wire-code-added codes.late.wires.problem",
  ),
  change(
    "what is said of severity, gRPC and the exit is another",
    { severity: "warning", grpc: "NOT_FOUND" },
    { severity: "critical", grpc: "INTERNAL", exit: "69" },
    "grpc-changed codes.late.grpc",
    "exit-added codes.late.exit",
    "severity-changed codes.late.severity",
  ),
  change(
    "a code says its gRPC status for the first time, and another exit code",
    { exit: "68" },
    { grpc: "INTERNAL", exit: "69" },
    "exit-changed codes.late.exit",
    "grpc-added codes.late.grpc",
  ),
  change("its errors capture no stack", {}, { stack: "false" }, "stack-changed codes.late.stack"),
  change("the title is another", {}, { title: "Late" }, "title-changed codes.late.title"),
  change(
    "the message is another",
    {},
    { message: "Too late." },
    "message-changed codes.late.message",
  ),
  help(
    "the meaning is another",
    { meaning: "Whoever comes after nine comes too late." },
    "meaning-changed codes.late.meaning",
  ),
  help(
    "the causes change places, and another is added",
    { causes: "[The clock is slow., Somebody else bought it.]" },
    "causes-changed codes.late.causes",
  ),
  help("a fix is another", { fixes: "[Come earlier.]" }, "fixes-changed codes.late.fixes"),
  help(
    "somebody else can mend it",
    { resolver: "operator" },
    "resolver-changed codes.late.resolver",
  ),
  {
    name: "the English is another, and a translation is not",
    base: { ...late(), ...german },
    current: { ...late({ title: "Late" }), ...german },
    finds: ["translation-unchanged codes.late.locales.de", "title-changed codes.late.title"],
    untold: ["translation-unchanged codes.late.locales.de"],
  },
  {
    name: "a code moves to another category",
    base: twoCategories("orders"),
    current: twoCategories("refunds"),
    finds: ["category-moved codes.late.category"],
  },
  change("retry is another", {}, { retry: "backoff" }, "retry-changed codes.late.retry"),
  change(
    "the delay stands elsewhere",
    { fields: "{ a?: integer, b?: integer }", delay: "a" },
    { fields: "{ a?: integer, b?: integer }", delay: "[b, a]" },
    "delay-changed codes.late.delay",
  ),
  change(
    "a header is added",
    {},
    { headers: "{ X-When: now }" },
    "header-added codes.late.headers.X-When",
  ),
  change(
    "a header is removed",
    { headers: "{ X-When: now }" },
    {},
    "header-removed codes.late.headers.x-when",
  ),
  change(
    "a header is filled differently",
    { headers: "{ X-When: now }" },
    { headers: "{ x-when: then }" },
    "header-changed codes.late.headers.x-when",
  ),
  change(
    "a header is written in capitals",
    { headers: "{ X-When: now }" },
    { headers: "{ X-WHEN: now }" },
  ),
  change(
    "a challenge is added",
    {},
    { challenge: "{ error: invalid_token }" },
    "challenge-added codes.late.challenge",
  ),
  change(
    "a challenge is another",
    { challenge: "{ error: invalid_token }" },
    { challenge: "{ error: invalid_request }" },
    "challenge-changed codes.late.challenge",
  ),
  change(
    "a challenge is gone",
    { challenge: "{ error: invalid_token }" },
    {},
    "challenge-changed codes.late.challenge",
  ),
];

function twoCategories(category: string) {
  const texts = late();
  return {
    "catalog.yaml": String(texts["catalog.yaml"]).replace(
      "{ orders: Orders }",
      "{ orders: Orders, refunds: Refunds }",
    ),
    "errors/a.yaml": String(texts["errors/a.yaml"]).replace("orders", category),
  };
}
