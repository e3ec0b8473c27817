/** The kinds of changes to fields and their types. */
import { type ChangeKindDefinition, changeKind } from "./change-kind.js";

const olderServers = "Older servers still send it, and new clients refuse it.";
const deployedClients = "Deployed clients refuse what they do not expect.";

/** By id. */
export const fieldChanges = {
  "field-added-optional": changeKind(
    ["safe", "safe", "minor"],
    "An optional field is added.",
    "Nobody has to give it, and clients leave alone what they do not know.",
  ),
  "field-added-required": changeKind(
    ["breaks", "breaks", "major"],
    "A required field is added.",
    "Calls that lack it no longer compile, and older servers do not send it.",
    "Make it optional.",
  ),
  "field-removed": changeKind(
    ["breaks", "breaks", "major"],
    "A field is removed.",
    "Calls that give it no longer compile, and clients may read it.",
    "Make it optional in a major version, and stop giving it.",
  ),
  "field-made-required": changeKind(
    ["breaks", "breaks", "major"],
    "An optional field is required now.",
    "Calls that lack it no longer compile, and older servers do not always send it.",
    "Leave it optional and always give it.",
  ),
  "field-made-optional": changeKind(
    ["safe", "breaks", "major"],
    "A required field is optional now.",
    "Deployed clients take an error without it for a broken one.",
    "Leave it required, or bring a new code.",
  ),
  "type-widened": changeKind(
    ["safe", "breaks", "major"],
    "A type takes more values than before.",
    deployedClients,
    "Bring a new field beside this one.",
  ),
  "type-narrowed": changeKind(
    ["breaks", "breaks", "major"],
    "A type takes fewer values than before.",
    `Calls that give others no longer compile. ${olderServers}`,
    "Leave the type, and give fewer values.",
  ),
  "type-changed": changeKind(
    ["breaks", "breaks", "major"],
    "A type is another.",
    "Neither side can use the other's values.",
    "Bring a new field beside this one.",
  ),
  "enum-value-added": changeKind(
    ["safe", "breaks", "major"],
    "An enum has a value more.",
    deployedClients,
    "Bring a new field, or make the type a string in a major version.",
  ),
  "enum-value-removed": changeKind(
    ["breaks", "breaks", "major"],
    "An enum has a value less.",
    `Calls that give it no longer compile. ${olderServers}`,
    "Keep the value and stop giving it.",
  ),
  "variant-added": changeKind(
    ["safe", "notice", "minor"],
    "A union has a variant more.",
    "Deployed clients keep it as it comes, with an issue.",
  ),
  "variant-removed": changeKind(
    ["breaks", "breaks", "major"],
    "A union has a variant less.",
    `Calls that give it no longer compile. ${olderServers}`,
    "Keep the variant and stop giving it.",
  ),
  "limit-loosened": changeKind(
    ["safe", "breaks", "major"],
    "A limit is looser.",
    deployedClients,
    "Keep the limit, or bring a new field.",
  ),
  "limit-tightened": changeKind(
    ["breaks", "breaks", "major"],
    "A limit is tighter.",
    `Services that give more break it. ${olderServers}`,
    "Keep the limit and stay within the new one.",
  ),
  "format-changed": changeKind(
    ["notice", "notice", "minor"],
    "A text announces another format.",
    "It decodes as before; those who parse it must look.",
  ),
  "object-closed": changeKind(
    ["breaks", "safe", "major"],
    "An object takes no members any more that it does not name.",
    "Calls that give others no longer fit; clients stay open.",
    "Leave the object open.",
  ),
  "object-opened": changeKind(
    ["safe", "safe", "minor"],
    "An object takes members that it does not name.",
    "Clients were open to them before.",
  ),
  "secret-marked": changeKind(
    ["safe", "safe", "patch"],
    "A value is secret now.",
    "Logs show less.",
  ),
  "secret-unmarked": changeKind(
    ["notice", "safe", "minor"],
    "A value is secret no more.",
    "Logs show it from now on: a leak to review.",
  ),
  "internal-made-public-optional": changeKind(
    ["notice", "safe", "minor"],
    "An internal field is public and optional now.",
    "What stayed in the process is sent: a leak to review.",
  ),
  "internal-made-public-required": changeKind(
    ["notice", "breaks", "major"],
    "An internal field is public and required now.",
    "What stayed in the process is sent, a leak to review, and older servers do not send it.",
    "Make it optional.",
  ),
  "public-made-internal": changeKind(
    ["safe", "breaks", "major"],
    "A public field is internal now.",
    "It is no longer sent, and clients may read it.",
    "Keep it public, and bring an internal field beside it.",
  ),
  "internal-field-added": changeKind(
    ["safe", "safe", "minor"],
    "An optional internal field is added.",
    "Nobody has to give it, and no client sees it.",
  ),
  "internal-field-added-required": changeKind(
    ["breaks", "safe", "major"],
    "A required internal field is added.",
    "Calls that lack it no longer compile.",
    "Make it optional.",
  ),
  "internal-field-removed": changeKind(
    ["breaks", "safe", "major"],
    "An internal field is removed.",
    "Calls that give it no longer compile.",
    "Make it optional.",
  ),
  "internal-field-made-required": changeKind(
    ["breaks", "safe", "major"],
    "An optional internal field is required now.",
    "Calls that lack it no longer compile.",
    "Leave it optional.",
  ),
  "internal-field-made-optional": changeKind(
    ["safe", "safe", "minor"],
    "A required internal field is optional now.",
    "No client sees it.",
  ),
  "internal-type-changed": changeKind(
    ["breaks", "safe", "major"],
    "The type of an internal field no longer takes what it took.",
    "Calls that give it no longer compile.",
    "Bring a new field beside it.",
  ),
  "internal-type-widened": changeKind(
    ["safe", "safe", "minor"],
    "The type of an internal field takes more.",
    "No client sees it.",
  ),
} as const satisfies Record<string, ChangeKindDefinition>;
