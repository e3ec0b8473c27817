/** Who and what is there when the image host starts. */
import { scryptSync } from "node:crypto";
import {
  type Account,
  type Bytes,
  emptyState,
  type Image,
  type Key,
  type Scope,
  type State,
} from "./state.js";

/** A PNG of one grey pixel. */
export const png: Bytes = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==",
  "base64",
);

/** What Dot's authenticator app knows. */
export const dotsSecret: Buffer = Buffer.from("dots authenticator s");

const password = scryptSync("correct horse", "images", 32);

/** Everybody and everything, for each start anew. */
export function seededState(): State {
  const state = emptyState();

  function account(id: string, about: Partial<Account> = {}): Account {
    const email = `${id}@images.example`;
    const made = { id, email, plan: "pro", isVerified: true, uploads: 0, ...about } as const;
    state.accounts.push(made);
    return made;
  }
  function key(token: string, owner: Account, scopes: readonly Scope[], about?: Partial<Key>) {
    state.keys.set(token, { token, name: token, account: owner, scopes, ...about });
  }
  function image(id: string, owner: Account, about: Partial<Image> = {}) {
    const title = `The ${id}`;
    const plain = { type: "image/png", bytes: png, labels: {}, isPrivate: false, version: 1 };
    state.images.set(id, { id, owner, title, ...plain, ...about });
  }

  const everything: readonly Scope[] = ["files:read", "files:write", "keys:write"];
  const ada = account("ada", { passwordHash: password });
  const dot = account("dot", { passwordHash: password, authenticator: dotsSecret });
  key("key-ada", ada, everything);
  key("key-ada-reads", ada, ["files:read"]);
  key("key-ada-revoked", ada, everything, { isRevoked: true });
  key("key-ada-bound", ada, everything, { boundTo: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" });
  key("session-dot", dot, everything, { isSession: true });
  key("session-dot-ended", dot, everything, { isSession: true, expires: 0 });

  const bob = account("bob", { plan: "free", isVerified: false, uploads: 100 });
  const cem = account("cem", { passwordHash: password, isBanned: true });
  const eve = account("eve", { isClosedToPrograms: true });
  const fay = account("fay", { plan: "free", isVerified: false });
  key("key-bob", bob, everything);
  key("key-cem", cem, everything);
  key("key-eve", eve, everything);
  for (const token of ["key-fay", "key-fay-2", "key-fay-3"]) key(token, fay, everything);

  image("cat", ada);
  image("diary", ada, { isPrivate: true });
  image("boat", bob);

  const lex = account("lex");
  key("key-lex", lex, ["files:read", "legal"]);
  const held = (year: number) => ({
    preserveUntil: new Date(`${year}-09-01T00:00:00Z`),
    incident: "2024/17",
  });
  image("kept", bob, { hold: held(2999) });
  image("past", bob, { hold: held(2024) });
  image("lost", bob, { hold: held(2999), bytes: undefined });
  image("old", bob, { hold: held(2999), isInOldStorage: true });
  image("huge", bob, { hold: held(2999), bytes: new Uint8Array(100_000) });
  image("unrecorded", bob, { hold: { preserveUntil: new Date("2999-09-01T00:00:00Z") } });
  return state;
}
