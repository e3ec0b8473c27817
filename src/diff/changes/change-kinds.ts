/** The closed list of kinds of changes. An id, once released, keeps its meaning. */
import { catalogChanges } from "./catalog-changes.js";
import type { ChangeKindDefinition } from "./change-kind.js";
import { codeChanges } from "./code-changes.js";
import { fieldChanges } from "./field-changes.js";
import { wireChanges } from "./wire-changes.js";

const definitions = { ...codeChanges, ...fieldChanges, ...catalogChanges, ...wireChanges } as const;

/** The id of a kind of change. */
export type ChangeKind = keyof typeof definitions;

/** Every kind of change by id. */
export const changeKinds: Readonly<Record<ChangeKind, ChangeKindDefinition>> = definitions;

/** Whether there is such a kind. */
export function isChangeKind(id: string): id is ChangeKind {
  return Object.hasOwn(changeKinds, id);
}
