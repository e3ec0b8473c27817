/** How a wire format has a code. */
import type { Contract } from "../../model/catalog.js";
import { remembered } from "../../model/remembered.js";
import type { Span } from "../../model/source.js";
import type { TemplateNode, WireFormat } from "../../model/wire-format.js";
import { type ResolvedRow, resolveRows } from "../../model/wire-rows.js";
import { decodes, partsOf } from "./contract-parts.js";

/** A code on a wire, with the rules of the format filled in. */
export interface WireCode extends Pick<ResolvedRow, "spelling" | "omits"> {
  readonly also: readonly (string | number)[];
  readonly statuses: readonly number[];
  /** Whether the statuses are the entry's. */
  readonly usual: boolean;
  readonly body: TemplateNode | undefined;
  readonly columns: WireFormat["columns"];
}

/** How a format has a code: as itself, as another, or not at all. */
export type WireState =
  | { readonly kind: "row"; readonly row: WireCode }
  | { readonly kind: "fold"; readonly target: string }
  | { readonly kind: "none" };

interface FormatCodes {
  readonly format: WireFormat;
  readonly rows: ReadonlyMap<string, ResolvedRow>;
  readonly folds: ReadonlyMap<string, WireFormat["folds"][number]>;
}

const codesByFormat = remembered((contract: Contract) => {
  const known = new Map<string, FormatCodes | undefined>();
  return (name: string): FormatCodes | undefined => {
    const found = known.get(name) ?? codesOfFormat(name, contract);
    known.set(name, found);
    return found;
  };
});

function codesOfFormat(name: string, contract: Contract): FormatCodes | undefined {
  const format = partsOf(contract).formats.get(name);
  if (format === undefined) return undefined;
  const rows = resolveRows(format, contract).toReversed();
  return {
    format,
    rows: new Map(rows.map((row) => [row.entry.code, row])),
    folds: new Map(format.folds.map((fold) => [fold.code, fold])),
  };
}

/** How the format has the code. */
export function wireState(contract: Contract, format: string, code: string): WireState {
  const codes = codesByFormat(contract)(format);
  const resolved = codes?.rows.get(code);
  if (codes === undefined || resolved === undefined) {
    const target = decodes(partsOf(contract).codes.get(code)) && codes?.folds.get(code)?.target;
    return target ? { kind: "fold", target: target.value } : { kind: "none" };
  }
  const { entry, row, spelling, omits } = resolved;
  const { status, columns } = codes.format;
  const own = row?.statuses ?? [];
  const usual = entry.statuses.map(({ value }) => value);
  const statuses = own.length === 0 ? usual : own.map(({ value }) => value);
  return {
    kind: "row",
    row: {
      spelling,
      omits,
      also: row?.also.map(({ value }) => value) ?? [],
      statuses: status === undefined ? statuses : [status.value],
      usual: status !== undefined || statuses.join() === usual.join(),
      body: row?.body,
      columns: { ...columns, ...row?.columns },
    },
  };
}

/** Where the format has the code: its row or fold, else the format; undefined where it stands in no file. */
export function wirePlace(contract: Contract, name: string, code: string): Span | undefined {
  const codes = codesByFormat(contract)(name);
  const row = codes?.rows.get(code)?.row ?? codes?.folds.get(code);
  return row?.at ?? (codes && ownPlace(codes.format, contract)?.at);
}

/** The format where it is written: a built-in one in ledgers alone, which are one file. */
export function ownPlace(
  { name, builtIn }: WireFormat,
  { version }: Contract,
): WireFormat["name"] | undefined {
  return builtIn && name.at.file !== version.at.file ? undefined : name;
}

/** Every spelling that a format reads, and the code that it stands for. */
export function spellingsOf(contract: Contract, format: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const rows = codesByFormat(contract)(format)?.rows;
  for (const code of partsOf(contract).codes.keys()) {
    const resolved = rows?.get(code);
    if (resolved === undefined) continue;
    const { spelling, row } = resolved;
    const also = row?.also.map(({ value }) => value) ?? [];
    for (const each of [...(spelling === null ? [] : [spelling]), ...also])
      if (!owners.has(String(each))) owners.set(String(each), code);
  }
  return owners;
}
