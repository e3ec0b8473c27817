/** The kinds of changes to codes, their statuses and what is said of them. */
import {
  acceptedKind,
  type ChangeKindDefinition,
  changeKind,
  kindBeyondHttp,
  refusedKind,
} from "./change-kind.js";

/** By id. */
export const codeChanges = {
  "code-added": changeKind(
    ["safe", "notice", "minor"],
    "A code is added.",
    "An exhaustive switch no longer compiles, and deployed clients see an unrecognized error.",
  ),
  "code-removed": refusedKind(
    "breaks",
    "A released code is gone without a tombstone.",
    "Nothing would keep the code from being used for something else.",
    "Keep the entry and mark it as `retired`.",
  ),
  "code-ended": changeKind(
    ["breaks", "breaks", "major"],
    "A code is retired.",
    "Its constructor is gone, and clients wait for it in vain.",
    "Mark it as `deprecated` first, and retire it with the next major version.",
  ),
  "code-renamed": changeKind(
    ["breaks", "breaks", "major"],
    "A code is retired, and another has taken its place.",
    "Its constructor is gone, and deployed clients do not know the new name.",
    "Change the title or the `name` instead; clients never show the code itself.",
  ),
  "code-reused": refusedKind(
    "breaks",
    "A retired or removed code is used again.",
    "Clients that knew it would take the new error for the old one.",
    "Choose a code that was never released.",
  ),
  "code-returned": acceptedKind(
    "minor",
    ["safe", "notice", "minor"],
    "A retired code is in use again as it was.",
    "Clients that were built in between do not know it.",
    "Say why it is back: accept it with `suppress` and a reason.",
  ),
  "code-repurposed": acceptedKind(
    "none",
    ["notice", "breaks", "major"],
    "A code in use is given another meaning.",
    "Clients that know it take the new error for the old one.",
    "Choose a new code and retire this one. If it means the same in other words, accept it with `suppress` and a reason.",
  ),
  "tombstone-added": changeKind(
    ["safe", "safe", "patch"],
    "A code that was never in use is retired.",
    "Nobody had it.",
  ),
  "tombstone-emptied": changeKind(
    ["safe", "breaks", "major"],
    "A retired code no longer decodes.",
    "Older servers still send it, and new clients no longer read its fields.",
    "Keep the keys of the retired entry.",
  ),
  "tombstone-removed": changeKind(
    ["notice", "safe", "patch"],
    "The tombstone of a code is gone.",
    "The ledger remembers the code, but those who read the catalog no longer see that it was there.",
    "Keep the entry.",
  ),
  "ledger-forgotten": refusedKind(
    "safe",
    "A retired code or spelling is remembered nowhere any more.",
    "Nothing would keep it from being used for something else.",
    "Take `released.json` back from your history; `errdex release` keeps what it remembers.",
  ),
  "code-deprecated": changeKind(
    ["notice", "notice", "minor"],
    "A code is deprecated.",
    "Editors strike out its constructor and its interface.",
  ),
  "deprecation-withdrawn": changeKind(
    ["safe", "safe", "patch"],
    "A code is no longer deprecated.",
    "It works as before.",
  ),
  "ending-changed": changeKind(
    ["safe", "safe", "patch"],
    "What is said of a deprecated or retired code has changed.",
    "Only people read it.",
  ),
  "since-changed": changeKind(
    ["safe", "safe", "patch"],
    "The version that brought a code is another.",
    "Only people read it.",
  ),
  "identifier-changed": changeKind(
    ["breaks", "breaks", "major"],
    "The constructor and the interface of a code are called otherwise.",
    "Imports of the old names no longer compile.",
    "Keep the old `name`.",
  ),
  "status-added": changeKind(
    ["safe", "notice", "minor"],
    "A code has another status besides.",
    "The type of `status` grows.",
  ),
  "status-removed": changeKind(
    ["breaks", "notice", "major"],
    "A code has a status no more.",
    "A constructor that is given this status no longer compiles.",
    "Keep the status and stop sending it.",
  ),
  "status-default-changed": changeKind(
    ["notice", "breaks", "major"],
    "The default status of a code is another.",
    "Clients, proxies and caches that go by the status treat the error differently.",
    "Add the status behind the first, and choose it with `options.status`.",
  ),
  "sending-stopped": changeKind(
    ["breaks", "notice", "major"],
    "A code is never sent any more.",
    "`encode` no longer takes it.",
    "Retire the code.",
  ),
  "sending-started": changeKind(
    ["safe", "notice", "minor"],
    "A code that only logs saw is sent.",
    "Clients meet it for the first time.",
  ),
  "stack-changed": changeKind(
    ["notice", "safe", "patch"],
    "Whether the errors of a code capture a stack has changed.",
    "Logs show more or less than before.",
  ),
  "title-changed": changeKind(
    ["safe", "safe", "patch"],
    "A title is another.",
    "It is for people.",
  ),
  "message-changed": changeKind(
    ["safe", "safe", "patch"],
    "A message is another.",
    "It is for people; programs go by the code and the fields.",
  ),
  "meaning-changed": changeKind(
    ["safe", "safe", "patch"],
    "The meaning of a code is told otherwise.",
    "It is for people and agents; programs go by the code and the fields.",
  ),
  "causes-changed": changeKind(
    ["safe", "safe", "patch"],
    "Other causes of a code are told.",
    "It is for people and agents; programs go by the code and the fields.",
  ),
  "fixes-changed": changeKind(
    ["safe", "safe", "patch"],
    "Other fixes for a code are told.",
    "It is for people and agents; programs go by the code and the fields.",
  ),
  "resolver-changed": changeKind(
    ["safe", "safe", "patch"],
    "Somebody else can mend a code.",
    "It is for people and agents; programs go by the code and the fields.",
  ),
  "translation-unchanged": changeKind(
    ["safe", "safe", "patch"],
    "The English of a code has changed, and a translation of it has not.",
    "Readers of that language are told what was true before.",
    "Translate it again. If it is still right, `allow` says so to the rule translation-stale.",
  ),
  "category-moved": changeKind(
    ["safe", "safe", "patch"],
    "A code stands under another category.",
    "The help page lists it elsewhere.",
  ),
  "retry-changed": changeKind(
    ["safe", "notice", "minor"],
    "Whether trying again can help has changed.",
    "Clients that go by it behave differently.",
  ),
  "severity-changed": changeKind(
    ["notice", "safe", "patch"],
    "How bad an error is has changed.",
    "It reaches logs and trackers under another level.",
  ),
  "grpc-added": kindBeyondHttp(
    ["safe", "notice", "minor"],
    "A code says which gRPC status it has.",
    "Nothing was said of it, so nobody could rely on it.",
  ),
  "grpc-changed": kindBeyondHttp(
    ["notice", "breaks", "major"],
    "The gRPC status of a code is another.",
    "Clients of gRPC decide by it whether to try again.",
    "Keep the status.",
  ),
  "exit-added": kindBeyondHttp(
    ["safe", "notice", "minor"],
    "A code says which exit code it has.",
    "Nothing was said of it, so nobody could rely on it.",
  ),
  "exit-changed": kindBeyondHttp(
    ["notice", "breaks", "major"],
    "The exit code of a code is another.",
    "Scripts go by it.",
    "Keep the exit code.",
  ),
  "delay-changed": changeKind(
    ["safe", "notice", "minor"],
    "The delay stands in other fields.",
    "Retry-After is filled from elsewhere.",
  ),
  "header-added": changeKind(
    ["safe", "safe", "minor"],
    "A code sends a header more.",
    "Clients leave alone what they do not know.",
  ),
  "header-removed": changeKind(
    ["safe", "breaks", "major"],
    "A code sends a header no more.",
    "Clients may read it.",
    "Keep the header.",
  ),
  "header-changed": changeKind(
    ["safe", "breaks", "major"],
    "A header of a code is filled differently.",
    "Clients may read its value.",
    "Send the new value in another header.",
  ),
  "challenge-added": changeKind(
    ["safe", "safe", "minor"],
    "A code says more in WWW-Authenticate.",
    "Clients leave alone what they do not know.",
  ),
  "challenge-changed": changeKind(
    ["safe", "breaks", "major"],
    "A code says something else in WWW-Authenticate.",
    "Clients of RFC 6750 decide by its error attribute.",
    "Keep the challenge.",
  ),
} as const satisfies Record<string, ChangeKindDefinition>;
