/** What a contract says of a code on a wire, with the rules of the format filled in. */
import {
  type Contract,
  type ContractRow,
  type ContractTemplate,
  decodes,
  memberOf,
} from "../model/contract.js";
import { spell } from "../model/wire-format.js";

/** A code on a wire. */
export interface WireCode {
  /** `null`: none is sent. */
  readonly spelling: string | number | null;
  readonly also: readonly (string | number)[];
  readonly statuses: readonly number[];
  /** Whether the statuses are the entry's. */
  readonly usual: boolean;
  readonly body: ContractTemplate | undefined;
  readonly omits: ReadonlySet<string>;
  readonly columns: Readonly<Record<string, string | number | boolean>>;
}

/** How a format has a code: as itself, as another, or not at all. */
export type WireState =
  | { readonly kind: "row"; readonly row: WireCode }
  | { readonly kind: "fold"; readonly target: string }
  | { readonly kind: "none" };

/** How the format has the code. */
export function wireState(contract: Contract, format: string, code: string): WireState {
  const wire = memberOf(contract.wires, format);
  const entry = memberOf(contract.codes, code);
  if (wire === undefined || !decodes(entry)) return { kind: "none" };
  const own: ContractRow | undefined = memberOf(entry?.wires, format);
  if (own?.fold !== undefined) return { kind: "fold", target: own.fold };
  if (own === undefined && wire.rest === "none") return { kind: "none" };
  const statuses = own?.status ?? entry?.statuses ?? [];
  return {
    kind: "row",
    row: {
      spelling: own?.code === undefined ? spell(code, wire.spelling) : own.code,
      also: own?.also ?? [],
      statuses: wire.status === undefined ? statuses : [wire.status],
      usual: own?.status === undefined || wire.status !== undefined,
      body: own?.body,
      omits: new Set([...(wire.omits ?? []), ...(own?.omits ?? [])]),
      columns: { ...wire.row, ...own?.row },
    },
  };
}

/** Every spelling that a format reads, and the code that it stands for. */
export function spellingsOf(contract: Contract, format: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const code of Object.keys(contract.codes)) {
    const state = wireState(contract, format, code);
    if (state.kind !== "row") continue;
    const { spelling, also } = state.row;
    for (const each of [...(spelling === null ? [] : [spelling]), ...also])
      if (!owners.has(String(each))) owners.set(String(each), code);
  }
  return owners;
}
