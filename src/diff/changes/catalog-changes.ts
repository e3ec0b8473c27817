/** The kinds of changes to a catalog as a whole, its operations and its wire formats. */
import { type ChangeKindDefinition, changeKind } from "./change-kind.js";

const deployedClients = "Deployed clients do not know it.";

/** By id. */
export const catalogChanges = {
  "catalog-renamed": changeKind(
    ["breaks", "breaks", "major"],
    "The catalog has another name.",
    "The union and its guard are called otherwise, and errors of the old module are strangers to the new one.",
    "Change the title instead.",
  ),
  "docs-address-changed": changeKind(
    ["safe", "safe", "patch"],
    "The help pages have another address.",
    "No wire format writes it.",
  ),
  "docs-on-wire-changed": changeKind(
    ["safe", "breaks", "major"],
    "The help pages have another address, and a wire format writes it.",
    "Clients of RFC 9457 tell errors apart by this address.",
    "Keep the address and let it redirect.",
  ),
  "default-wire-changed": changeKind(
    ["safe", "breaks", "major"],
    "The default wire format is another.",
    "Whoever uses `encode` and `decode` of the module speaks another language from now on.",
    "Import the other format where it is wanted.",
  ),
  "fallback-changed": changeKind(
    ["notice", "notice", "minor"],
    "What is in no catalog leaves as another code.",
    "Clients meet another code where the service failed to name one.",
  ),
  "infer-changed": changeKind(
    ["safe", "notice", "minor"],
    "A bare status stands for another code.",
    "New clients read it differently from deployed ones.",
  ),
  "category-added": changeKind(
    ["safe", "safe", "minor"],
    "A category is added.",
    "The module exports a union and a guard more.",
  ),
  "category-removed": changeKind(
    ["breaks", "breaks", "major"],
    "A category is removed.",
    "Its union and its guard are gone from the module.",
    "Keep it, and leave it empty.",
  ),
  "category-retitled": changeKind(
    ["safe", "safe", "patch"],
    "A category has another title.",
    "It is for people.",
  ),
  "type-added": changeKind(
    ["safe", "safe", "minor"],
    "A named type is added.",
    "The module exports a type more.",
  ),
  "type-removed": changeKind(
    ["breaks", "breaks", "major"],
    "A named type is removed.",
    "Imports of it no longer compile, whatever has become of the fields.",
    "Keep the name.",
  ),
  "operation-added": changeKind(
    ["safe", "safe", "minor"],
    "An operation is added.",
    "The module exports a union more.",
  ),
  "operation-removed": changeKind(
    ["breaks", "breaks", "major"],
    "An operation is removed.",
    "Its union is gone from the module.",
    "Keep it until the next major version.",
  ),
  "operation-code-added": changeKind(
    ["safe", "notice", "minor"],
    "An operation may answer with a code more.",
    "An exhaustive switch over its errors no longer compiles.",
  ),
  "operation-code-removed": changeKind(
    ["notice", "notice", "minor"],
    "An operation answers with a code no more.",
    "Handlers that have an arm too many are refused.",
  ),
  "extension-changed": changeKind(
    ["safe", "safe", "patch"],
    "A key of the catalog's own is added, removed or says something else.",
    "errdex hands it on and does not know what it means.",
  ),
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
  "wire-spelling-reused": changeKind(
    ["refused", "refused", "major"],
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
