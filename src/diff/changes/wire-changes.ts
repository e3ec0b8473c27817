/** The kinds of changes to wire formats. */
import { type ChangeKindDefinition, changeKind, refusedKind } from "./change-kind.js";

const deployedClients = "Deployed clients do not know it.";

/** By id. */
export const wireChanges = {
  "wire-added": changeKind(
    ["safe", "safe", "minor"],
    "A wire format is added.",
    "The module exports a format more.",
  ),
  "wire-removed": changeKind(
    ["breaks", "breaks", "major"],
    "A wire format is removed.",
    "Imports of it no longer compile.",
    "Keep the file.",
  ),
  "wire-media-changed": changeKind(
    ["safe", "breaks", "major"],
    "A wire format sends another media type.",
    "Clients choose by it how to read the body.",
    "Bring a format of its own.",
  ),
  "wire-syntax-changed": changeKind(
    ["safe", "breaks", "major"],
    "A wire format is written in another syntax.",
    "Deployed clients read the bodies as something else.",
    "List the new syntax behind the old one, or bring a format of its own.",
  ),
  "wire-syntax-added": changeKind(
    ["safe", "safe", "minor"],
    "A wire format is read in a syntax more.",
    "What is sent stays the same.",
  ),
  "wire-syntax-removed": changeKind(
    ["safe", "breaks", "major"],
    "A wire format is read in a syntax no more.",
    "Older servers still send it.",
    "Keep it in the list.",
  ),
  "wire-success-changed": changeKind(
    ["safe", "notice", "minor"],
    "Other answers of a wire format are no errors.",
    "New clients take an answer for a success where deployed ones do not, or the other way.",
  ),
  "wire-status-changed": changeKind(
    ["safe", "breaks", "major"],
    "A code has another status on a wire.",
    "Clients, proxies and caches that go by the status treat the error differently.",
    "Add the status behind the first.",
  ),
  "wire-status-added": changeKind(
    ["safe", "notice", "minor"],
    "A code has another status besides on a wire.",
    "Clients that go by the status meet it for the first time.",
  ),
  "wire-spelling-changed": changeKind(
    ["safe", "breaks", "major"],
    "A code is spelled otherwise on a wire.",
    "Deployed clients do not know it; `also` is in new ones alone.",
    "Keep the spelling: on the wire it need not follow the code.",
  ),
  "wire-spelling-reused": refusedKind(
    "breaks",
    "A spelling stands for another code than before.",
    "Clients that knew it would take the new error for the old one.",
    "Choose a spelling that this wire never had.",
  ),
  "wire-also-added": changeKind(
    ["safe", "safe", "minor"],
    "A wire format reads a spelling more.",
    "What is sent stays the same.",
  ),
  "wire-also-removed": changeKind(
    ["safe", "breaks", "major"],
    "A wire format reads a spelling no more.",
    "Older servers still send it.",
    "Keep it in `also`.",
  ),
  "wire-case-ignored": changeKind(
    ["safe", "safe", "minor"],
    "A wire format reads spellings in any case.",
    "What is sent stays the same.",
  ),
  "wire-case-compared": changeKind(
    ["safe", "breaks", "major"],
    "A wire format reads spellings in one case alone.",
    "Other servers may spell them otherwise.",
    "Keep `case: ignore`.",
  ),
  "wire-accepts-added": changeKind(
    ["safe", "safe", "minor"],
    "A wire format reads a body more.",
    "What is sent stays the same.",
  ),
  "wire-accepts-removed": changeKind(
    ["safe", "breaks", "major"],
    "A wire format reads a body no more.",
    "Older servers still send it.",
    "Keep it in `accepts`.",
  ),
  "wire-member-added": changeKind(
    ["safe", "safe", "minor"],
    "A body has a member more that may be absent.",
    "Clients leave alone what they do not know.",
  ),
  "wire-member-required": changeKind(
    ["safe", "breaks", "major"],
    "A body has to have a member more.",
    "New clients refuse what older servers send.",
    "Make the member optional.",
  ),
  "wire-name-added": changeKind(
    ["safe", "safe", "minor"],
    "A member of a body is read under a name more.",
    "What is sent stays the same.",
  ),
  "wire-name-removed": changeKind(
    ["safe", "breaks", "major"],
    "A member of a body is read under a name no more.",
    "Older servers still send it.",
    "Keep the name behind the first.",
  ),
  "wire-default-added": changeKind(
    ["safe", "notice", "minor"],
    "A member of a body has a value where it had none.",
    "Deployed clients read it as if somebody had said it.",
  ),
  "wire-default-changed": changeKind(
    ["safe", "breaks", "major"],
    "A member of a body has another value, or none, where nothing is said.",
    "Clients rely on what stood there.",
    "Keep the value.",
  ),
  "wire-member-changed": changeKind(
    ["safe", "breaks", "major"],
    "A member of a body is moved, renamed, removed or filled differently.",
    "Deployed clients look for it where it was.",
    "Keep the member, and add another beside it.",
  ),
  "wire-header-added": changeKind(
    ["safe", "safe", "minor"],
    "A wire format sends a header more.",
    "Clients leave alone what they do not know.",
  ),
  "wire-header-removed": changeKind(
    ["safe", "breaks", "major"],
    "A wire format sends a header no more.",
    "Clients may read it.",
    "Keep the header.",
  ),
  "wire-header-changed": changeKind(
    ["safe", "breaks", "major"],
    "A header of a wire format is filled differently.",
    "Clients may read its value.",
    "Send the new value in another header.",
  ),
  "wire-field-omitted": changeKind(
    ["safe", "breaks", "major"],
    "A wire format sends a field no more.",
    "Clients may read it.",
    "Keep its place in the template.",
  ),
  "wire-field-sent": changeKind(
    ["safe", "safe", "minor"],
    "A wire format sends an optional field that it omitted.",
    "Clients leave alone what they do not know.",
  ),
  "wire-field-required": changeKind(
    ["safe", "breaks", "major"],
    "A wire format sends a required field that it omitted.",
    "New clients refuse an error of an older server, which lacks it.",
    "Omit it still, or make the field optional.",
  ),
  "wire-code-added": changeKind(
    ["safe", "notice", "minor"],
    "A wire format has a code that it did not have.",
    `An exhaustive switch over its errors no longer compiles. ${deployedClients}`,
  ),
  "wire-code-removed": changeKind(
    ["notice", "breaks", "major"],
    "A wire format has a code no more.",
    "Clients meet another code in its place.",
    "Keep its row.",
  ),
  "wire-fold-changed": changeKind(
    ["safe", "breaks", "major"],
    "A code that another stood for on a wire is sent differently.",
    `Clients meet another code than before. ${deployedClients}`,
    "Leave it folded.",
  ),
  "wire-column-changed": changeKind(
    ["safe", "breaks", "major"],
    "What a wire format writes of a code from its table is another.",
    "Clients may read it.",
    "Keep the value.",
  ),
} as const satisfies Record<string, ChangeKindDefinition>;
