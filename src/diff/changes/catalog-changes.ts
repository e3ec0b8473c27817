/** The kinds of changes to a catalog as a whole and to its operations. */
import { type ChangeKindDefinition, changeKind } from "./change-kind.js";

/** By id. */
export const catalogChanges = {
  "catalog-renamed": changeKind(
    ["breaks", "breaks", "major"],
    "The catalog has another name.",
    "The union and its guard are called otherwise, and errors of the old module are strangers to the new one.",
    "Change the title instead.",
  ),
  "consumes-changed": changeKind(
    ["breaks", "safe", "major"],
    "The catalog is of somebody else's service now, or no longer.",
    "Only a catalog of one's own has a module that makes answers.",
    "Give the other catalog a name of its own.",
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
  "type-address-changed": changeKind(
    ["safe", "breaks", "major"],
    "Types have another address, and a wire format writes it.",
    "Clients of RFC 9457 tell errors apart by this address.",
    "Keep the address: it need not lead anywhere.",
  ),
  "type-also-added": changeKind(
    ["safe", "safe", "minor"],
    "Types are read at an address more.",
    "What is sent stays the same.",
  ),
  "type-also-removed": changeKind(
    ["safe", "breaks", "major"],
    "Types are read at an address no more.",
    "Older servers still send it.",
    "Keep it in `also`.",
  ),
  "context-added": changeKind(
    ["safe", "safe", "minor"],
    "Answers may have a value of the request more.",
    "Clients leave alone what they do not know.",
  ),
  "context-removed": changeKind(
    ["breaks", "breaks", "major"],
    "Answers have a value of the request no more.",
    "Services that hand it over and clients that read it no longer compile.",
    "Keep it declared.",
  ),
  "context-changed": changeKind(
    ["breaks", "breaks", "major"],
    "A value of the request has another type.",
    "Services hand over the old one, and deployed clients expect it.",
    "Declare another value beside it.",
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
  "role-changed": changeKind(
    ["notice", "notice", "minor"],
    "What a framework finds by itself leaves as another code, or with other fields.",
    "Clients meet another code where a request did not get as far as the service.",
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
} as const satisfies Record<string, ChangeKindDefinition>;
