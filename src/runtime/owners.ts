/** Whose codes are: a catalog may take some from others. */
import { own } from "./own-member.js";

/** The codes that a catalog takes from others: code → the catalog whose it is. */
export type Owners = Readonly<Record<string, string>>;

/** The catalog whose the code is. */
export function ownerOf(code: string, catalog: string, owners: Owners | undefined): string {
  return (owners && own(owners, code)) ?? catalog;
}
