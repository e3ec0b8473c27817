/** Codes from authenticator apps: RFC 6238. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Raising } from "./host.js";
import type { Account } from "./state.js";

/** Lets through accounts without a second factor, and those who know its present code. */
export function needCode(
  { authenticator }: Account,
  code: string | undefined,
  raise: Raising<"two_factor_required" | "two_factor_invalid">,
): void {
  if (authenticator === undefined) return;
  if (code === undefined) throw raise.two_factor_required();
  const sent = Buffer.from(code);
  const isCode = [0, -30].some((seconds) => {
    const right = Buffer.from(codeAt(Date.now() + seconds * 1000, authenticator));
    return right.length === sent.length && timingSafeEqual(right, sent);
  });
  if (!isCode) throw raise.two_factor_invalid();
}

/** The code that the app shows at a time, in milliseconds since 1970. */
export function codeAt(time: number, secret: Buffer): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 15;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}
